/** The sentence that says what is not known and why. */
import { foldName } from '../../vietnamese/fold.ts'
import type { Missing } from '../find/cells.ts'
import type { Query, Want } from '../query.ts'
import type { Part } from '../reply.ts'
import { areaPart, indicatorPart, periodPart } from './draft.ts'

const WANTED: Readonly<Record<Want, string>> = {
  any: 'số liệu về',
  level: 'số tuyệt đối về',
  yoy: 'mức tăng, giảm so với cùng kỳ của',
  mom: 'mức tăng, giảm so với tháng trước của',
  growth: 'mức tăng, giảm so với kỳ gốc được hỏi của',
  average: 'mức tăng bình quân của',
  plan: 'tỷ lệ thực hiện kế hoạch của',
  over_plan: 'mức vượt kế hoạch của',
  met: 'số liệu so với kế hoạch của',
  share: 'tỷ trọng của',
}

/** "Kho số liệu chưa có giá trị của kim ngạch nhập khẩu của Hải Dương năm 2023." */
export function missingLine({ cell, reason }: Missing, query: Query): (Part | string)[] {
  const about = aboutCell(cell, query)
  const what = WANTED[cell.demand.want]
  switch (reason) {
    case 'only-target':
      return ['Chưa có kết quả thực hiện ', ...about, '; kho mới có mục tiêu.']
    case 'only-part':
      return ['Chưa có số chung về ', ...about, '; kho chỉ có số của một bộ phận.']
    case 'only-whole':
      return ['Chưa có số riêng về ', ...about, '; kho chỉ có số chung.']
    case 'other-measure':
      return [`Chưa có ${what} `, ...about, '; kho chỉ có số đo khác của chỉ tiêu này.']
    case 'other-period':
      return ['Chưa có số liệu về ', ...about, ' đúng kỳ được hỏi.']
    case 'year-unknown':
      return ['Chưa có số liệu về ', ...about, '; kho chỉ có số không rõ năm.']
    case 'other-borders':
      return ['Chưa có số liệu về ', ...about, ' theo địa giới được hỏi.']
    case 'other-prices':
      return ['Chưa có số liệu về ', ...about, ' theo loại giá được hỏi.']
    case 'nothing':
    case 'other-area':
      return ['Chưa có số liệu về ', ...about, '.']
  }
}

function aboutCell(cell: Missing['cell'], query: Query): (Part | string)[] {
  const aimed = cell.demand.wish === 'target' ? 'mục tiêu ' : ''
  const code = cell.indicator?.codes[0]
  const named: (Part | string)[] = code ? [indicatorPart(code, null)] : ['nội dung này']
  const part = cell.scope.firm ? askedPart(cell.scope.text, query) : []
  const when: (Part | string)[] = cell.period ? [' ', periodPart(cell.period.period)] : []
  return [
    aimed,
    ...named,
    ...part,
    ' của ',
    areaPart(cell.area.area, cell.area.borders, cell.period?.period ?? null),
    ...when,
  ]
}

/** The restricting words as they were typed. */
function askedPart(words: string, query: Query): (Part | string)[] {
  const start =
    words === '' ? -1 : foldName(query.question) === '' ? -1 : query.question.indexOf(words)
  return start < 0 ? [] : [' (“', { kind: 'asked', start, end: start + words.length }, '”)']
}
