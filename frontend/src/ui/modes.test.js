import { beforeEach, expect, test, vi } from 'vitest'
import { elderly, theme, turnElderly, turnSize, turnTheme } from './modes.js'
import { toast, toasts } from './toast.js'

const root = document.documentElement
beforeEach(() => {
  elderly.value = undefined
  toasts.value = []
})

test('elderly mode is one tap away, grows to the largest and is kept on the device', () => {
  turnElderly()
  expect(root.dataset.elderly).toBe('20')
  turnSize()
  turnSize()
  expect(root.dataset.elderly).toBe('30')
  expect(localStorage.getItem('hehuo:elderly')).toBe('30')
  turnSize()
  expect(elderly.value).toBe('20')
  turnElderly()
  expect(root.dataset.elderly).toBeUndefined()
  expect(localStorage.getItem('hehuo:elderly')).toBeNull()
})

test('a theme that was chosen is kept; what the device prefers needs no choice', () => {
  const preferred = theme.value
  turnTheme()
  expect(theme.value).not.toBe(preferred)
  expect(localStorage.getItem('hehuo:theme')).toBe(theme.value)
  expect(root.dataset.theme).toBe(theme.value)
  turnTheme()
  expect(theme.value).toBe(preferred)
  expect(localStorage.getItem('hehuo:theme')).toBeNull()
})

test('nothing that is said goes away by itself in elderly mode', () => {
  vi.useFakeTimers()
  toast('发出了')
  vi.runAllTimers()
  expect(toasts.value).toHaveLength(0)
  turnElderly()
  toast('发出了')
  vi.runAllTimers()
  expect(toasts.value).toHaveLength(1)
  vi.useRealTimers()
})
