import { ref } from 'vue'

const LASTS = 6000
let last = 0

/** @type {import('vue').Ref<{id: number, text: string, failed: boolean}[]>} */
export const toasts = ref([])

/** @param {string} text what was done, in the past tense @param {boolean} [failed] or what was not */
export function toast(text, failed = false) {
  const id = ++last
  toasts.value = [...toasts.value, { id, text, failed }]
  setTimeout(() => dismiss(id), LASTS)
}

/** @param {number} id */
export function dismiss(id) {
  toasts.value = toasts.value.filter((other) => other.id !== id)
}
