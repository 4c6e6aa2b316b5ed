/** Composes the answer to a question for figures: found, missing, compared, in a row. */
import type { Decimal } from 'decimal.js'
import type { StoredFigure } from '../../store/store.ts'
import { inUnit, sameKind } from '../compute/amount.ts'
import type { Computed } from '../compute.ts'
import type { Found, Missing, Outcome } from '../find/cells.ts'
import { tookPeriod } from '../find/resolve.ts'
import type { Query } from '../query.ts'
import { BULLET } from '../render.ts'
import type { Part, Reply } from '../reply.ts'
import { areaPart, Draft, indicatorPart, periodPart } from './draft.ts'
import { missingLine } from './missing.ts'
import { addNotes, addSources, noteGone } from './notes.ts'
import { figureSentence, statementParts } from './statement.ts'
import { firstOfEach, groupByKey, statementsOf } from './statements.ts'
import { sayConversions, sayGap, sayTotal } from './together.ts'

/** The answer to a figure question, from the outcome of each of its cells. */
export function composeFigures(query: Query, outcomes: readonly Outcome[]): Reply {
  const draft = new Draft(query.question)
  const found = outcomes.filter((o): o is Found => o.kind === 'found')
  const missing = outcomes.filter((o): o is Missing => o.kind === 'missing')
  if (found.length === 0) return composeMissing(draft, query, missing)
  const statements = statementsOf(found)
  sayVerdict(draft, query, found)
  for (const statement of statements)
    draft.line('answer', ...statementParts(draft, statement, query))
  for (const f of found) sayDiffering(draft, f)
  for (const f of found) for (const figure of [...f.main, ...f.companions]) draft.answer(figure)
  sayConversions(draft, query, found)
  sayGap(draft, query, found)
  sayTotal(draft, query, found)
  const derived = found.flatMap((f) => f.derived)
  for (const c of derived) sayInputs(draft, c)
  const shown = found.flatMap((f) => [...f.main, ...f.companions])
  sayConflicts(draft, found)
  sayDefaults(draft, query, found)
  addNotes(draft, shown, derived)
  sayMissing(draft, query, missing)
  addSources(draft)
  suggest(draft, found)
  addSeries(draft, found)
  return draft.done('answered')
}

/** Other values for the same key, each with its source. */
function sayDiffering(draft: Draft, found: Found): void {
  const firsts = firstOfEach(found.main)
  for (const figure of found.main) {
    if (firsts.includes(figure)) continue
    draft.line('answer', sourceLead(figure), ...figureSentence(draft, figure))
  }
}

function sourceLead(figure: StoredFigure): string {
  return figure.priceBasis ? 'Theo cách tính khác: ' : 'Nguồn khác nêu: '
}

function sayConflicts(draft: Draft, found: readonly Found[]): void {
  const differing = found.filter((f) => f.conflict)
  if (differing.length === 0) return
  const ids = differing.flatMap((f) => f.main.map((m) => m.id))
  draft.note('conflict', ['Các nguồn nêu số khác nhau; số đứng trước có độ ưu tiên cao hơn.'], ids)
  draft.line(
    'care',
    'Các nguồn nêu số khác nhau; số đứng trước được ưu tiên theo loại số liệu, nguồn và ngày đăng.',
  )
}

/** "X cao hơn": who leads where places or periods are compared. */
function sayVerdict(draft: Draft, query: Query, found: readonly Found[]): void {
  const rows = found.flatMap((f) => (f.main[0] ? [{ found: f, figure: f.main[0] }] : []))
  const [first] = rows
  if (!query.compare || !first || rows.length < 2) return
  const comparable = rows.every(
    ({ figure, found: f }) =>
      figure.measure === first.figure.measure &&
      f.indicator === first.found.indicator &&
      f.period === first.found.period &&
      f.scope === first.found.scope &&
      figure.priceBasis === first.figure.priceBasis &&
      sameKind(figure.unit, first.figure.unit),
  )
  const sameThing = rows.every(
    ({ found: f }) => f.indicator === first.found.indicator && f.period === first.found.period,
  )
  const bases = new Set(rows.map((r) => r.figure.priceBasis))
  if (!comparable && sameThing && bases.size > 1)
    draft.line('care', 'Các số không cùng loại giá nên không so trực tiếp được với nhau.')
  if (!comparable || new Set(rows.map((r) => r.found.area)).size < rows.length) return
  const amount = (f: StoredFigure): Decimal => inUnit(f.value, f.unit, first.figure.unit)
  const sorted = [...rows].sort((a, b) => amount(b.figure).cmp(amount(a.figure)))
  const [top] = sorted
  const last = sorted.at(-1)
  if (!top || !last) return
  const label = (f: Found): Part => areaPart(f.area, f.borders, f.period)
  if (amount(top.figure).eq(amount(last.figure)))
    draft.line('answer', label(top.found), ' và ', label(last.found), ' bằng nhau.')
  else if (rows.length === 2)
    draft.line('answer', label(top.found), ' cao hơn ', label(last.found), '.')
  else
    draft.line(
      'answer',
      'Cao nhất là ',
      label(top.found),
      ', thấp nhất là ',
      label(last.found),
      '.',
    )
}

