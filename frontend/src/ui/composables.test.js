import { waitFor } from '@testing-library/vue'
import { expect, test } from 'vitest'
import { ref } from 'vue'
import { aServer, json, refusal, within } from '../../test/given.js'
import { useAction } from './useAction.js'
import { forgetDrafts, useDraft } from './useDraft.js'
import { useFilters } from './useFilters.js'
import { keysOff, useKeys } from './useKeys.js'
import { usePage } from './usePage.js'
import { useThing } from './useThing.js'

test('a list goes on by its cursor', async () => {
  aServer({
    'GET /topics': (/** @type {any} */ { query }) =>
      query.get('cursor')
        ? { items: [{ id: 'T-2' }] }
        : { items: [{ id: 'T-1' }], nextCursor: 'next' },
  })
  const { result: page } = await within(() => usePage('/topics'))
  await waitFor(() => expect(page.items.map(({ id }) => id)).toEqual(['T-1']))
  await page.more()
  expect(page.items.map(({ id }) => id)).toEqual(['T-1', 'T-2'])
  expect(page.nextCursor).toBeUndefined()
})

test('a list that is read again is as long as it was, or longer by what is new', async () => {
  let all = Array.from({ length: 170 }, (_, n) => ({ id: `T-${n}` }))
  aServer({
    'GET /topics': (/** @type {any} */ { query }) => {
      const from = Number(query.get('cursor') ?? 0)
      const nextCursor = from + 50 < all.length ? String(from + 50) : undefined
      return { items: all.slice(from, from + 50), nextCursor }
    },
  })
  const { result: page } = await within(() => usePage('/topics'))
  await waitFor(() => expect(page.items).toHaveLength(50))
  await page.more()
  await page.more()
  await page.reload()
  expect(page.items).toHaveLength(150)
  await page.more()
  all = [...all, { id: 'T-last' }]
  await page.renew(1)
  expect(page.items.at(-1)?.id).toBe('T-last')
})

test('a list that fails to go on keeps what it has and says why', async () => {
  aServer({
    'GET /topics': (/** @type {any} */ { query }) =>
      query.get('cursor')
        ? refusal(500, 'internal')
        : { items: [{ id: 'T-1' }], nextCursor: 'next' },
  })
  const { result: page } = await within(() => usePage('/topics'))
  await waitFor(() => expect(page.status).toBe('done'))
  await page.more()
  expect(page.status).toBe('error')
  expect(page.problem?.code).toBe('internal')
  expect(page.items).toHaveLength(1)
})

test('an answer that was overtaken is dropped', async () => {
  /** @type {((answer: Response) => void)[]} */
  const waiting = []
  aServer({ 'GET /topics': () => new Promise((answer) => waiting.push(answer)) })
  const q = ref('a')
  const { result: page } = await within(() => usePage('/topics', () => ({ q: q.value })))
  await waitFor(() => expect(waiting).toHaveLength(1))
  q.value = 'b'
  await waitFor(() => expect(waiting).toHaveLength(2))
  waiting[1]?.(json({ items: [{ id: 'T-b' }] }))
  await waitFor(() => expect(page.items[0]?.id).toBe('T-b'))
  waiting[0]?.(json({ items: [{ id: 'T-a' }] }))
  await new Promise((settled) => setTimeout(settled))
  expect(page.items[0]?.id).toBe('T-b')
})

test('filters live in the address and leave it when empty', async () => {
  const { result, router } = await within(
    () => useFilters(['q', 'state']),
    '/topics?q=lamp&state=open&state=accepted',
  )
  expect(result.filters.q).toBe('lamp')
  expect(result.filters.state).toBe('open,accepted')
  await result.set({ q: '' })
  expect(router.currentRoute.value.fullPath).toBe('/topics?state=open&state=accepted')
  await result.clear()
  expect(router.currentRoute.value.fullPath).toBe('/topics')
})

test('a thing keeps standing while it is read again', async () => {
  let broken = false
  aServer({
    'GET /topics/T-1': () =>
      broken ? refusal(500, 'internal') : json({ id: 'T-1' }, 200, { ETag: '"1"' }),
  })
  const { result } = await within(() => useThing('/topics/{id}', () => ({ id: 'T-1' })))
  await waitFor(() => expect(result.etag.value).toBe('"1"'))
  broken = true
  await result.reload()
  expect(result.problem.value?.status).toBe(500)
  expect(result.thing.value?.id).toBe('T-1')
})

test('the answer of a step replaces the thing, a refusal leaves it', async () => {
  aServer({
    'POST /topics/T-1/accept': { id: 'T-1', state: 'accepted', allowedActions: [] },
    'POST /topics/T-1/decline': () => refusal(409, 'wrong_state'),
  })
  const thing = ref({ id: 'T-1', state: 'open', allowedActions: ['accept'] })
  const { act, problem } = useAction('/topics', thing)
  expect(await act('accept')).toBe(true)
  expect(thing.value.state).toBe('accepted')
  expect(await act('decline', { reason: 'no' })).toBe(false)
  expect(problem.value?.code).toBe('wrong_state')
  expect(thing.value.state).toBe('accepted')
})

test('a draft outlives the screen until it is cleared, and is forgotten at sign-out', () => {
  useDraft('topic', { title: '' }).draft.title = 'lamp'
  const again = useDraft('topic', { title: '' })
  expect(again.restored).toBe(true)
  expect(again.draft.title).toBe('lamp')
  again.clear()
  expect(useDraft('topic', { title: '' }).restored).toBe(false)
  useDraft('reply', { body: '' }).draft.body = 'me too'
  forgetDrafts()
  expect(useDraft('reply', { body: '' }).restored).toBe(false)
})

test('a draft of something that others changed since keeps what was written here alone', () => {
  useDraft('meeting:1', { title: '会', guests: ['a'] }).draft.title = '冬天的会'
  const { draft } = useDraft('meeting:1', { title: '会', guests: ['a', 'b'] })
  expect(draft).toEqual({ title: '冬天的会', guests: ['a', 'b'] })
})

test('a single key is heard unless somebody types, or does without keys', async () => {
  let heard = 0
  await within(() => useKeys({ j: () => heard++ }))
  const field = document.createElement('input')
  const mark = Object.assign(document.createElement('input'), { type: 'checkbox' })
  document.body.append(field, mark)
  const press = (/** @type {HTMLElement} */ on) =>
    on.dispatchEvent(new KeyboardEvent('keydown', { key: 'j', bubbles: true }))
  press(document.body)
  press(mark)
  expect(heard).toBe(2)
  press(field)
  keysOff.value = true
  press(document.body)
  expect(heard).toBe(2)
  keysOff.value = false
  press(document.body)
  expect(heard).toBe(3)
})
