import { expect, test } from 'vitest'
import { parts } from './searched.js'

/** @param {string} text @param {string} words */
const hits = (text, words) =>
  parts(text, words)
    .map(({ text: part, hit }) => (hit ? `[${part}]` : part))
    .join('')

test.each([
  ['楼道路灯坏了', '路灯', '楼道[路灯]坏了'],
  ['楼道灯坏了', '灯 坏', '楼道[灯][坏]了'],
  ['WiFi6 没信号', 'wifi', '[WiFi]6 没信号'],
  ['楼道的感应灯', '楼道感应灯', '[楼道]的[感应]灯'],
  ['ＷＩＦＩ６没信号', 'wifi6', '[ＷＩＦＩ６]没信号'],
  ['３号楼２０㎡的ＷiＦi', 'ｗｉｆｉ', '３号楼２０㎡的[ＷiＦi]'],
  ['a.b*c', '.b*', 'a[.b*]c'],
  ['没有', '灯', '没有'],
  ['没有', '', '没有'],
])('in “%s” what “%s” asked for is marked', (text, words, marked) => {
  expect(hits(text, words)).toBe(marked)
  expect(
    parts(text, words)
      .map((part) => part.text)
      .join(''),
  ).toBe(text)
})
