/** What a row of a table is about, by its own label or by the rows above it. */
import { indicatorById } from '../../catalogue/indicators.ts'
import type { PriceBasis } from '../../model/figure.ts'
import { foldName } from '../../vietnamese/fold.ts'
import type { Column } from './columns.ts'
import { type Frame, PRODUCTS } from './frame.ts'
import { indicatorIn, type Label } from './labels.ts'

export interface Subject {
  readonly indicator: string
  readonly scope: string | null
}

/** The row above that later rows may be parts of. */
export interface Section {
  readonly subject: Subject | null
  readonly unit: string | null
  readonly priceBasis: PriceBasis | null
  /** How deep its label is numbered; parts are numbered deeper. */
  readonly depth: number
  /** A row without values heads whatever stands below it. */
  readonly isHeading: boolean
  readonly isProducts: boolean
}

/** Before the first row. */
export const NO_SECTION: Section = {
  subject: null,
  unit: null,
  priceBasis: null,
  depth: 0,
  isHeading: false,
  isProducts: false,
}

/** Numberings from the outermost inwards. */
const DEPTHS = [
  /^[IVXLC]{1,5}\s*[.)/]|^[A-ZĐ]\s*[.)]/u,
  /^\d{1,2}\s*[.)]\s/,
  /^\d{1,2}\.\d|^[a-zđ]\s*[.)]/u,
  /^[-–*•]/,
  /^\+/,
]
const NO_NUMBER = 1
/** Words with which a part of the whole before it begins, also without any numbering. */
const PART_WORDS =
  /^(?:trong do|chia ra|khu vuc|kinh te (?:nha nuoc|tu nhan|tap the|ngoai|trong nuoc|co von)|nha nuoc|ngoai nha nuoc|doanh nghiep (?:nha nuoc|ngoai|fdi|co von|trong nuoc)|co von|dau tu nuoc ngoai|fdi|trung uong|dia phuong|khai khoang|cong nghiep (?:khai|che bien|trung uong|dia phuong|san xuat)|che bien|san xuat va phan phoi|san xuat, phan phoi|cung cap nuoc|hang hoa khac|mat hang)/

/** How deep a label stands in the numbering of its table. */
export function depthOf(raw: string): number {
  const found = DEPTHS.findIndex((pattern) => pattern.test(raw.trim()))
  return found < 0 ? NO_NUMBER : found
}

/** The section that a row opens, or the one it stays in. */
export function nextSection(
  section: Section,
  label: Label,
  raw: string,
  unit: string | null,
  isHeading: boolean,
): Section {
  const depth = depthOf(raw)
  if (label.indicator !== null) {
    const subject = { indicator: label.indicator, scope: label.rest }
    const { priceBasis } = label
    return { subject, unit, priceBasis, depth, isHeading, isProducts: false }
  }
  if (!isHeading) return section
  const isProducts = PRODUCTS.test(foldName(label.words))
  const staysInside = section.subject !== null && depth > section.depth && !isProducts
  return staysInside ? section : { ...NO_SECTION, depth, isHeading, isProducts }
}

function isPartOf(section: Section, label: Label, raw: string): boolean {
  if (label.isTotal || label.isPeriod || label.area !== null) return true
  if (section.isHeading || depthOf(raw) > section.depth) return true
  return PART_WORDS.test(foldName(raw))
}

/** The part of GRDP that industry makes has an indicator of its own. */
function refine(subject: Subject): Subject {
  const scope = foldName(subject.scope ?? '').replace(/^khu vuc /, '')
  if (subject.indicator !== 'grdp' || !scope.startsWith('cong nghiep')) return subject
  const isAlone = scope === 'cong nghiep'
  return { indicator: 'industrial_value_added', scope: isAlone ? null : subject.scope }
}

function fitsUnit(indicator: string, unit: string | null): boolean {
  const units = indicatorById(indicator)?.units ?? []
  if (unit === null || unit === '%' || units.length === 0) return true
  const base = (written: string): string => written.split(' ').at(-1) ?? written
  return units.some((known) => base(known) === base(unit))
}

const OF_PRODUCTS = new Set(['industrial_output', 'iip'])
const BY_VOLUME = new Set(['exports', 'imports'])

/** A row that is counted in another unit than its section: a product, a volume, or nothing we know. */
function byUnit(whole: Subject, part: string | null, unit: string | null): Subject | undefined {
  const isBelow = part !== null && foldName(part) !== foldName(whole.scope ?? '')
  const subject = { indicator: whole.indicator, scope: isBelow ? part : whole.scope }
  if (fitsUnit(whole.indicator, unit) || BY_VOLUME.has(whole.indicator)) return refine(subject)
  return OF_PRODUCTS.has(whole.indicator) && part !== null
    ? { indicator: 'product_output', scope: part }
    : undefined
}

/**
 * What a row is about; undefined when its label is none of ours and nothing shows that it is a part
 * of the row or the title above it.
 */
export function subjectOf(
  label: Label,
  raw: string,
  section: Section,
  frame: Frame,
  unit: string | null,
): Subject | undefined {
  if (label.indicator !== null) return refine({ indicator: label.indicator, scope: label.rest })
  const part = label.isTotal || label.isPeriod || label.area !== null ? null : label.rest
  if ((section.isProducts || frame.isProducts) && part !== null) {
    return { indicator: 'product_output', scope: part }
  }
  if (section.subject && isPartOf(section, label, raw)) return byUnit(section.subject, part, unit)
  const isOfTitle = section.subject === null || section.subject.indicator === frame.indicator
  if (isOfTitle && frame.indicator !== null) {
    return byUnit({ indicator: frame.indicator, scope: null }, part, unit)
  }
  return undefined
}

/** The subject of a table of places or years whose columns name the indicators. */
export function subjectOfColumns(columns: readonly Column[], label: Label): Subject | undefined {
  if (label.area === null && !label.isPeriod && !label.isTotal) return undefined
  const named = columns.map((column) => indicatorIn(column.words)).find((hit) => hit !== undefined)
  return named ? { indicator: named.id, scope: null } : undefined
}
