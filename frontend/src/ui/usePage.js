import { reactive, ref, watch } from 'vue'
import { read } from '@/api'
import { recallPage, rememberPage } from '@/api/pages.js'
import { asProblem } from '@/api/problem.js'
import { cameBack } from './history.js'

/**
 * A list that grows by its cursor.
 * @template {Api.ListPath} P
 * @param {P} path
 * @param {() => Api.Query | undefined} [query] filters; undefined while they are not known yet
 * @param {() => Record<string, string>} [params]
 */
export function usePage(path, query = () => ({}), params = () => ({})) {
  const items = /** @type {import('vue').Ref<Api.Row<P>[]>} */ (ref([]))
  const status = ref(/** @type {'idle' | 'loading' | 'done' | 'error'} */ ('idle'))
  const problem = /** @type {import('vue').Ref<import('@/api/problem.js').Problem | undefined>} */ (
    ref()
  )
  const nextCursor = /** @type {import('vue').Ref<string | undefined>} */ (ref())
  const loaded = ref(false)
  let round = 0

  const key = () => JSON.stringify([path, params(), query()])

  /**
   * @param {boolean} fresh start over rather than go on
   * @param {number} [least] as many rows, if there are so many
   */
  async function load(fresh, least = 0) {
    const filters = query()
    if (!filters) return
    const mine = ++round
    const at = key()
    status.value = 'loading'
    problem.value = undefined
    try {
      let rows = fresh ? [] : items.value
      let cursor = fresh ? undefined : nextCursor.value
      do {
        const { data } = await read(path, params(), { ...filters, cursor })
        if (mine !== round) return
        const page = /** @type {Api.Page<any>} */ (/** @type {unknown} */ (data))
        rows = [...rows, ...page.items]
        cursor = page.nextCursor
      } while (cursor && rows.length < least)
      items.value = rows
      nextCursor.value = cursor
      loaded.value = true
      status.value = 'done'
      rememberPage(at, { items: items.value, nextCursor: nextCursor.value })
    } catch (thrown) {
      if (mine !== round) return
      problem.value = asProblem(thrown)
      status.value = 'error'
    }
  }

  watch(
    key,
    (at) => {
      const known = cameBack() ? recallPage(at) : undefined
      items.value = known?.items ?? []
      nextCursor.value = known?.nextCursor
      loaded.value = Boolean(known)
      if (known) status.value = 'done'
      else load(true)
    },
    { immediate: true },
  )
  const more = () => load(false)
  /** Whoever has read on stays where they are. */
  const reload = () => load(true, items.value.length)
  /** As many more as there are new ones. @param {number} fresh */
  const renew = (fresh) => load(true, items.value.length + fresh)
  return reactive({ items, status, problem, nextCursor, loaded, more, reload, renew })
}
