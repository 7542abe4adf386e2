/**
 * What was searched for, to whatever shows a result.
 * @type {import('vue').InjectionKey<import('vue').Ref<string>>}
 */
export const SEARCHED = Symbol('searched')

/** @param {string} text */
const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** @param {string} text */
const fold = (text) => text.normalize('NFKC').toLowerCase()

/** As it is found, each character in its place. @param {string} text */
const foldInPlace = (text) =>
  [...text].map((one) => (fold(one).length === one.length ? fold(one) : one)).join('')

/**
 * The text in parts, those that were searched for marked. A phrase that does not stand there whole is found in twos.
 * @param {string} text
 * @param {string} words
 * @returns {{text: string, hit: boolean}[]}
 */
export function parts(text, words) {
  const low = foldInPlace(text)
  const sought = fold(words)
    .split(/\s+/)
    .filter(Boolean)
    .flatMap((word) => (low.includes(word) ? word : twos(word)))
  if (!sought.length) return [{ text, hit: false }]
  let at = 0
  return low
    .split(new RegExp(`(${sought.map(escaped).join('|')})`, 'gu'))
    .map((part, n) => ({ text: text.slice(at, (at += part.length)), hit: n % 2 === 1 }))
    .filter((part) => part.text)
}

/** @param {string} word */
function twos(word) {
  const characters = [...word]
  if (!/[\u2e80-\u9fff\uac00-\ud7af]/.test(word) || characters.length < 3) return []
  return characters.slice(1).map((next, at) => characters[at] + next)
}
