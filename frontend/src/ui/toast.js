import { ref } from 'vue'
import { elderly } from './modes.js'

const LASTS = 6000
let last = 0

/** @type {import('vue').Ref<{id: number, text: string, failed: boolean, to?: string}[]>} */
export const toasts = ref([])

/**
 * @param {string} text what was done, in the past tense
 * @param {boolean} [failed] or what was not
 * @param {string} [to] where it is to be seen
 */
export function toast(text, failed = false, to = undefined) {
  const id = ++last
  toasts.value = [...toasts.value, { id, text, failed, to }]
  // Who reads slowly closes it when it is read.
  if (!elderly.value) setTimeout(() => dismiss(id), LASTS)
}

/** @param {number} id */
export function dismiss(id) {
  toasts.value = toasts.value.filter((other) => other.id !== id)
}
