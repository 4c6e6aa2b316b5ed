/** "Kiểm tra giúp: …" in a chat: the verdicts of the checker as an answer like any other. */
import type { Answer, AnswerFigure } from '../model/answer.ts'
import type { Check } from '../model/check.ts'
import { foldKey } from '../vietnamese/fold.ts'

/** Said before a text that is to be checked; what follows the colon is the text. */
const REQUEST =
  /^\s*(?:nho )?(?:kiem tra|kiem chung|xac minh|doi chieu)(?: (?:giup|gium|ho|lai|toi|minh|em|voi|doan nay|cau nay))*\s*:\s*/

/** The text that a message asks to be checked; undefined when it asks for nothing of the kind. */
export function claimIn(message: string): string | undefined {
  const text = message.normalize('NFC')
  const said = REQUEST.exec(foldKey(text))
  const claim = said ? text.slice(said[0].length).trim() : ''
  return claim === '' ? undefined : claim
}

function uniqueFigures({ claims }: Check): AnswerFigure[] {
  const byId = new Map(claims.flatMap(({ found }) => found).map((figure) => [figure.id, figure]))
  return [...byId.values()]
}

/** One line a claim, its words first; no figures and outcome `no-data` when nothing can be compared. */
export function answerOfCheck(
  check: Check,
  asked: { readonly question: string; readonly conversation: string; readonly tookMs: number },
): Answer {
  const judged = check.claims.some(({ verdict }) => verdict !== 'no-data')
  const lines = check.claims.map(({ quote, explanation }) => `• “${quote}” – ${explanation}`)
  const nothing = 'Không thấy số liệu nào trong đoạn văn mà kho có thể đối chiếu.'
  return {
    ...asked,
    outcome: judged ? 'answered' : 'no-data',
    text: judged ? lines.join('\n') : nothing,
    figures: judged ? uniqueFigures(check) : [],
    derived: [],
    missing: [],
    related: [],
    citations: judged ? check.citations : [],
    notes: [],
    suggestions: [],
    composedBy: 'rules',
  }
}
