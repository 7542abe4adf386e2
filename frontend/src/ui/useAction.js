import { ref } from 'vue'
import { act as send } from '@/api'
import { asProblem } from '@/api/problem.js'
import { login } from './session.js'

/**
 * @typedef {object} Action
 * @property {(action: string, input?: any) => Promise<boolean>} act
 * @property {import('vue').Ref<string | undefined>} busy
 * @property {import('vue').Ref<import('@/api/problem.js').Problem | undefined>} problem
 */

const RESUME = 'hehuo:resume'

/**
 * Steps of one thing's life. The answer replaces the thing; a refusal is kept to be shown.
 * @template {Api.Collection} C
 * @template {{id: string, allowedActions: string[]}} T
 * @param {C} collection
 * @param {import('vue').Ref<T | undefined>} thing
 * @param {Record<string, string>} [within] whose collection it is
 */
export function useAction(collection, thing, within) {
  const busy = /** @type {import('vue').Ref<string | undefined>} */ (ref())
  const problem = /** @type {import('vue').Ref<import('@/api/problem.js').Problem | undefined>} */ (
    ref()
  )

  /**
   * @param {string} action
   * @param {Api.StepInput<C>} [input]
   * @returns {Promise<boolean>} whether it was done
   */
  async function act(action, input) {
    if (!thing.value || busy.value) return false
    busy.value = action
    problem.value = undefined
    try {
      thing.value = await send(collection, thing.value, action, input, within)
      return true
    } catch (thrown) {
      problem.value = asProblem(thrown)
      if (problem.value.status === 401) leaveFor(thing.value.id, action)
      return false
    } finally {
      busy.value = undefined
    }
  }

  return { act, busy, problem }
}

/** @param {string} id @param {string} action */
function leaveFor(id, action) {
  sessionStorage.setItem(RESUME, JSON.stringify({ id, action }))
  login()
}

/**
 * The step that was cut short by signing in, once.
 * @param {string} id
 * @returns {string | undefined}
 */
export function resumed(id) {
  const { id: cutShort, action } = JSON.parse(sessionStorage.getItem(RESUME) ?? '{}')
  if (cutShort !== id) return undefined
  sessionStorage.removeItem(RESUME)
  return action
}
