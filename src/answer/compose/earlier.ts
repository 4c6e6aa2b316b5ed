/** Answers about the answer before: its source, its words, its amount in another unit. */
import type { StoredFigure } from '../../store/store.ts'
import { convert } from '../compute.ts'
import type { Query } from '../query.ts'
import type { Reply } from '../reply.ts'
import { Draft } from './draft.ts'
import { addSources } from './notes.ts'
import { figureSentence, subject } from './statement.ts'

function figuresOf(earlier: Reply): StoredFigure[] {
  const inputs = earlier.computed.flatMap((c) => c.figures)
  const own = earlier.answers.length > 0 ? earlier.answers : inputs
  return own.filter((f, i) => own.findIndex((g) => g.id === f.id) === i)
}

/** Where the last figures come from, with the very sentences. */
export function composeSource(query: Query, earlier: Reply | null): Reply {
  const draft = new Draft(query.question)
  if (!earlier || (earlier.answers.length === 0 && earlier.citations.length === 0)) {
    draft.line(
      'answer',
      'Chưa có câu trả lời nào trước đó để dẫn nguồn. Bạn hỏi số liệu trước nhé.',
    )
    return draft.done('clarify')
  }
  draft.line('answer', 'Câu gốc trong nguồn:')
  for (const figure of figuresOf(earlier)) {
    draft.answer(figure)
    draft.cite(figure)
  }
  if (draft.citations.length === 0) {
    for (const c of earlier.citations) {
      const { articleId: id, publisher, title, published, url, quote } = c
      draft.quote({ id, publisher, title, published, url }, quote)
    }
  }
  for (const { n, quote, url } of draft.citations) {
    draft.line('quote', '• “', { kind: 'quote', n, start: 0, end: quote.length }, '” ', {
      kind: 'cite',
      n,
    })
    if (url === null)
      draft.line('care', 'Nguồn ', { kind: 'cite', n }, ' không có địa chỉ trên mạng.')
  }
  addSources(draft)
  return draft.done('answered')
}

/** The last levels in the unit asked for. */
export function composeConversion(query: Query, earlier: Reply | null): Reply {
  const draft = new Draft(query.question)
  const levels = earlier ? figuresOf(earlier).filter((f) => f.measure === 'level') : []
  const unit = query.unit
  const [sample] = levels
  if (unit === null || !sample) {
    draft.line('answer', 'Chưa có giá trị nào trước đó để đổi đơn vị. Bạn hỏi số liệu trước nhé.')
    return draft.done('clarify')
  }
  const full = completeUnit(unit, sample.unit)
  for (const figure of levels) {
    const made = convert(figure, full)
    draft.answer(figure)
    if (!made) {
      draft.line('answer', ...figureSentence(draft, figure))
      continue
    }
    const index = draft.derive(made)
    draft.line(
      'answer',
      ...subject({ ...figure, area: figure.area ?? '' }),
      ': ',
      { kind: 'formula', index },
      ' ',
      draft.cite(figure),
      '.',
    )
    draft.note('computed', ['Đổi đơn vị: ', { kind: 'formula', index }, '.'], made.inputs)
  }
  addSources(draft)
  return draft.done('answered')
}

/** "tỷ" of an amount in triệu USD is "tỷ USD". */
function completeUnit(unit: string, like: string): string {
  if (/\s/u.test(unit) || !/^(?:tỷ|triệu|nghìn)$/u.test(unit)) return unit
  const base = like.replace(/^(?:nghìn tỷ|tỷ|triệu|nghìn)\s+/u, '')
  return `${unit} ${base}`
}
