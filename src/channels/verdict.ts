/** The verdicts of a check in a few words; the explanation of each claim says the rest. */
import type { Verdict } from '../model/check.ts'

/** How a verdict is to be taken: fine, wrong, right number for something else, unknown. */
export type VerdictTone = 'good' | 'bad' | 'off' | 'unknown'

interface VerdictWords {
  readonly label: string
  readonly sign: string
  readonly tone: VerdictTone
}

const WORDS = {
  match: { label: 'Khớp', sign: '✓', tone: 'good' },
  'match-rounded': { label: 'Khớp khi làm tròn', sign: '✓', tone: 'good' },
  mismatch: { label: 'Không khớp', sign: '✗', tone: 'bad' },
  'other-period': { label: 'Số của kỳ khác', sign: '≠', tone: 'off' },
  'other-area': { label: 'Số của địa phương khác', sign: '≠', tone: 'off' },
  'other-indicator': { label: 'Số của chỉ tiêu khác', sign: '≠', tone: 'off' },
  'other-scope': { label: 'Số của phạm vi khác', sign: '≠', tone: 'off' },
  'other-unit': { label: 'Khác đơn vị', sign: '≠', tone: 'off' },
  'other-status': { label: 'Khác loại số liệu', sign: '≠', tone: 'off' },
  'no-data': { label: 'Chưa có số liệu để đối chiếu', sign: '?', tone: 'unknown' },
} as const satisfies Record<Verdict, VerdictWords>

/** Label, sign and tone of a verdict. */
export function verdictWords(verdict: Verdict): VerdictWords {
  return WORDS[verdict]
}
