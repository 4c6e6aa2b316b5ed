/**
 * A small store of invented articles for the tests of answering: real provinces, made-up figures and
 * sentences of our own.
 */

import { type Answerer, createAnswerer } from '../../src/answer/answer.ts'
import type { Fault } from '../../src/answer/verify.ts'
import type { ExtractedFigure } from '../../src/model/figure.ts'
import { openMemoryStore } from '../../src/store/open.ts'
import type { ArticleToSave, Store } from '../../src/store/store.ts'

type Fact = Partial<ExtractedFigure> &
  Pick<ExtractedFigure, 'indicator' | 'area' | 'period' | 'measure' | 'value' | 'unit'> & {
    /** The sentence that says it; holds `quote`. */
    readonly says: string
    readonly quote: string
  }

interface Piece {
  readonly publisher: string | null
  readonly published: string | null
  readonly area: string
  readonly facts: readonly Fact[]
  /** Further sentences without figures. */
  readonly prose?: readonly string[]
}

/** An article ready to be saved, its text made of the sentences of its facts and its prose. */
export function article({ publisher, published, area, facts, prose = [] }: Piece): ArticleToSave {
  const sentences = [...new Set([...facts.map((f) => f.says), ...prose])]
  const text = sentences.join('\n')
  const figures = facts.map(({ says, quote, ...fact }): ExtractedFigure => {
    const sentenceStart = text.indexOf(says)
    const start = sentenceStart + says.indexOf(quote)
    return {
      borders: null,
      scope: null,
      priceBasis: null,
      valueHigh: null,
      status: 'actual',
      bound: null,
      warnings: [],
      warningDetails: [],
      trace: [],
      ...fact,
      quote,
      start,
      end: start + quote.length,
      sentenceStart,
      sentenceEnd: sentenceStart + says.length,
    }
  })
  return {
    article: {
      url: null,
      publisher,
      published,
      title: null,
      area,
      text,
      areaEvidence: null,
      boilerplate: [],
    },
    sourceKind: 'press',
    passages: [{ start: 0, end: text.length, text, embedding: null }],
    figures,
    shipped: false,
    rulesVersion: 'test',
  }
}

const LAM_DONG_LEVEL =
  'Cả năm 2023, Lâm Đồng bán ra nước ngoài ước 640 triệu USD, giảm 8% so với năm trước.'
const LAM_DONG_IMPORT = 'Hàng nhập vào Lâm Đồng năm 2023 đạt 215 triệu USD.'
const LAM_DONG_GOAL = 'Năm 2024 Lâm Đồng phấn đấu xuất khẩu 720 triệu USD, tăng 12,5%.'
const LAM_DONG_RETAIL = 'Bán lẻ của Lâm Đồng năm 2023 đạt 61.000 tỷ đồng, bằng 97,6% kế hoạch.'
const COFFEE = 'Riêng cà phê của Lâm Đồng năm 2023 mang về 210 triệu USD.'
const YEN_BAI = 'Chỉ số sản xuất công nghiệp Yên Bái năm 2023 tăng 9,1%.'
const HA_NAM = 'Chỉ số sản xuất công nghiệp Hà Nam năm 2023 tăng 12,4%.'
const PHU_YEN = 'Chỉ số sản xuất công nghiệp Phú Yên năm 2023 giảm 2,2%.'
const HAI_DUONG = 'Bán lẻ Hải Dương năm 2023 đạt 80.000 tỷ đồng.'
const NO_YEAR = 'Quý II, Sơn La xuất khẩu 33 triệu USD, tăng 4% so với cùng kỳ.'

