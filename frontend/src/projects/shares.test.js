import { describe, expect, test } from 'vitest'
import { asShares, linesOf } from './shares.js'

/** @param {object} [terms] @returns {any} */
const project = (terms) => ({
  ...{ claimMode: 'shared', claimPolicy: 'first_come', state: 'open' },
  needs: [
    { id: 'a', title: '早樱', unit: '株', quantity: '20', filled: '12.5' },
    { id: 'b', title: '土', unit: '方', quantity: '3', filled: '3' },
  ],
  ...terms,
})

describe('what a partner takes on of a shared project', () => {
  test('is bounded by what is left, and what is filled is not asked for', () => {
    expect(linesOf(project())).toEqual([{ id: 'a', title: '早樱', unit: '株', most: 7.5 }])
  })

  test('may be all of it for who waits or is to be chosen', () => {
    const most = [7.5, 3]
    expect(linesOf(project({ state: 'claimed' })).map((line) => line.most)).toEqual(most)
    expect(linesOf(project({ claimPolicy: 'reviewed' })).map((line) => line.most)).toEqual(most)
  })

  test('is not asked where one partner carries it whole', () => {
    expect(linesOf(project({ claimMode: 'exclusive' }))).toEqual([])
    expect(asShares([], {})).toBeUndefined()
  })

  test('leaves out what is not wanted, but never means everything by nothing', () => {
    const lines = linesOf(project({ state: 'claimed' }))
    expect(asShares(lines, { a: ' 5 ', b: '0' })).toEqual([{ needId: 'a', quantity: '5' }])
    expect(asShares(lines, { a: '0', b: '' })).toHaveLength(2)
  })
})
