/** The Vietnamese sentence under a verdict: what is stored, how it differs, and a line ready to copy. */
import { Decimal } from 'decimal.js'
import type { ClaimedFigure } from '../model/check.ts'
import type { StoredFigure } from '../store/store.ts'
import { formatNumber, formatPeriodVi, formatQuantity, formatStatus } from '../vietnamese/format.ts'
import { type Amount, amountOf, splitUnit } from './amount.ts'
import { type ClaimToJudge, hasYear, type Judgement } from './judge.ts'
import { sayArea, sayIndicator, sayLine, sayTopic, sayValue } from './say.ts'

/** The explanation of a judgement, in one or more Vietnamese sentences. */
export function explain(claim: ClaimToJudge, { verdict, found, elsewhere }: Judgement): string {
  const [best] = found
  if (!best || verdict === 'no-data') return `Chưa có số liệu về ${sayTopic(claim)} để đối chiếu.`
  return [
    explainVerdict(claim, best, verdict),
    ...caveats(claim, found, elsewhere),
    sayLine(best),
  ].join(' ')
}

function explainVerdict(claim: ClaimToJudge, best: StoredFigure, verdict: Judgement['verdict']) {
  switch (verdict) {
    case 'match':
      return 'Khớp.'
    case 'match-rounded':
      return `Khớp khi làm tròn: nguồn ghi ${sayValue(best)}.`
    case 'mismatch':
      return explainMismatch(claim, best)
    case 'other-unit':
      return `Đúng số nhưng khác đơn vị: nguồn ghi ${best.unit}, không phải ${claim.unit}.`
    case 'other-status':
      return `Đúng số nhưng khác loại: đây là số ${formatStatus(best.status)}, không phải số ${formatStatus(claim.status)}.`
    case 'other-period':
      return hasYear(claim.period)
        ? `Đúng số nhưng khác kỳ: đây là số của ${formatPeriodVi(best.period)}, không phải ${formatPeriodVi(claim.period)}.`
        : `Đoạn văn không nêu năm: số này trùng với số của ${formatPeriodVi(best.period)}.`
    case 'other-area':
      return claim.area === null
        ? `Đoạn văn không nêu địa bàn: số này trùng với số của ${sayArea(best)}.`
        : `Đúng số nhưng khác địa bàn: đây là số của ${sayArea(best)}, không phải ${sayArea(claim)}.`
    case 'other-scope':
      return `Đúng số nhưng khác phạm vi: đây là ${scopeOf(best)}, không phải ${scopeOf(claim)}.`
    case 'other-indicator':
      return `Đúng số nhưng của chỉ tiêu khác: đây là ${sayIndicator(best)} ${sayValue(best)}, không phải ${sayIndicator(claim)} ${sayValue(claim)}.`
    case 'no-data':
      return ''
  }
}

/** What part of the indicator a figure covers. */
function scopeOf(figure: ClaimedFigure): string {
  const part = figure.scope ? `“${figure.scope}”` : 'toàn bộ'
  const basis =
    figure.priceBasis && { constant: 'giá so sánh', current: 'giá hiện hành' }[figure.priceBasis]
  const borders =
    figure.borders &&
    { old: 'địa giới trước sáp nhập', new: 'địa giới sau sáp nhập' }[figure.borders]
  return [part, basis, borders].filter((words) => words !== null).join(', ')
}

/** The right figure and the difference. */
function explainMismatch(claim: ClaimToJudge, best: StoredFigure): string {
  if (claim.warnings.includes('repaired-number')) {
    return `Lệch: đoạn văn viết số không đúng cách (“${claim.quote}”), nguồn ghi ${sayValue(best)}.`
  }
  const [claimed, stored] = [amountOf(claim), amountOf(best)]
  if (claimed.value.s !== stored.value.s && !stored.value.isZero() && !claimed.value.isZero()) {
    return `Ngược chiều: nguồn ghi ${sayValue(best)}, không phải ${sayValue(claim)}.`
  }
  return `Lệch: nguồn ghi ${sayValue(best)}, đoạn văn ghi ${sayValue(claim)}${difference(claim, best)}.`
}

function difference(claim: ClaimToJudge, best: StoredFigure): string {
  const [claimed, stored] = [amountOf(claim), amountOf(best)]
  if (claim.valueHigh !== null || best.valueHigh !== null) return ''
  const more = claimed.value.minus(stored.value)
  if (more.isZero()) return ''
  const direction = directionOf(more, stored)
  if (stored.base === '%')
    return `, ${direction} ${formatNumber(more.abs().toFixed())} điểm phần trăm`
  const inUnit = more.abs().div(new Decimal(10).pow(splitUnit(best.unit).power))
  const share = stored.value.isZero() ? '' : ` (${percent(more.div(stored.value))})`
  return `, ${direction} ${formatQuantity(inUnit.toFixed(), best.unit)}${share}`
}

/** "cao hơn", "thấp hơn"; of two falls one is deeper. */
function directionOf(more: Decimal, { measure, value }: Amount): string {
  const isFall =
    value.isNegative() && (measure === 'yoy' || measure === 'mom' || measure === 'growth')
  if (isFall) return more.gt(0) ? 'giảm ít hơn' : 'giảm nhiều hơn'
  return more.gt(0) ? 'cao hơn' : 'thấp hơn'
}

/** A ratio as per cent with two telling digits. */
const percent = (ratio: Decimal) =>
  formatQuantity(ratio.abs().times(100).toSignificantDigits(2).toFixed(), '%')

/** What a careful reader must know besides the verdict. */
function caveats(
  claim: ClaimToJudge,
  found: readonly StoredFigure[],
  elsewhere: readonly StoredFigure[],
): string[] {
  const [best] = found
  const said: string[] = []
  const [other] = elsewhere
  if (other) said.push(`Số trong đoạn văn là của ${sayTopic(other)}.`)
  if (best && best.priceBasis !== claim.priceBasis && claim.priceBasis === null) {
    said.push(
      `Nguồn tính theo ${best.priceBasis === 'constant' ? 'giá so sánh' : 'giá hiện hành'}.`,
    )
  }
  if (best && !hasYear(best.period)) said.push('Nguồn không nói rõ năm.')
  const warning = best?.warningDetails[0]
  if (warning) said.push(`Lưu ý: ${warning.text}`)
  return said
}
