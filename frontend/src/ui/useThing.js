import { ref, watch } from 'vue'
import { read } from '@/api'
import { asProblem } from '@/api/problem.js'

/**
 * One thing by its address. Reloading keeps the old one on screen until the new one is there.
 * @template {Api.ReadPath} P
 * @param {P} path
 * @param {() => Record<string, string>} [params] read again whenever it changes
 * @param {() => Api.Query} [query] likewise
 */
export function useThing(path, params = () => ({}), query = () => ({})) {
  const thing = /** @type {import('vue').Ref<Api.Answer<P> | undefined>} */ (ref())
  const etag = /** @type {import('vue').Ref<string | undefined>} */ (ref())
  const problem = /** @type {import('vue').Ref<import('@/api/problem.js').Problem | undefined>} */ (
    ref()
  )
  const loading = ref(false)
  let round = 0

  async function reload() {
    const mine = ++round
    loading.value = true
    problem.value = undefined
    try {
      const answer = await read(path, params(), query())
      if (mine !== round) return
      thing.value = answer.data
      etag.value = answer.etag
    } catch (thrown) {
      if (mine === round) problem.value = asProblem(thrown)
    } finally {
      if (mine === round) loading.value = false
    }
  }

  watch(
    () => JSON.stringify([params(), query()]),
    () => {
      thing.value = undefined
      reload()
    },
    { immediate: true },
  )
  return { thing, etag, problem, loading, reload }
}
