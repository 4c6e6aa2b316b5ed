/**
 * What is no prose of an article, as data. Phrases are folded (no diacritics, lower case, words
 * separated by one space) and each rule carries lines it must and must not take; a test runs them.
 */
import { isProse, type Line } from './clean-lines.ts'
import {
  ASIDE_HEADINGS,
  CAPTION_LABELS,
  COMMENT_HEADINGS,
  FOOT_LABELS,
  FORM_FIELDS,
  FURNITURE,
  LABELLED,
  SCENE_SUBJECTS,
  SCENE_VERBS,
  SCENES,
  SECTION_NAMES,
  TAIL_HEADINGS,
} from './clean-phrases.ts'
import { readDateLine } from './identify-date.ts'

export interface LineRule {
  readonly id: string
  readonly test: (line: Line) => boolean
  readonly examples: readonly string[]
  readonly counterexamples: readonly string[]
}

function startsWithOne(words: string, phrases: readonly string[]): string | undefined {
  return phrases.find((p) => words === p || words.startsWith(`${p} `))
}

function hasLabel(line: Line, labels: readonly string[]): boolean {
  const colon = line.key.indexOf(':')
  if (colon < 0 || colon > 40) return false
  const label = line.key
    .slice(0, colon)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
  return labels.includes(label)
}

/** Pieces between the separators of a menu. */
function pieces(line: Line): string[] {
  return line.key
    .split(/[|•·›»«>/,;\t]|\s[-–—]\s|\s{2,}/)
    .map((p) => p.replace(/[^\p{L}\p{N}]+/gu, ' ').trim())
    .filter((p) => p !== '')
}

/** True when the whole line can be laid out with phrases of the table. */
function isMadeOf(words: string, table: ReadonlySet<string>): number {
  const parts = words.split(' ')
  let at = 0
  let used = 0
  while (at < parts.length) {
    let size = Math.min(5, parts.length - at)
    while (size > 0 && !table.has(parts.slice(at, at + size).join(' '))) size--
    if (size === 0) return 0
    at += size
    used++
  }
  return used
}

function isFurniture(line: Line): boolean {
  if (line.words === '' || line.words.length > 160) return line.words === ''
  if (line.words.startsWith('dang tai du lieu')) return true
  if (FURNITURE.has(line.words)) return !SECTION_NAMES.has(line.words)
  const parts = pieces(line)
  if (parts.length > 1 && parts.every((p) => FURNITURE.has(p) || /^\d{1,3}$/.test(p))) return true
  return isMadeOf(line.words, FURNITURE) >= 3
}

