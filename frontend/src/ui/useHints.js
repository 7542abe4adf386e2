import { onScopeDispose, ref, watch } from 'vue'

const WAIT = 500

/**
 * What goes with the words that are being written: asked for when they rest, an older answer never over a newer one.
 * A hint: where it does not come, one can do without.
 * @template {unknown[]} K, T
 * @param {() => [...K]} words
 * @param {(...words: K) => Promise<T[]>} ask
 */
export function useHints(words, ask) {
  const hints = ref(/** @type {T[]} */ ([]))
  let timer = 0
  let round = 0
  watch(
    words,
    () => {
      clearTimeout(timer)
      timer = window.setTimeout(look, WAIT)
    },
    { immediate: true },
  )
  onScopeDispose(() => clearTimeout(timer))

  async function look() {
    const mine = ++round
    const found = await ask(...words()).catch(() => [])
    if (mine === round) hints.value = /** @type {any} */ (found)
  }
  return hints
}
