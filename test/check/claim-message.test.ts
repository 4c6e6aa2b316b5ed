import { expect, test } from 'vitest'
import { answerOfCheck, claimIn } from '../../src/check/claim-message.ts'
import type { Check } from '../../src/model/check.ts'

test.each([
  ['Kiểm tra giúp: xuất khẩu tăng 5%', 'xuất khẩu tăng 5%'],
  ['kiem tra giup toi: iip tang 8%', 'iip tang 8%'],
  ['Đối chiếu đoạn này: GRDP tăng 7%.\nCPI giảm 1%.', 'GRDP tăng 7%.\nCPI giảm 1%.'],
])('the text behind %s', (message, text) => {
  expect(claimIn(message)).toBe(text)
})

test.each([
  'Xuất khẩu Hải Dương năm 2023?',
  'Kiểm tra giúp:',
  'Công tác kiểm tra thị trường năm 2023 thế nào?',
])('no request to check: %s', (message) => {
  expect(claimIn(message)).toBeUndefined()
})

const asked = { question: 'Kiểm tra giúp: …', conversation: 'c', tookMs: 1 }
const check: Check = { text: 'tăng 5%', claims: [], citations: [] }

test('nothing to compare is no data, without figures', () => {
  expect(answerOfCheck(check, asked)).toMatchObject({ outcome: 'no-data', figures: [], ...asked })
})

test('each claim is told with its verdict', () => {
  const claimed = {
    indicator: 'exports',
    area: 'Hải Dương',
    borders: null,
    scope: null,
    period: '2023',
    measure: 'yoy',
    priceBasis: null,
    value: '5',
    valueHigh: null,
    unit: '%',
    status: 'actual',
    bound: null,
  } as const
  const claim = { quote: 'tăng 5%', start: 0, end: 7, claimed, found: [] }
  const judged: Check = {
    ...check,
    claims: [{ ...claim, verdict: 'mismatch', explanation: 'Lệch: nguồn ghi giảm 6,3%.' }],
  }
  expect(answerOfCheck(judged, asked)).toMatchObject({
    outcome: 'answered',
    text: '• “tăng 5%” – Lệch: nguồn ghi giảm 6,3%.',
  })
})
