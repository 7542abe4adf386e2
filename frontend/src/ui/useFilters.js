import { computed, reactive } from 'vue'
import { useRoute, useRouter } from 'vue-router'

/**
 * Filters that live in the address. Several values of one are `a,b` to the form and repeated in the address; an empty
 * filter leaves the address.
 * @param {string[]} names
 */
export function useFilters(names) {
  const route = useRoute()
  const router = useRouter()
  const screen = route.path

  /** @param {Record<string, any>} changes */
  function set(changes) {
    const next = { ...route.query, ...changes }
    const query = Object.fromEntries(Object.entries(next).filter(([, value]) => value?.length))
    return router.replace({ query, hash: route.hash })
  }

  /** @type {Record<string, any>} */
  const filters = reactive(
    Object.fromEntries(
      names.map((name) => [
        name,
        computed({
          get: () => [route.query[name] ?? []].flat().join(','),
          set: (value) => void set({ [name]: value?.includes?.(',') ? value.split(',') : value }),
        }),
      ]),
    ),
  )
  // The address of the next screen is not ours: keep the last answer while this one leaves.
  let last = /** @type {Record<string, any>} */ ({})
  const query = computed(() => {
    if (route.path === screen)
      last = Object.fromEntries(names.map((name) => [name, route.query[name]]))
    return last
  })
  const active = computed(() => names.filter((name) => query.value[name]?.length))
  return {
    filters,
    query,
    active,
    set,
    clear: () => set(Object.fromEntries(names.map((n) => [n, undefined]))),
  }
}
