import { expect, test, vi } from 'vitest'
import { act, change, create, read } from '@/api'
import { aServer, json, refusal } from '../../test/given.js'

const topic = { id: 'T-1', allowedActions: [] }

test('every unsafe request says that a script of ours sends it, in the reader’s language', async () => {
  const asked = aServer({ 'POST /topics/T-1/accept': topic })
  await act('/topics', topic, 'accept', { text: 'yes' })
  expect(asked[0]?.headers.get('X-Requested-With')).toBe('JavaScript')
  expect(asked[0]?.headers.get('Accept-Language')).toBe('zh-CN')
  expect(asked[0]?.body).toEqual({ text: 'yes' })
})

test('a step that was not answered is asked again with the same key, a new one gets a new key', async () => {
  let up = false
  const asked = aServer({
    'POST /topics': () => (up ? json(topic, 201) : refusal(503, 'unavailable')),
  })
  const post = () => create('/topics', /** @type {any} */ ({ title: 'lamp' }))
  await expect(post()).rejects.toMatchObject({ status: 503 })
  up = true
  await post()
  await post()
  const keys = asked.map(({ headers }) => headers.get('Idempotency-Key'))
  expect(keys[0]).toMatch(/^[0-9a-f]{32}$/)
  expect(keys[1]).toBe(keys[0])
  expect(keys[2]).not.toBe(keys[0])
})

test('what was sent away for being too many comes again by itself, with the same key', async () => {
  vi.useFakeTimers()
  let busy = 2
  const asked = aServer({
    'POST /topics': () =>
      busy-- > 0 ? json({ code: 'unavailable' }, 503, { 'Retry-After': '1' }) : json(topic, 201),
  })
  const made = create('/topics', /** @type {any} */ ({ title: 'crowd' }))
  await vi.advanceTimersByTimeAsync(2500)
  expect((await made).id).toBe('T-1')
  expect(new Set(asked.map(({ headers }) => headers.get('Idempotency-Key'))).size).toBe(1)
  expect(asked).toHaveLength(3)
  vi.useRealTimers()
})

test('a change names the version that it means', async () => {
  const asked = aServer({
    'GET /topics/T-1': json(topic, 200, { ETag: '"7"' }),
    'PATCH /topics/T-1': topic,
  })
  const { etag } = await read('/topics/{id}', { id: 'T-1' })
  await change('/topics/{id}', { id: 'T-1' }, { place: null }, etag)
  expect(asked[1]?.headers.get('If-Match')).toBe('"7"')
  expect(asked[1]?.headers.get('Content-Type')).toBe('application/merge-patch+json')
  expect(asked[1]?.body).toEqual({ place: null })
})

test('empty filters are not sent, several values of one are repeated', async () => {
  const asked = aServer({ 'GET /topics': { items: [] } })
  await read('/topics', {}, { q: '', area: undefined, mine: false, state: ['open', 'accepted'] })
  expect(asked[0]?.query.toString()).toBe('state=open&state=accepted')
})

test('a refusal is thrown with all that the server said', async () => {
  aServer({
    'POST /topics': () =>
      refusal(422, 'invalid', {
        violations: [{ field: 'title', code: 'size', message: 'too long' }],
      }),
  })
  await expect(create('/topics', /** @type {any} */ ({}))).rejects.toMatchObject({
    code: 'invalid',
    traceId: 'trace-1',
    violations: [{ field: 'title', code: 'size', message: 'too long' }],
  })
})
