import { ref } from 'vue'
import { read } from '@/api'
import { asProblem } from '@/api/problem.js'

/** @param {() => string} project its id */
export function useRatings(project) {
  const ratings = ref(/** @type {Api.Evaluations | undefined} */ (undefined))
  const problem = ref(/** @type {import('@/api/problem.js').Problem | undefined} */ (undefined))

  async function load() {
    problem.value = undefined
    try {
      ratings.value = (await read('/evaluations', {}, { project: project() })).data
    } catch (thrown) {
      problem.value = asProblem(thrown)
    }
  }
  return { ratings, problem, load }
}
