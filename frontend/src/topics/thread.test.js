import { fireEvent, screen, waitFor } from '@testing-library/vue'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { aServer, json, show } from '../../test/given.js'
import { useSession } from '@/ui/session.js'
import TopicThread from './TopicThread.vue'

const { me } = useSession()
/** A server with few on a page: drawing many takes long here. */
const MOST = 5
/** @type {any[]} */
let thread

/** @param {string} id @param {string} [parentId] */
const reply = (id, parentId) => ({
  id,
  parentId,
  body: `said in ${id}`,
  author: { displayName: id },
  photos: [],
  allowedActions: [],
  visibility: 'public',
  createdAt: '2026-11-26T10:00:00Z',
  mine: false,
})

/** @param {{query: URLSearchParams}} asked */
function page({ query }) {
  const all = query.get('sort') === '-createdAt' ? thread.toReversed() : thread
  const from = Number(query.get('cursor') ?? 0)
  const to = from + Math.min(MOST, Number(query.get('pageSize')))
  return { items: all.slice(from, to), nextCursor: to < all.length ? String(to) : undefined }
}

beforeEach(() => {
  me.value = /** @type {any} */ ({ id: 'U-1', areas: [], memberships: [], roles: [] })
  thread = Array.from({ length: 12 }, (_, n) => reply(`R-${n + 1}`))
  aServer({
    'GET /topics/T-1/replies': page,
    'GET /topics/T-1/news': { replies: 0, steps: 0, asOf: '2026-11-26T10:00:00Z' },
    'POST /topics/T-1/replies': (/** @type {any} */ { body }) => {
      const one = { ...reply('R-mine', body.parentId), body: body.body, mine: true }
      thread.push(one)
      return json(one, 201)
    },
  })
})
afterEach(() => {
  me.value = undefined
  localStorage.clear()
})

const opened = () => {
  const topic = { id: 'T-1', state: 'open', area: { code: '370203' }, replyCount: thread.length }
  return show(TopicThread, { props: { topic } })
}
const isSaid = (/** @type {string} */ id) =>
  expect(screen.queryAllByText(`said in ${id}`)).toHaveLength(1)
const said = (/** @type {string} */ id) => waitFor(() => isSaid(id), { timeout: 4000 })

test('what came meanwhile is one tap away, however long the thread, and nothing goes', async () => {
  const { rerender } = await opened()
  await said('R-5')
  thread.push(reply('R-13'), reply('R-14', 'R-2'))
  await rerender({ topic: { id: 'T-1', state: 'open', area: { code: '370203' }, replyCount: 14 } })
  await fireEvent.click(screen.getByRole('button', { name: '有 2 条新跟帖，点这里看' }))
  await said('R-13')
  for (const id of ['R-1', 'R-5', 'R-14']) isSaid(id)
  expect(screen.queryByRole('button', { name: /条新跟帖，点这里看/ })).toBeNull()
  const shown = screen.getAllByText(/^said in/).map((one) => one.textContent)
  expect(shown.slice(1, 3)).toEqual(['said in R-2', 'said in R-14'])
  expect(shown.at(-1)).toBe('said in R-13')
  for (const id of ['R-10', 'R-12']) {
    await fireEvent.click(screen.getByRole('button', { name: '再看一些' }))
    await said(id)
  }
  await said('R-13')
  isSaid('R-14')
})

test.each([12, 4, 5])('who replies to a thread of %d sees it there', async (length) => {
  thread = thread.slice(0, length)
  await opened()
  await said('R-4')
  await fireEvent.update(screen.getByLabelText(/说说您的看法/), '我家也黑。')
  await fireEvent.submit(screen.getByLabelText(/说说您的看法/).closest('form') ?? document.body)
  await waitFor(() => screen.getByText('我家也黑。'))
  isSaid('R-1')
})

test('a thread that was all shown shows what is new in its place', async () => {
  thread = thread.slice(0, 5)
  const { rerender } = await opened()
  await said('R-5')
  thread.splice(3, 0, reply('R-3a', 'R-3'))
  await rerender({ topic: { id: 'T-1', state: 'open', area: { code: '370203' }, replyCount: 6 } })
  await fireEvent.click(screen.getByRole('button', { name: '有 1 条新跟帖，点这里看' }))
  await said('R-3a')
  await said('R-5')
})
