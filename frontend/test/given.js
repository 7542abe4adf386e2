import { render } from '@testing-library/vue'
import { vi } from 'vitest'
import { defineComponent, h } from 'vue'
import { createMemoryHistory, createRouter } from 'vue-router'
import { i18n, withWords } from '@/app/i18n.js'

/**
 * A server that gives these answers; what it was asked stands in `asked`.
 * @param {Record<string, any>} answers by `METHOD /path`, without the base; a function is called with the request
 */
export function aServer(answers) {
  /** @type {{method: string, path: string, query: URLSearchParams, headers: Headers, body: any}[]} */
  const asked = []
  vi.stubGlobal('fetch', async (/** @type {Request} */ whole) => {
    const url = new URL(whole.url)
    const text = await whole.text()
    const one = {
      method: whole.method,
      path: url.pathname.replace('/api/v1', ''),
      query: url.searchParams,
      headers: whole.headers,
      body: text ? JSON.parse(text) : undefined,
    }
    asked.push(one)
    const answer = answers[`${one.method} ${one.path}`]
    if (answer === undefined) return refusal(404, 'not_found')
    const given = typeof answer === 'function' ? await answer(one) : answer
    return given instanceof Response ? given : json(given)
  })
  return asked
}

/** @param {any} body @param {number} [status] @param {Record<string, string>} [headers] */
export const json = (body, status = 200, headers = {}) =>
  new Response(JSON.stringify(body), {
    status,
    headers: { 'Content-Type': 'application/json', ...headers },
  })

/** @param {number} status @param {string} code @param {object} [more] */
export const refusal = (status, code, more = {}) =>
  json({ status, code, detail: `refused: ${code}`, traceId: 'trace-1', ...more }, status, {
    'Content-Type': 'application/problem+json',
  })

const Blank = { render: () => null }

/**
 * Shows a component as the app would, at an address.
 * @param {any} component
 * @param {{props?: object, at?: string, slots?: any, attrs?: object}} [options]
 */
export async function show(component, { props = {}, at = '/', slots = {} } = {}) {
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [{ path: '/:all(.*)*', component: Blank }],
  })
  router.push(at)
  await router.isReady()
  await withWords(Promise.resolve())
  return { router, ...render(component, { props, slots, global: { plugins: [i18n, router] } }) }
}

/**
 * Runs a composable within a component.
 * @template T
 * @param {() => T} setup
 * @param {string} [at]
 * @returns {Promise<{result: T, router: import('vue-router').Router}>}
 */
export async function within(setup, at) {
  /** @type {any} */
  let result
  const Host = defineComponent({
    setup() {
      result = setup()
      return () => h('p')
    },
  })
  const { router } = await show(Host, { at })
  return { result, router }
}
