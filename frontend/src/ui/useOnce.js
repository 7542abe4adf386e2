import { shallowRef } from 'vue'
import { read } from '@/api'
import { asProblem } from '@/api/problem.js'

/** @type {Map<string, any>} */
const kept = new Map()

/**
 * What hardly ever changes is asked for once a visit.
 * @template {Api.ReadPath} P
 * @param {P} path
 * @returns {{data: import('vue').ShallowRef<Api.Answer<P> | undefined>, problem: import('vue').ShallowRef<any>, load: () => Promise<void>}}
 */
export function useOnce(path) {
  if (!kept.has(path)) {
    const data = shallowRef()
    const problem = shallowRef()
    const load = async () => {
      problem.value = undefined
      try {
        data.value = (await read(path)).data
      } catch (thrown) {
        problem.value = asProblem(thrown)
      }
    }
    kept.set(path, { data, problem, load })
    load()
  } else if (kept.get(path).problem.value) kept.get(path).load()
  return kept.get(path)
}

// What did not come without a network comes with it.
addEventListener('online', () =>
  kept.forEach(({ problem, load }) => {
    if (problem.value) load()
  }),
)

/** Asks all of it again: in another language it reads differently. */
export function askAgain() {
  kept.forEach(({ load }) => load())
}
