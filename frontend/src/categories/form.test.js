import { describe, expect, test } from 'vitest'
import { asForm, draftOf, newDraft, placed } from './form.js'

const field = { code: 'governance', name: '治理' }
/** @param {string} code @param {string} name */
const leaf = (code, name) => ({ code, name, field, slaDays: 3, retired: false, children: [] })
const power = { ...leaf('PWR', '电力'), children: [leaf('PWR01', '楼道灯'), leaf('PWR04', '充电')] }
const water = leaf('WAT', '用水')
const detail = {
  code: 'PWR04',
  parent: 'PWR',
  name: '充电桩',
  nameZh: '充电桩',
  nameEn: 'Charging',
  field,
  slaDays: 7,
  words: ['充电', '电瓶车'],
  retired: false,
}

describe('a category', () => {
  test('begins in its group, after the last number there', () => {
    expect(newDraft(power)).toMatchObject({ code: 'PWR05', field: 'governance', slaDays: '3' })
    expect(newDraft(water).code).toBe('WAT01')
    expect(newDraft().code).toBe('')
  })

  test('is known by words, however they are set apart, each once', () => {
    const words = '充电、电瓶车，充电　e-bike\n'
    expect(asForm({ ...draftOf(detail), words }).words).toEqual(['充电', '电瓶车', 'e-bike'])
    expect(asForm(draftOf(detail)).words).toEqual(detail.words)
  })

  test('stands in the tree as it is now', () => {
    const [changed, same] = placed([power, water], detail)
    expect(changed?.children.map(({ name, slaDays }) => [name, slaDays])).toEqual([
      ['楼道灯', 3],
      ['充电桩', 7],
    ])
    expect(same).toBe(water)
    expect(placed([power], { ...detail, code: 'PWR05' })[0]?.children).toHaveLength(3)
    expect(placed([power], { ...detail, code: 'SAN', parent: undefined })).toHaveLength(2)
    const renamed = placed([power], { ...detail, code: 'PWR', parent: undefined, name: '用电' })
    expect(renamed[0]).toMatchObject({ name: '用电', children: power.children })
  })
})
