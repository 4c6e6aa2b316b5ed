import { describe, expect, it } from 'vitest'
import { toReply, valueLabel } from '../../src/channels/reply.ts'
import { FELL, NO_DATA } from './fake-app.ts'

const asked = { question: 'q', conversation: 'c' }
const reply = (told: typeof FELL) => toReply({ ...told, ...asked }, () => 'kim ngạch xuất khẩu')

describe('toReply', () => {
  it('leaves out of the text what notes and sources say again, and nothing else', () => {
    const lines = [FELL.text, ...FELL.notes.map((note) => note.text), 'Nguồn: [1] Báo Hải Dương.']
    expect(reply({ ...FELL, text: lines.join('\n') }).text).toBe(FELL.text)
    expect(reply({ ...FELL, text: 'Nguồn: [1] Báo Hải Dương.' }).text).toBe(
      'Nguồn: [1] Báo Hải Dương.',
    )
    expect(reply({ ...FELL, text: 'Nguồn hàng xuất khẩu giảm [1].' }).text).toContain('Nguồn hàng')
  })

  it('names missing parts and near misses once', () => {
    const [missing = ''] = NO_DATA.missing
    const [near] = NO_DATA.related
    const said = `Chưa có ${missing.toLowerCase()}.\n• ${near?.text.toLowerCase()}`
    expect(reply({ ...NO_DATA, text: said })).toMatchObject({ missing: [], related: [] })
    expect(reply(NO_DATA)).toMatchObject({ missing: [missing], related: [{ text: near?.text }] })
  })

  it('begins a row with a capital letter', () => {
    expect(reply(FELL).rows[0]?.indicator).toBe('Kim ngạch xuất khẩu')
  })
})

describe('valueLabel', () => {
  it.each([
    [{ measure: 'yoy', value: '-6.3', unit: '%' }, 'giảm 6,3%'],
    [{ measure: 'level', value: '9801', unit: 'triệu USD', bound: 'over' }, 'hơn 9.801 triệu USD'],
    [{ measure: 'yoy', value: '13', valueHigh: '14', unit: '%' }, 'tăng 13–14%'],
    [{ measure: 'level', value: '-17.2', unit: 'tỷ USD' }, '−17,2 tỷ USD'],
    [{ measure: 'share', value: '67.2', unit: '%' }, '67,2%'],
  ] as const)('%j is %s', (figure, want) => {
    expect(valueLabel(figure)).toBe(want)
  })
})
