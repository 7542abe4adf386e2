import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ref } from 'vue'
import { within } from '../../test/given.js'
import { useLive } from './useLive.js'

/** @type {any[]} */
let lines = []
class Line extends EventTarget {
  static CLOSED = 2
  readyState = 1
  onopen = () => {}
  onerror = () => {}
  /** @param {string} to */
  constructor(to) {
    super()
    this.to = to
    lines.push(this)
  }
  close() {
    this.readyState = 2
  }
}

beforeEach(() => {
  lines = []
  vi.useFakeTimers()
  vi.spyOn(Math, 'random').mockReturnValue(0.5)
  vi.stubGlobal('EventSource', Line)
})
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

test('what is told is heard, by its name', async () => {
  const heard = vi.fn()
  const { result } = await within(() => useLive(() => '/topics/T-1/stream', { counts: heard }))
  expect(lines[0].to).toBe('/api/v1/topics/T-1/stream')
  lines[0].onopen()
  lines[0].dispatchEvent(new MessageEvent('counts', { data: '{"supportCount":3}' }))
  expect(heard).toHaveBeenCalledWith({ supportCount: 3 })
  expect(result.status.value).toBe('live')
})

test('a line that was refused is tried again, later each time, and what was missed is asked for', async () => {
  const again = vi.fn()
  const { result } = await within(() => useLive(() => '/x', { again }))
  lines[0].readyState = 2
  lines[0].onerror()
  await vi.advanceTimersByTimeAsync(2000)
  expect(lines).toHaveLength(2)
  lines[1].readyState = 2
  lines[1].onerror()
  await vi.advanceTimersByTimeAsync(2000)
  expect(lines).toHaveLength(2)
  await vi.advanceTimersByTimeAsync(2000)
  expect(lines).toHaveLength(3)
  expect(again).not.toHaveBeenCalled()
  lines[2].onopen()
  expect(again).toHaveBeenCalledOnce()
  expect(result.status.value).toBe('live')
})

test('only a line that stays away is worth a word', async () => {
  const { result } = await within(() => useLive(() => '/x', {}))
  lines[0].onopen()
  lines[0].onerror()
  await vi.advanceTimersByTimeAsync(3000)
  lines[0].onerror()
  expect(result.status.value).toBe('live')
  await vi.advanceTimersByTimeAsync(2000)
  expect(result.status.value).toBe('lost')
})

test('a line that says nothing for long is dead, and another is taken', async () => {
  const again = vi.fn()
  const { result } = await within(() => useLive(() => '/x', { again }))
  lines[0].onopen()
  for (let i = 0; i < 3; i++) {
    await vi.advanceTimersByTimeAsync(20_000)
    lines[0].dispatchEvent(new MessageEvent('here', { data: '{}' }))
  }
  expect(lines).toHaveLength(1)
  await vi.advanceTimersByTimeAsync(50_000)
  expect(lines).toHaveLength(2)
  expect(lines[0].readyState).toBe(2)
  expect(result.status.value).toBe('lost')
  lines[1].onopen()
  expect(again).toHaveBeenCalledOnce()
  expect(result.status.value).toBe('live')
})

test('nothing is listened to while there is nothing to hear', async () => {
  const path = ref(/** @type {string | undefined} */ (undefined))
  await within(() => useLive(() => path.value, {}))
  expect(lines).toHaveLength(0)
  path.value = '/x'
  await vi.advanceTimersByTimeAsync(0)
  expect(lines).toHaveLength(1)
})