/** The articles of the test world. */
export const ARTICLES: readonly ArticleToSave[] = [
  article({
    publisher: 'Báo Lâm Đồng',
    published: '2024-01-10',
    area: 'Lâm Đồng',
    facts: [
      {
        indicator: 'exports',
        area: 'Lâm Đồng',
        period: '2023',
        measure: 'level',
        value: '640',
        unit: 'triệu USD',
        status: 'estimate',
        says: LAM_DONG_LEVEL,
        quote: '640 triệu USD',
      },
      {
        indicator: 'exports',
        area: 'Lâm Đồng',
        period: '2023',
        measure: 'yoy',
        value: '-8',
        unit: '%',
        status: 'estimate',
        says: LAM_DONG_LEVEL,
        quote: 'giảm 8%',
      },
      {
        indicator: 'exports',
        area: 'Lâm Đồng',
        period: '2023',
        measure: 'level',
        value: '210',
        unit: 'triệu USD',
        scope: 'cà phê',
        says: COFFEE,
        quote: '210 triệu USD',
      },
      {
        indicator: 'imports',
        area: 'Lâm Đồng',
        period: '2023',
        measure: 'level',
        value: '215',
        unit: 'triệu USD',
        says: LAM_DONG_IMPORT,
        quote: '215 triệu USD',
      },
      {
        indicator: 'exports',
        area: 'Lâm Đồng',
        period: '2024',
        measure: 'level',
        value: '720',
        unit: 'triệu USD',
        status: 'target',
        says: LAM_DONG_GOAL,
        quote: '720 triệu USD',
      },
      {
        indicator: 'exports',
        area: 'Lâm Đồng',
        period: '2024',
        measure: 'yoy',
        value: '12.5',
        unit: '%',
        status: 'target',
        says: LAM_DONG_GOAL,
        quote: 'tăng 12,5%',
      },
      {
        indicator: 'retail_sales',
        area: 'Lâm Đồng',
        period: '2023',
        measure: 'level',
        value: '61000',
        unit: 'tỷ đồng',
        says: LAM_DONG_RETAIL,
        quote: '61.000 tỷ đồng',
      },
      {
        indicator: 'retail_sales',
        area: 'Lâm Đồng',
        period: '2023',
        measure: 'plan',
        value: '97.6',
        unit: '%',
        says: LAM_DONG_RETAIL,
        quote: '97,6% kế hoạch',
      },
    ],
    prose: [
      'Xuất khẩu của Lâm Đồng giảm do giá hoa trên thị trường đi xuống và thiếu đơn hàng.',
      'Ngành công thương Lâm Đồng sẽ tập trung tháo gỡ vướng mắc cho các cụm công nghiệp.',
    ],
  }),
  article({
    publisher: 'Báo Yên Bái',
    published: '2024-01-05',
    area: 'Yên Bái',
    facts: [
      {
        indicator: 'iip',
        area: 'Yên Bái',
        period: '2023',
        measure: 'yoy',
        value: '9.1',
        unit: '%',
        says: YEN_BAI,
        quote: 'tăng 9,1%',
      },
    ],
  }),
  article({
    publisher: 'Báo Hà Nam',
    published: '2024-01-06',
    area: 'Hà Nam',
    facts: [
      {
        indicator: 'iip',
        area: 'Hà Nam',
        period: '2023',
        measure: 'yoy',
        value: '12.4',
        unit: '%',
        says: HA_NAM,
        quote: 'tăng 12,4%',
      },
    ],
  }),
  article({
    publisher: 'Báo Phú Yên',
    published: '2024-01-07',
    area: 'Phú Yên',
    facts: [
      {
        indicator: 'iip',
        area: 'Phú Yên',
        period: '2023',
        measure: 'yoy',
        value: '-2.2',
        unit: '%',
        says: PHU_YEN,
        quote: 'giảm 2,2%',
      },
    ],
  }),
  article({
    publisher: 'Báo Một',
    published: '2024-01-15',
    area: 'Hải Dương',
    facts: [
      {
        indicator: 'retail_sales',
        area: 'Hải Dương',
        period: '2023',
        measure: 'level',
        value: '80000',
        unit: 'tỷ đồng',
        says: HAI_DUONG,
        quote: '80.000 tỷ đồng',
      },
    ],
  }),
  article({
    publisher: 'Báo Hai',
    published: '2024-02-01',
    area: 'Hải Dương',
    facts: [
      {
        indicator: 'retail_sales',
        area: 'Hải Dương',
        period: '2023',
        measure: 'level',
        value: '82500',
        unit: 'tỷ đồng',
        says: 'Theo số mới, bán lẻ Hải Dương năm 2023 là 82.500 tỷ đồng.',
        quote: '82.500 tỷ đồng',
      },
    ],
  }),
  article({
    publisher: 'Báo Ba',
    published: '2024-01-12',
    area: 'Hải Phòng',
    facts: [
      {
        indicator: 'retail_sales',
        area: 'Hải Phòng',
        period: '2023',
        measure: 'level',
        value: '190000',
        unit: 'tỷ đồng',
        says: 'Bán lẻ Hải Phòng năm 2023 đạt 190.000 tỷ đồng.',
        quote: '190.000 tỷ đồng',
      },
    ],
  }),
  article({
    publisher: 'Báo Sơn La',
    published: null,
    area: 'Sơn La',
    facts: [
      {
        indicator: 'exports',
        area: 'Sơn La',
        period: 'XXXX-Q2',
        measure: 'level',
        value: '33',
        unit: 'triệu USD',
        says: NO_YEAR,
        quote: '33 triệu USD',
        warnings: ['year-unknown'],
      },
      {
        indicator: 'exports',
        area: 'Sơn La',
        period: 'XXXX-Q2',
        measure: 'yoy',
        value: '4',
        unit: '%',
        says: NO_YEAR,
        quote: 'tăng 4%',
        warnings: ['year-unknown'],
      },
    ],
  }),
  article({
    publisher: 'Báo Tây Ninh',
    published: '2025-08-20',
    area: 'Tây Ninh',
    facts: [
      {
        indicator: 'grdp',
        area: 'Tây Ninh',
        period: '2025-H1',
        measure: 'yoy',
        value: '9.5',
        unit: '%',
        borders: 'old',
        says: 'Sáu tháng đầu năm 2025, Tây Ninh cũ tăng trưởng 9,5%.',
        quote: '9,5%',
      },
      {
        indicator: 'grdp',
        area: 'Tây Ninh',
        period: '2025-H1',
        measure: 'yoy',
        value: '9.8',
        unit: '%',
        borders: 'new',
        says: 'Gộp cả Long An, tỉnh Tây Ninh mới tăng 9,8%.',
        quote: '9,8%',
      },
    ],
  }),
  article({
    publisher: 'Báo Quảng Bình',
    published: '2024-10-03',
    area: 'Quảng Bình',
    facts: [
      ...(['Q1', 'Q2', 'Q3'] as const).map((quarter, i) => ({
        indicator: 'exports',
        area: 'Quảng Bình',
        period: `2024-${quarter}`,
        measure: 'level' as const,
        value: ['10.5', '11', '12.25'][i] ?? '',
        unit: 'triệu USD',
        says: `Quảng Bình xuất khẩu ${['10,5', '11', '12,25'][i]} triệu USD trong quý ${['I', 'II', 'III'][i]} năm 2024.`,
        quote: `${['10,5', '11', '12,25'][i]} triệu USD`,
      })),
      {
        indicator: 'exports',
        area: 'Quảng Bình',
        period: '2023-9M',
        measure: 'level',
        value: '17.2',
        unit: 'triệu USD',
        bound: 'over',
        warnings: ['implausible-unit'],
        says: 'Chín tháng năm 2023 Quảng Bình xuất hơn 17,2 triệu USD.',
        quote: 'hơn 17,2 triệu USD',
      },
    ],
  }),
]