/** Lines that are no prose wherever they stand. */
export const LINE_RULES: readonly LineRule[] = [
  {
    id: 'clean.date-line',
    test: (line) => readDateLine(line.text)?.whole === true,
    examples: [
      '20/01/2024 08:45',
      'PV 20/01/2024 08:45',
      '10:46 07/07/2024',
      'Thứ tư, 18 Tháng 7 2018',
      '• Cập nhật: Thứ hai, 22/11/2010 | 9:07:25 AM',
      'Print Thứ Tư, 03/11/2021 15:41 Gốc',
      '26-10-2023',
      'date 2024-03',
    ],
    counterexamples: [
      'Ngày 9-1, Sở tổ chức hội nghị tổng kết năm 2019.',
      'Từ 01/01/2019 đến 31/12/2019 tỉnh có 5 dự án mới',
      'Năm 2024',
    ],
  },
  {
    id: 'clean.file-name',
    test: (line) =>
      /^\S+(?: ?\(\d+\))?\.(?:jpe?g|png|gif|webp|bmp|mp[34]|avi|pdf|docx?|xlsx?|signed)$/i.test(
        line.text,
      ),
    examples: ['img_0555(3).jpg', 'hoi-nghi.PNG', 'quyet-dinh.pdf'],
    counterexamples: ['Sản xuất tăng 5,4% so với cùng kỳ.'],
  },
  {
    id: 'clean.view-counter',
    test: (line) =>
      /^(?:so |tong )?(?:luot |lan )?(?:xem|truy cap|doc|views?|da xem)\s*:?\s*[\d.,]+$|^[\d.,]+ (?:luot xem|luot doc|views?|lan xem)$/.test(
        line.key,
      ),
    examples: ['Lượt xem: 6541', 'Số lượt xem: 1.204', '312 lượt xem', 'Views: 20'],
    counterexamples: ['Lượt khách đạt 6541 nghìn, tăng 5%', 'Xem xét 12 dự án'],
  },
  {
    id: 'clean.time-code',
    test: (line) => /^\d{1,2}:\d{2}(?::\d{2})?\s*\/\s*\d{1,2}:\d{2}(?::\d{2})?$/.test(line.key),
    examples: ['0:00 / 0:00', '00:12/03:45'],
    counterexamples: ['10:46 07/07'],
  },
  {
    id: 'clean.furniture',
    test: isFurniture,
    examples: [
      'captcha',
      'Skip to main content',
      'logo',
      'Video Báo Ảnh Podcast Emagazine Infographic',
      'Trang chủ | Giới thiệu | Liên hệ',
      'Chia sẻ Facebook Zalo',
      'anh tin bai',
      'Đang Tải Dữ Liệu....',
      'A- A A+',
      '* * *',
    ],
    counterexamples: [
      'Kinh tế',
      'Công nghiệp',
      'Xuất khẩu',
      'Thương mại - dịch vụ',
      'CÔNG NGHIỆP ĐI TRƯỚC',
    ],
  },
  {
    id: 'clean.labelled-line',
    test: (line) => hasLabel(line, LABELLED) && !isLongFigure(line),
    examples: [
      'Tin liên quan: Chợ hoa xuân mở cửa',
      'Xem thêm: Giá vàng | Lịch cúp điện',
      'Từ khóa:',
      'Tài liệu đính kèm: Quyết định số 12/QĐ-UBND',
      'Nguồn: TTXVN',
      'Bài, ảnh: Minh Anh',
    ],
    counterexamples: [
      'Xuất khẩu: tháng 7 ước đạt 120 triệu USD',
      'Trong đó: dệt may tăng 5%',
      'Nguồn: điện sản xuất đạt 1.200 triệu kWh, tăng 5,4% so với cùng kỳ và là nguồn thu lớn của tỉnh.',
    ],
  },
  {
    id: 'clean.caption-label',
    test: (line) => hasLabel(line, CAPTION_LABELS) && !line.hasFigure,
    examples: [
      'Ảnh: L.L',
      'Chú thích ảnh: Các cơ sở nhận giấy chứng nhận năm 2024.',
      'Ảnh minh họa: H.Đ.',
      'Đồ họa: Xuất khẩu 9 tháng',
    ],
    counterexamples: ['Hình thức: bán lẻ', 'Biểu đồ: xuất khẩu đạt 12 tỷ USD'],
  },
  {
    id: 'clean.foot',
    test: (line) =>
      (hasLabel(line, FOOT_LABELS) || /^(?:©|\(c\)|copyright |ban quyen )/.test(line.key)) &&
      !isProse(line),
    examples: [
      'Tổng biên tập: Nguyễn Văn A',
      '© Báo Điện tử',
      'Điện thoại: 0220 3853 000',
      'Giấy phép số: 12/GP-BTTTT',
    ],
    counterexamples: ['Điện thoại và linh kiện: tăng 12%', 'Bản đồ công nghiệp'],
  },
  {
    id: 'clean.source-note',
    test: (line) =>
      /^\(?theo [^.,:;%]{2,40}\)?$/.test(line.key) && line.text.startsWith('(') && !line.hasFigure,
    examples: ['(Theo TTXVN)', '(Theo Báo Công Thương)'],
    counterexamples: ['Theo kế hoạch năm', '(Theo giá so sánh, tăng 5%)'],
  },
  {
    id: 'clean.scene-caption',
    test: isScene,
    examples: [
      'Quang cảnh hội nghị',
      'Đại diện lãnh đạo Sở phát biểu ý kiến tại hội nghị',
      'Giám đốc Sở Công Thương Nguyễn Văn A phát biểu',
      'Đại biểu dự kỳ họp thứ 17.',
    ],
    counterexamples: [
      'Đồng chí Giám đốc Sở phát biểu, cho biết xuất khẩu đạt 120 triệu USD',
      'Công nhân có việc làm ổn định, thu nhập tăng 5% so với năm trước.',
    ],
  },
]

function isLongFigure(line: Line): boolean {
  return line.hasFigure && line.text.length > 80
}

function isScene(line: Line): boolean {
  if (line.hasFigure || line.text.length > 160 || line.text.split('. ').length > 1) return false
  if (/[,;:]$/.test(line.text)) return false
  if (startsWithOne(line.words, SCENES) && line.text.length <= 100) return true
  if (/\.$/.test(line.text)) return false
  const subject = startsWithOne(line.words, SCENE_SUBJECTS)
  return (
    subject !== undefined && SCENE_VERBS.some((verb) => ` ${line.words} `.includes(` ${verb} `))
  )
}

/** What kind of list a line opens, undefined when it opens none. */
export function headingKind(line: Line): 'tail' | 'comments' | 'aside' | undefined {
  const words = line.words.replace(/^\d+ |(?: \d+)$/g, '')
  if (TAIL_HEADINGS.has(line.words) || TAIL_HEADINGS.has(words)) return 'tail'
  if (COMMENT_HEADINGS.has(line.words) || COMMENT_HEADINGS.has(words)) return 'comments'
  if (ASIDE_HEADINGS.has(line.words) && !SECTION_NAMES.has(line.words)) return 'aside'
  return undefined
}

/** True for a field of a form ("Họ tên", "Mã kiểm tra no image"). */
export function isFormField(line: Line): boolean {
  return FORM_FIELDS.has(line.words.replace(/ no image$/, ''))
}

/** True for a picture's place holder: the line after it is its caption. */
export function isPictureMark(line: Line): boolean {
  return (
    line.words === 'anh tin bai' ||
    line.words === 'no image' ||
    /\.(?:jpe?g|png|gif|webp|bmp)$/i.test(line.text)
  )
}

const NAME_TOKEN = /^(?:\p{Lu}[\p{L}\p{M}]*\.?|(?:\p{Lu}\.)+\p{Lu}?|-|–|&|và)$/u

/** True for a line that can be an author's signature: a few capitalised words or initials. */
export function isByline(line: Line): boolean {
  const bare = line.text.replace(/^[(*]+|[)*]+$/g, '')
  const tokens = bare.split(/[\s,/]+/).filter((t) => t !== '')
  if (tokens.length === 0 || tokens.length > 8 || /[\d:%;?!]/.test(bare)) return false
  return tokens.every((t) => NAME_TOKEN.test(t))
}
