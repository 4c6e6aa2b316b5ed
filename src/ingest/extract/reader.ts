/** Reads one sentence: builds clauses, ties every number to its subject, and keeps the context. */
import { bordersFor } from '../../catalogue/borders.ts'
import type { ExtractedFigure, RuleTrace, Status, WarningCode } from '../../model/figure.ts'
import type { PeriodParts } from '../../model/period.ts'
import {
  type Clause,
  emptyClause,
  hasSubject,
  lastPart,
  namesIndicator,
  newPart,
  takeVerb,
} from './clause.ts'
import { type Context, newContext } from './context.ts'
import type { Item, ItemOf } from './items.ts'
import { measureOf } from './measure.ts'
import { fitsUnit, rememberSubject, subjectOf, textOf } from './subject.ts'
import { readTail, type Tail } from './tail.ts'
import { Calendar, isEarlier, isFigurePeriod, periodText } from './when.ts'

export interface Sentence {
  readonly start: number
  readonly end: number
  readonly items: readonly Item[]
}

export interface ReaderOptions {
  readonly text: string
  readonly area: string | null
  readonly published: string | null
  readonly report: { readonly year: number | null; readonly month: number | null }
}

/** Reads the sentences of an article in order. */
export class Reader {
  readonly figures: ExtractedFigure[] = []
  readonly #options: ReaderOptions
  readonly #calendar: Calendar
  #context: Context = newContext()
  #saved: Context[] = []
  #clause: Clause = emptyClause()
  #sentence: Sentence = { start: 0, end: 0, items: [] }

  constructor(options: ReaderOptions) {
    this.#options = options
    this.#calendar = new Calendar(options.report)
  }

  /** Forgets what only holds inside a paragraph. */
  startParagraph(): void {
    const c = this.#context
    c.blockStatus = null
    c.products = false
    c.area = null
    c.borders = null
    c.price = null
    if (c.leadPeriod) c.period = c.leadPeriod
    c.leadPeriod = null
    this.#calendar.startParagraph()
  }

  readSentence(sentence: Sentence): void {
    this.#sentence = sentence
    this.#startSentence()
    const { items } = sentence
    for (let at = 0; at < items.length; ) {
      const item = items[at]
      if (!item) break
      if (item.kind === 'quantity') {
        const tail = readTail(items, at + 1)
        this.#attach(item, tail)
        this.#clause = emptyClause()
        at = tail.next
      } else {
        this.#take(item, items[at + 1])
        at++
      }
    }
    while (this.#saved.length > 0) this.#closeBracket()
    this.#commit(false)
  }

  #startSentence(): void {
    const c = this.#context
    c.sentenceStatus = null
    c.status = c.blockStatus ?? 'actual'
    c.base = null
    c.direction = null
    c.average = false
    c.vetoed = false
    this.#clause = emptyClause()
  }

