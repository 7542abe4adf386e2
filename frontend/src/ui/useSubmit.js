import { nextTick, ref } from 'vue'
import { asProblem } from '@/api/problem.js'
import { login } from './session.js'

/** On a phone the field that is wrong may be a screen away from the button. */
function lookAtFirst() {
  const form = document.activeElement?.closest('form')
  const field = form?.querySelector('[aria-invalid="true"]')
  if (field instanceof HTMLElement) field.focus()
}

/**
 * Sends a form once at a time; who is not signed in goes to sign in, and the draft waits for the return.
 * @template {any[]} A
 * @template T
 * @param {(...args: A) => Promise<T>} send
 */
export function useSubmit(send) {
  const busy = ref(false)
  const problem = /** @type {import('vue').Ref<import('@/api/problem.js').Problem | undefined>} */ (
    ref()
  )

  /**
   * @param {A} args
   * @returns {Promise<T | undefined>} undefined when it failed
   */
  async function submit(...args) {
    if (busy.value) return undefined
    busy.value = true
    problem.value = undefined
    try {
      return await send(...args)
    } catch (thrown) {
      problem.value = asProblem(thrown)
      if (problem.value.status === 401) login()
      else if (problem.value.violations.length) await nextTick(lookAtFirst)
      return undefined
    } finally {
      busy.value = false
    }
  }

  /** @param {string} field */
  const error = (field) => problem.value?.violations.find((v) => v.field === field)?.message
  return { submit, busy, problem, error }
}
