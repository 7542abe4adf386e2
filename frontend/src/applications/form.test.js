import { expect, test } from 'vitest'
import { blank, draftOf, formOf, stepOf } from './form.js'

const filled = {
  ...blank(),
  name: '园林公司',
  creditCode: ' 91370203xh0000001r ',
  contactName: '陈经理',
  contactPhone: '13900000321',
  areas: [{ code: '370203', name: '市北区' }],
  fields: { governance: true, safety: false },
  offers: [{ kind: /** @type {const} */ ('hands'), title: '种树', text: '', category: '' }],
}

test('what is left empty is left out', () => {
  const form = formOf(filled, undefined, { callId: 'C-2026-0001' })
  expect(form).toMatchObject({
    creditCode: '91370203XH0000001R',
    areaCodes: ['370203'],
    fieldCodes: ['governance'],
    offers: [{ kind: 'hands', title: '种树', categoryCodes: [] }],
    callId: 'C-2026-0001',
  })
  expect(JSON.parse(JSON.stringify(form))).not.toHaveProperty('intro')
})

test('what was sent can be completed', () => {
  const form = formOf(filled, undefined, {})
  const sent = /** @type {any} */ ({
    ...form,
    areas: filled.areas,
    fields: [{ code: 'governance', name: '社区治理' }],
  })
  expect(formOf(draftOf(sent), undefined, {})).toEqual(form)
})

test('a refusal leads to the step that it is about', () => {
  expect(stepOf([{ field: 'contact.phone' }])).toBe(0)
  expect(stepOf([{ field: 'areaCodes' }])).toBe(1)
  expect(stepOf([{ field: 'offers[0].title' }])).toBe(2)
  expect(stepOf([{ field: 'somethingElse' }])).toBe(-1)
})