  #take(item: Item, next: Item | undefined): void {
    const clause = this.#clause
    clause.used.push(item)
    switch (item.kind) {
      case 'mark':
        return this.#takeMark(item.mark, item)
      case 'period':
        if (clause.baseOpen || !isFigurePeriod(item.period)) {
          if (
            item.period.kind === 'day' ||
            item.period.kind === 'other-span' ||
            item.period.kind === 'rest'
          )
            return
          clause.base = { kind: 'period', period: item.period }
          clause.baseOpen = false
        } else clause.period = item.period
        return
      case 'area':
        if (clause.baseOpen) clause.baseOpen = false
        else clause.area = item
        return
      case 'cue':
        return this.#takeCue(item, next)
      case 'word':
      case 'number':
        return this.#takeContent(item)
    }
  }

  #takeContent(item: Item): void {
    if (this.#clause.causeOpen) return
    if (this.#clause.verbClosed) this.#turn()
    lastPart(this.#clause).items.push(item)
  }

  #takeMark(mark: string, item: Item): void {
    const clause = this.#clause
    if (mark === ',') {
      clause.causeOpen = false
      if (clause.verb !== null && hasSubject(clause)) clause.verbClosed = true
      if (lastPart(clause).items.length > 0) clause.parts.push(newPart())
    } else if (mark === ';') this.#commit(false)
    else if (mark === ':') this.#commitLead()
    else if (mark === '(') this.#openBracket()
    else if (mark === ')') this.#closeBracket()
    else if (mark === '-' && lastPart(clause).items.length > 0) lastPart(clause).items.push(item)
  }

  /** A colon right in front of a number only points at it; otherwise a list follows. */
  #commitLead(): void {
    const clause = this.#clause
    const at = this.#sentence.items.indexOf(clause.used.at(-1) as Item)
    const follows = this.#sentence.items.slice(at + 1).find((i) => i.kind !== 'mark')
    const pointsAtNumber =
      follows?.kind === 'quantity' ||
      (follows?.kind === 'cue' &&
        ['verb', 'status', 'plan', 'result', 'compare'].includes(follows.cue.kind))
    if (pointsAtNumber && hasSubject(clause)) return
    if (clause.status && clause.status !== 'estimate') this.#context.blockStatus = clause.status
    this.#commit(true)
  }

  #openBracket(): void {
    const named = hasSubject(this.#clause)
    if (named) this.#commit(false, true)
    this.#saved.push({ ...this.#context })
    this.#clause = emptyClause()
  }

  #closeBracket(): void {
    const saved = this.#saved.pop()
    if (saved) this.#context = saved
    this.#clause = emptyClause()
  }

  #takeCue(item: ItemOf<'cue'>, next: Item | undefined): void {
    const clause = this.#clause
    const { cue } = item
    if (clause.causeOpen && !['products', 'parts', 'turn', 'indicator'].includes(cue.kind)) {
      if (
        cue.kind === 'domain' ||
        cue.kind === 'head' ||
        cue.kind === 'verb' ||
        cue.kind === 'status'
      ) {
        if (cue.kind === 'verb') takeVerb(clause, item, cue.verb)
      }
      return
    }
    switch (cue.kind) {
      case 'indicator':
      case 'head':
      case 'domain':
      case 'products': {
        if (cue.kind === 'head' && cue.head === 'rate' && clause.verb !== null) return
        if (clause.causeOpen && cue.kind === 'indicator') {
          this.#commit(false)
          return this.#takeCue(item, next)
        }
        if (clause.verbClosed) this.#turn()
        const part = lastPart(this.#clause)
        part.items.push(item)
        if (cue.kind === 'indicator') part.indicators.push(cue.indicator)
        else if (cue.kind === 'head') part.heads.push(cue.head)
        else if (cue.kind === 'domain') part.domains.push(cue.domain)
        else part.products = true
        return
      }
      case 'verb':
        if (cue.verb === 'surplus' || cue.verb === 'deficit')
          lastPart(clause).indicators.push('trade_balance')
        takeVerb(clause, item, cue.verb)
        return
      case 'status':
        clause.statusLeads = !hasSubject(clause)
        clause.status = cue.status
        return
      case 'result':
        clause.result = true
        return
      case 'compare':
        clause.baseOpen = true
        return
      case 'above':
      case 'below':
        clause.baseOpen = next?.kind !== 'quantity'
        clause.direction = cue.kind === 'above' ? 1 : -1
        return
      case 'plan':
        this.#takePlan(item, cue.extra)
        return
      case 'parts':
        this.#commit(true)
        this.#clause.isPart = true
        return
      case 'turn':
        this.#commit(false)
        return
      case 'copula':
        if (clause.verbClosed || clause.verb) this.#turn()
        else lastPart(clause).copulaAt ??= lastPart(clause).items.length
        return
      case 'and':
        if (lastPart(clause).items.length > 0) lastPart(clause).items.push(item)
        return
      case 'cause':
        if (hasSubject(clause) || clause.verb) this.#commit(false)
        this.#clause.causeOpen = true
        return
      case 'price':
        clause.price = cue.basis
        return
      case 'including':
        clause.including = { start: item.end, end: item.end }
        return
      case 'part':
      case 'noun':
        return this.#takeContent(item)
      case 'generic':
        if (lastPart(clause).items.length > 0) lastPart(clause).items.push(item)
        return
      case 'veto':
        clause.veto = true
        return
      case 'average':
        clause.average = true
        return
      case 'same':
        clause.same = true
        return
      case 'whole':
        clause.whole = true
        return
      case 'old':
      case 'new':
        clause.borders = cue.kind
        return
      case 'other':
        return this.#takeContent(item)
    }
  }

  /** A plan is what is compared with, or, with nothing to compare, the plan's own figure follows. */
  #takePlan(item: ItemOf<'cue'>, extra: boolean): void {
    const clause = this.#clause
    const verb = clause.verb?.cue.kind === 'verb' ? clause.verb.cue.verb : null
    if (clause.baseOpen || verb === 'exceed' || verb === 'short' || verb === 'equal') {
      clause.base = { kind: 'plan', extra: extra ? 'kế hoạch giao thêm' : null }
      clause.baseOpen = false
      return
    }
    clause.statusLeads = !hasSubject(clause)
    clause.status = 'target'
    void item
  }

  /** What was said so far is context; a new clause begins. */
  #turn(): void {
    this.#commit(false)
  }

  #commit(list: boolean, bracket = false): void {
    const clause = this.#clause
    const c = this.#context
    if (clause.used.length > 0) {
      const naming = clause.parts.some(namesIndicator)
      if (naming && !clause.veto) {
        const subject =
          subjectOf(clause, 'percent', c, this.#options.text) ??
          subjectOf(clause, 'money', c, this.#options.text)
        if (subject && subject.indicator !== 'other') {
          rememberSubject(c, list && !bracket ? { ...subject, scope: null } : subject, true)
        }
      } else if (bracket && hasSubject(clause)) {
        const subject = subjectOf(clause, 'percent', c, this.#options.text)
        if (subject) c.subject = subject
      }
      if (clause.period) this.#setPeriod(clause.period)
      if (clause.area) this.#setArea(clause)
      if (clause.base) c.base = clause.base
      if (clause.direction !== null) c.direction = clause.direction
      if (clause.status) c.sentenceStatus = clause.status
      if (clause.status) c.status = clause.status
      if (clause.price) c.price = clause.price
      if (clause.including) {
        const words = textOf(
          clause.parts.flatMap((p) => p.items),
          this.#options.text,
        )
        c.including = words
      }
    }
    this.#clause = emptyClause()
  }

  #setPeriod(mention: Parameters<Calendar['read']>[0]): PeriodParts | null {
    const parts = this.#calendar.read(mention)
    if (parts) this.#context.period = parts
    return parts
  }

  #setArea(clause: Clause): void {
    const c = this.#context
    if (clause.area) {
      c.area = clause.area.area.area
      c.borders = clause.borders
    }
  }

  #statusOf(clause: Clause, isLevel: boolean, newSubject: boolean): Status {
    const c = this.#context
    if (clause.result) return c.blockStatus ?? 'actual'
    if (clause.status === 'estimate' || clause.status === 'preliminary')
      return c.blockStatus ?? (c.sentenceStatus === 'target' ? 'target' : clause.status)
    if (clause.status) return clause.status
    const verb = clause.verb?.cue.kind === 'verb' ? clause.verb.cue.verb : null
    if (
      isLevel &&
      verb === 'reach' &&
      newSubject &&
      c.blockStatus === null &&
      c.status === 'estimate' &&
      !c.sentenceStatus
    )
      return 'actual'
    return c.status
  }

  #attach(item: ItemOf<'quantity'>, tail: Tail): void {
    const clause = this.#clause
    const c = this.#context
    const { quantity } = item
    const { text } = this.#options
    const fresh = hasSubject(clause) && !clause.same
    if (clause.veto || (c.vetoed && !fresh) || quantity.per) {
      c.vetoed = true
      return
    }
    c.vetoed = false
    const subject = subjectOf(clause, quantity.unitKind, c, text)
    const named = clause.parts.some(namesIndicator)
    const ownPeriod = tail.period ?? clause.period
    const period = ownPeriod ? (this.#setPeriod(ownPeriod) ?? c.period) : c.period
    const borders = tail.borders ?? clause.borders
    if (clause.area) this.#setArea(clause)
    else if (tail.area && !fresh) {
      c.area = tail.area.area.area
      c.borders = tail.borders
    }
    if (borders) c.borders = borders
    if (fresh) c.price = clause.price ?? (named && !clause.isPart ? null : c.price)
    else c.price = clause.price ?? c.price
    if (tail.price) c.price = tail.price
    if (!subject || !fitsUnit(subject.indicator, quantity.unitKind)) {
      if (fresh) c.vetoed = true
      return
    }
    const verb = clause.verb?.cue.kind === 'verb' ? clause.verb.cue.verb : null
    if (verb === 'contribute') return
    const ownBase = tail.base ?? clause.base
    const base =
      ownBase ?? (quantity.unitKind === 'percent' || quantity.unitKind === 'times' ? c.base : null)
    const isTarget = clause.status === 'target'
    const measured = measureOf({
      quantity,
      indicator: subject.indicator,
      verb,
      base,
      direction: clause.direction,
      listDirection: c.direction,
      period,
      average: clause.average || tail.average,
      isRate: clause.parts.some((p) => p.heads.includes('rate')),
      isTarget,
    })
    if (fresh) rememberSubject(c, subject, named)
    if (!measured) return
    if (clause.direction !== null) c.direction = clause.direction
    const isLevel = measured.measure === 'level'
    let status = this.#statusOf(clause, isLevel, fresh || isLevel)
    if (
      c.leadPeriod &&
      period &&
      c.status !== 'target' &&
      isEarlier(period, c.leadPeriod) &&
      clause.status === null
    )
      status = 'actual'
    c.status = status
    if (clause.status && clause.statusLeads) c.sentenceStatus = clause.status
    if (clause.status === 'target')
      c.sentenceStatus ??= this.#saved.length > 0 || isTargetAside(clause) ? null : 'target'
    c.leadPeriod ??= period
    const scope = planScope(subject.scope, ownBase?.kind === 'plan' ? ownBase.extra : null)
    const start = quoteStart(item, clause)
    const end = tail.planEnd ?? item.end
    const area = c.area ?? this.#options.area
    const warnings: WarningCode[] = []
    if (area === null) warnings.push('area-unknown')
    const periodWords = periodText(period)
    if (periodWords.startsWith('XXXX')) warnings.push('year-unknown')
    if (quantity.repaired) warnings.push('repaired-number')
    const trace: RuleTrace[] = []
    this.figures.push({
      indicator: subject.indicator,
      area,
      borders: bordersFor(area, periodWords, {
        published: this.#options.published,
        cue: c.borders,
      }),
      scope,
      period: periodWords,
      measure: measured.measure,
      priceBasis: c.price,
      value: measured.value,
      valueHigh: measured.high,
      unit: measured.unit,
      status,
      bound: quantity.bound,
      quote: text.slice(start, end),
      start,
      end,
      warnings,
      sentenceStart: this.#sentence.start,
      sentenceEnd: this.#sentence.end,
      warningDetails: [],
      trace,
    })
  }
}

function isTargetAside(clause: Clause): boolean {
  return clause.used.some((i) => i.kind === 'cue' && i.cue.kind === 'plan')
}

function planScope(scope: string | null, extra: string | null): string | null {
  if (extra === null) return scope
  return scope === null ? extra : `${scope}, ${extra}`
}

/** The quote begins with the verb when it stands right in front: "tăng 11,5%". */
function quoteStart(item: ItemOf<'quantity'>, clause: Clause): number {
  const last = clause.used.at(-1)
  const isVerb = last?.kind === 'cue' && (last.cue.kind === 'verb' || last.cue.kind === 'status')
  return last && isVerb && last.end <= item.start ? last.start : item.start
}