/** What a computed value was made of: the answer's own figures or, of another period, near ones. */
function sayInputs(draft: Draft, computed: Computed): void {
  for (const figure of computed.figures) {
    const same = figure.period === computed.period && figure.area === computed.area
    if (same) draft.answer(figure)
    else draft.near(figure, ['Số liệu gốc: ', ...figureSentence(draft, figure)].map(asPart))
  }
}

function asPart(part: Part | string): Part {
  return typeof part === 'string' ? { kind: 'text', text: part } : part
}

function sayDefaults(draft: Draft, query: Query, found: readonly Found[]): void {
  for (const f of found) {
    if (!tookPeriod(f)) continue
    if (/^XXXX/.test(f.period) && f.cell.period !== null) continue
    const parts = [
      'Câu hỏi không nêu rõ kỳ nên lấy kỳ mới nhất đang có: ',
      periodPart(f.period),
      '.',
    ]
    draft.note(
      'default-taken',
      parts,
      f.main.map((m) => m.id),
    )
  }
  for (const f of found) {
    const asked = f.cell.indicator
    if (!asked || asked.codes.length < 2) continue
    draft.note(
      'default-taken',
      ['Hiểu câu hỏi là về ', indicatorPart(f.indicator, null), '.'],
      f.main.map((m) => m.id),
    )
  }
  for (const taken of query.defaults)
    draft.note('default-taken', [{ kind: 'known', id: 'default', text: taken.text }])
}

function sayMissing(draft: Draft, query: Query, missing: readonly Missing[]): void {
  for (const m of missing) {
    const line = missingLine(m, query)
    draft.missing(...line)
    draft.line('care', ...line)
  }
}

const MOST_NEAR = 4

/** Nothing found: why, and what is nearest. */
function composeMissing(draft: Draft, query: Query, missing: readonly Missing[]): Reply {
  for (const m of missing) {
    const line = missingLine(m, query)
    draft.missing(...line)
    draft.line('answer', ...line)
  }
  const near = missing.flatMap((m) => m.near)
  const shown = near
    .filter((f, i) => near.findIndex((g) => g.id === f.id) === i)
    .slice(0, MOST_NEAR)
  if (shown.length > 0) draft.line('related', 'Số liệu gần nhất đang có (không phải câu trả lời):')
  for (const figure of shown) draft.near(figure, figureSentence(draft, figure).map(asPart))
  for (const group of groupByKey(shown)) {
    const [first] = group
    if (!first) continue
    const about = { ...first, area: first.area ?? '', aimed: first.status === 'target' }
    draft.line(
      'related',
      BULLET,
      ...statementParts(draft, { ...about, figures: group, derived: [] }, null),
    )
  }
  for (const { cell } of missing) noteGone(draft, cell.area.area, cell.period?.period ?? null)
  addSources(draft)
  suggestNear(draft, shown)
  return draft.done('no-data')
}

function suggest(draft: Draft, found: readonly Found[]): void {
  const [f] = found
  const best = f?.main[0]
  if (!f || !best) return
  draft.suggest('Có số liệu gì về ', areaPart(f.area, f.borders, f.period), '?')
  draft.suggest('Nguồn ở đâu?')
}

function suggestNear(draft: Draft, figures: readonly StoredFigure[]): void {
  for (const f of figures.slice(0, 2)) {
    if (f.area === null || /^XXXX/.test(f.period)) continue
    const aimed = f.status === 'target' ? 'Mục tiêu ' : ''
    const tail =
      f.measure === 'level'
        ? ' là bao nhiêu?'
        : f.measure === 'yoy'
          ? ' tăng hay giảm bao nhiêu?'
          : '?'
    draft.suggest(
      aimed,
      indicatorPart(f.indicator, f.scope),
      ' của ',
      areaPart(f.area, f.borders, f.period),
      ' ',
      periodPart(f.period),
      tail,
    )
  }
}

/** Rows for a chart or a table where several places or periods are answered. */
function addSeries(draft: Draft, found: readonly Found[]): void {
  const byIndicator = Map.groupBy(found, (f) => `${f.indicator}|${f.scope}|${f.main[0]?.measure}`)
  for (const group of byIndicator.values()) {
    const [first] = group
    if (!first || group.length < 2) continue
    draft.series({
      indicator: first.indicator,
      areas: [...new Set(group.map((f) => f.area))],
      periods: [...new Set(group.map((f) => f.period))],
      figureIds: group.flatMap((f) => (f.main[0] ? [f.main[0].id] : [])),
    })
  }
}
