import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { aServer, within } from '../../test/given.js'
import { useBoard } from './useBoard.js'

const NOON = Date.parse('2026-11-27T12:00:00Z')
/** @type {any} */
let line
class Line extends EventTarget {
  static CLOSED = 2
  readyState = 1
  constructor() {
    super()
    line = this
  }
  close() {}
}
const board = (/** @type {number} */ now) => ({
  id: 'M-1',
  state: 'live',
  now: new Date(now).toISOString(),
  tiles: [],
  partners: [],
})

beforeEach(() => {
  vi.useFakeTimers({ now: NOON - 40_000 })
  vi.stubGlobal('EventSource', Line)
})
afterEach(() => vi.useRealTimers())

test('the clock is the server’s, also where its first answer did not come', async () => {
  let reachable = false
  aServer({
    'GET /meetings/M-1/board': () =>
      reachable ? board(NOON + performance.now()) : Promise.reject(new TypeError('no network')),
  })
  const { result } = await within(() => useBoard(() => 'M-1'))
  await vi.advanceTimersByTimeAsync(25_000)
  expect(Math.abs(result.now.value - Date.now())).toBeLessThan(200)
  reachable = true
  const told = { data: JSON.stringify(board(NOON + performance.now())) }
  line.dispatchEvent(new MessageEvent('board', told))
  await vi.advanceTimersByTimeAsync(1000)
  expect(Math.abs(result.now.value - (NOON + performance.now()))).toBeLessThan(200)
})