/** Conversations about the test world, of every kind of question. */
export const QUESTIONS: readonly (readonly string[])[] = [
  ['Xuất khẩu của Lâm Đồng năm 2023 đạt bao nhiêu?'],
  ['Năm 2022 Lâm Đồng xuất khẩu bao nhiêu?'],
  ['Bán lẻ Hải Dương năm 2023?'],
  ['Tỉnh nào IIP năm 2023 cao nhất?'],
  ['Vì sao xuất khẩu Lâm Đồng năm 2023 giảm?'],
  ['Mục tiêu xuất khẩu năm 2024 của Lâm Đồng là bao nhiêu?'],
  ['Quảng Bình xuất khẩu bao nhiêu trong 9 tháng năm 2024?'],
  ['Có số liệu gì về Lâm Đồng?'],
  ['IIP năm 2023 của Yên Bái và Hà Nam, tỉnh nào tăng cao hơn?'],
  ['Thời tiết Lâm Đồng ngày mai thế nào?'],
  ['IIP Cà Mau năm 2023'],
  ['Xuất khẩu của Lâm Đồng năm 2023?', 'còn nhập khẩu?', 'nguồn ở đâu?'],
]

/** A filled store in memory and an answerer on it; `faults` collects what verification refused. */
export async function openWorld(now = '2024-03-01T03:00:00Z'): Promise<{
  store: Store
  answerer: Answerer
  faults: Fault[]
}> {
  const store = await openMemoryStore()
  await store.saveArticles(ARTICLES)
  const faults: Fault[] = []
  let next = 0
  const answerer = createAnswerer({
    store,
    clock: () => new Date(now),
    newId: () => `talk-${next++}`,
    onFaults: (_, found) => faults.push(...found),
  })
  return { store, answerer, faults }
}
