import createClient from 'openapi-fetch'
import { noteAge } from './age.js'
import { clearPages } from './pages.js'
import { problemOf } from './problem.js'

const BASE = `${location.origin}/api/v1`
/** @type {import('openapi-fetch').Client<any>} */
const client = createClient({
  baseUrl: BASE,
  fetch: (request) => asked(request) ?? globalThis.fetch(request),
  querySerializer: { array: { style: 'form', explode: true } },
})

/**
 * The answer to what `public/early.js` asked already, once.
 * @param {Request} request
 * @returns {Promise<Response> | undefined}
 */
function asked({ method, url, headers }) {
  const first = window.hehuoFirst
  if (first?.url !== url || method !== 'GET') return undefined
  window.hehuoFirst = undefined
  if (first.language !== headers.get('Accept-Language')) return undefined
  // Where it did not come, it is asked again.
  return first.answer.catch(() => globalThis.fetch(url, { headers }))
}

/** How often, and after how many seconds at most, what was sent away for being too many comes again by itself. */
const AGAIN = 2
const SOON = 2

/** The language that answers should come in; the shell sets it. */
let language = 'zh-CN'

/** @param {string} next */
export function speak(next) {
  language = next
}

export const spoken = () => language

/**
 * One key for one intention: the same step asked again before it was answered carries the same key, so that a
 * lost answer never doubles the deed.
 * @type {Map<string, string>}
 */
const intentions = new Map()

/** Names one attempt, however often it is sent. */
export function newKey() {
  // randomUUID exists on secure origins only; a phone may reach a test server by plain http.
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (b) =>
    b.toString(16).padStart(2, '0'),
  ).join('')
}

/** @param {string} path @param {Record<string, string> | undefined} params @param {unknown} body */
export const intentionOf = (path, params, body) => JSON.stringify([path, params, body])

/** @param {string} intention */
export function keyOf(intention) {
  const key = intentions.get(intention) ?? newKey()
  intentions.set(intention, key)
  return key
}

/**
 * @template T
 * @param {Api.Method} method
 * @param {string} path
 * @param {{params?: Record<string, string>, query?: Api.Query, body?: unknown, etag?: string, signal?: AbortSignal, key?: string}} [options]
 * @returns {Promise<{data: T, etag: string | undefined}>}
 */
async function send(method, path, { params, query, body, etag, signal, key } = {}) {
  const intention = method === 'post' && !key ? intentionOf(path, params, body) : undefined
  /** @type {Record<string, string>} */
  const headers = { 'Accept-Language': language }
  if (method !== 'get') headers['X-Requested-With'] = 'JavaScript'
  if (method === 'patch') headers['Content-Type'] = 'application/merge-patch+json'
  if (etag) headers['If-Match'] = etag
  if (intention) headers['Idempotency-Key'] = keyOf(intention)
  if (key) headers['Idempotency-Key'] = key
  const options = { params: { path: params, query: compact(query) }, body, headers, signal }
  const ask = () =>
    client.request(
      /** @type {any} */ (method.toUpperCase()),
      /** @type {any} */ (path),
      /** @type {any} */ (options),
    )
  let { data, error, response } = await ask()
  const repeatable = method === 'get' || headers['Idempotency-Key']
  for (let again = 0; repeatable && again < AGAIN; again++) {
    // A hall that asks all at once is told when to come again.
    const seconds = response.status === 503 ? Number(response.headers.get('Retry-After')) : 0
    if (!(seconds > 0 && seconds <= SOON)) break
    await new Promise((resolve) => setTimeout(resolve, seconds * 1000))
    ;({ data, error, response } = await ask())
  }
  if (intention && response.status < 500 && response.status !== 409) intentions.delete(intention)
  if (!response.ok) throw problemOf(response, error)
  if (method === 'get') noteAge(response.headers)
  else clearPages()
  return { data: /** @type {T} */ (data), etag: response.headers.get('ETag') ?? undefined }
}

/** @param {Api.Query} [query] */
function compact(query = {}) {
  return Object.fromEntries(
    Object.entries(query).filter(
      ([, value]) => value !== undefined && value !== '' && value !== false,
    ),
  )
}

/**
 * Reads one thing, with the ETag that a later change of it has to name.
 * @template {Api.ReadPath} P
 * @param {P} path
 * @param {Record<string, string>} [params]
 * @param {Api.Query} [query]
 * @param {AbortSignal} [signal]
 * @returns {Promise<{data: Api.Answer<P>, etag: string | undefined}>}
 */
export function read(path, params, query, signal) {
  return send('get', path, { params, query, signal })
}

/**
 * @template {Api.PathOf<'post'>} P
 * @param {P} path
 * @param {Api.Input<P, 'post'>} body
 * @param {Record<string, string>} [params]
 * @param {string} [key] where it outlives the page
 * @returns {Promise<Api.Answer<P, 'post'>>}
 */
export async function create(path, body, params, key) {
  return /** @type {any} */ ((await send('post', path, { params, body, key })).data)
}

/**
 * Takes one lifecycle step; the answer is the thing as it is afterwards.
 * @template {Api.Collection} C
 * @template {{id: string}} T
 * @param {C} collection
 * @param {T} thing
 * @param {string} action as in `allowedActions`
 * @param {Api.StepInput<C>} [input]
 * @param {Record<string, string>} [within] whose collection it is
 * @returns {Promise<T>}
 */
export async function act(collection, thing, action, input, within) {
  const params = { ...within, thing: thing.id, action }
  return /** @type {any} */ (
    (await send('post', `${collection}/{thing}/{action}`, { params, body: input ?? {} })).data
  )
}

/**
 * Changes what is named, takes away what is null.
 * @template {Api.PathOf<'patch'>} P
 * @param {P} path
 * @param {Record<string, string>} params
 * @param {Api.Changes<P>} changes
 * @param {string} [etag] of the version that was on screen
 * @returns {Promise<{data: Api.Answer<P, 'patch'>, etag: string | undefined}>}
 */
export function change(path, params, changes, etag) {
  return send('patch', path, { params, body: changes, etag })
}

/**
 * @template {Api.PathOf<'put'>} P
 * @param {P} path
 * @param {Record<string, string>} params
 * @param {Api.Input<P, 'put'>} [body]
 * @returns {Promise<Api.Answer<P, 'put'>>}
 */
export async function put(path, params, body) {
  return /** @type {any} */ ((await send('put', path, { params, body })).data)
}

/**
 * @template {Api.PathOf<'delete'>} P
 * @param {P} path
 * @param {Record<string, string>} params
 * @returns {Promise<Api.Answer<P, 'delete'>>}
 */
export async function remove(path, params) {
  return /** @type {any} */ ((await send('delete', path, { params })).data)
}

/** @returns {Promise<{redirectTo?: string}>} */
export async function logout() {
  const headers = { 'X-Requested-With': 'JavaScript', 'Accept-Language': language }
  const response = await fetch('/api/logout', { method: 'POST', headers })
  if (!response.ok) throw problemOf(response, undefined)
  return response.json()
}
