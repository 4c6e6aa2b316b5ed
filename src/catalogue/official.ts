/**
 * Figures taken from named sources (`data/official/figures.json`), grouped by the document they stand
 * in. Loaded when first asked for: most questions never need them from the file.
 */
import { z } from 'zod'
import { SOURCE_KINDS, type SourceKind } from '../model/article.ts'
import {
  type Borders,
  type FigureKey,
  MEASURES,
  PRICE_BASES,
  STATUSES,
  type Status,
} from '../model/figure.ts'
import { parsePeriod } from '../model/period.ts'
import { COUNTRY, meansTwoTerritories, provinceNamed } from './area-names.ts'
import { indicatorById } from './indicators.ts'
import { invalid, loadData } from './load.ts'

const FILE = 'official/figures.json'
const BORDERS = ['old', 'new'] as const satisfies readonly Borders[]

const row = z.tuple(
  [
    z.string(),
    z.string(),
    z.string().min(1).nullable(),
    z.enum(BORDERS).nullable(),
    z.string(),
    z.enum(MEASURES),
    z.string().regex(/^-?\d+(\.\d+)?$/),
    z.string().min(1),
    z.enum(STATUSES),
    z.enum(PRICE_BASES).nullable(),
  ],
  z.string().min(1),
)
const fileSchema = z.strictObject({
  version: z.number(),
  note: z.string(),
  documents: z
    .array(
      z.strictObject({
        publisher: z.string().min(1),
        kind: z.enum(SOURCE_KINDS),
        published: z
          .string()
          .regex(/^\d{4}(-\d{2}){0,2}$/)
          .nullable(),
        title: z.string().min(1),
        url: z.url(),
        figures: z.array(row).min(1),
      }),
    )
    .min(1),
})

/** A figure as its source prints it. */
export interface OfficialFigure extends FigureKey {
  readonly area: string
  readonly value: string
  readonly unit: string
  readonly status: Status
  /** What a careful reader must know of this one ("older series, revised since"); null as a rule. */
  readonly doubt: string | null
}

/** A page, yearbook or workbook with the figures taken from it. */
export interface OfficialDocument {
  readonly publisher: string
  readonly kind: SourceKind
  /** `YYYY[-MM[-DD]]`, null when unknown. */
  readonly published: string | null
  readonly title: string
  /** Each document has its own address. */
  readonly url: string
  readonly figures: readonly OfficialFigure[]
}

let loaded: readonly OfficialDocument[] | undefined

/** All documents, oldest first. The first call reads and checks the file; it throws `data-invalid`. */
export function officialDocuments(): readonly OfficialDocument[] {
  loaded ??= loadDocuments()
  return loaded
}

/** All figures of all documents. */
export function officialFigures(): OfficialFigure[] {
  return officialDocuments().flatMap((document) => document.figures)
}

function loadDocuments(): OfficialDocument[] {
  const { documents } = loadData(FILE, fileSchema)
  const urls = new Set<string>()
  return documents.map((document) => {
    if (urls.has(document.url)) throw invalid(FILE, `hai tài liệu cùng địa chỉ ${document.url}`)
    urls.add(document.url)
    return { ...document, figures: document.figures.map(toFigure) }
  })
}

function toFigure(values: z.infer<typeof row>): OfficialFigure {
  const [indicator, area, scope, borders, period, measure, value, unit, status, priceBasis] = values
  const doubt = values[10] ?? null
  const figure = { indicator, area, scope, borders, period, measure, value, unit, status }
  const fault = faultOf(figure)
  if (fault) throw invalid(FILE, `${fault}: ${JSON.stringify(values)}`)
  return { ...figure, priceBasis, doubt }
}

function faultOf(
  figure: Pick<OfficialFigure, 'indicator' | 'area' | 'borders' | 'period' | 'measure' | 'unit'>,
): string | undefined {
  if (!indicatorById(figure.indicator)) return 'chỉ tiêu không có'
  if (figure.area !== COUNTRY && !provinceNamed(figure.area)) return 'tỉnh không có'
  if (!parsePeriod(figure.period)) return 'kỳ không đúng'
  if (figure.borders && !meansTwoTerritories(figure.area)) return 'tỉnh chỉ có một địa giới'
  if (figure.measure !== 'level' && figure.unit !== '%') return 'tỷ lệ phải tính bằng %'
  return undefined
}
