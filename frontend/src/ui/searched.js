/**
 * What was searched for, to whatever shows a result.
 * @type {import('vue').InjectionKey<import('vue').Ref<string>>}
 */
export const SEARCHED = Symbol('searched')

/** @param {string} text */
const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/**
 * The text in parts, those that were searched for marked. A phrase that does not stand there whole is found in twos.
 * @param {string} text
 * @param {string} words
 * @returns {{text: string, hit: boolean}[]}
 */
export function parts(text, words) {
  const low = text.toLowerCase()
  const sought = words
    .normalize('NFKC')
    .toLowerCase()
    .split(/\s+/)
    .filter(Boolean)
    .flatMap((word) => (low.includes(word) ? word : twos(word)))
  if (!sought.length) return [{ text, hit: false }]
  const pattern = new RegExp(`(${sought.map(escaped).join('|')})`, 'giu')
  return text
    .split(pattern)
    .map((part, at) => ({ text: part, hit: at % 2 === 1 }))
    .filter((part) => part.text)
}

/** @param {string} word */
function twos(word) {
  const characters = [...word]
  if (!/[\u2e80-\u9fff\uac00-\ud7af]/.test(word) || characters.length < 3) return []
  return characters.slice(1).map((next, at) => characters[at] + next)
}
