import { fireEvent, screen, waitFor } from '@testing-library/vue'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test } from 'vitest'
import { aServer, refusal, show } from '../../test/given.js'
import { useSession } from '@/ui/session.js'
import StayInformed from './StayInformed.vue'
import SupportButton from './SupportButton.vue'
import { useNews } from './useNews.js'
import { lastVisit, visited } from './visits.js'

const { me } = useSession()
const topic = { id: 'T-1', supportCount: 4, supportedByMe: false }
afterEach(() => {
  me.value = undefined
  localStorage.clear()
})

test('support shows at once and is taken back when the server refuses', async () => {
  me.value = /** @type {any} */ ({ id: 'U-1', areas: [], memberships: [], roles: [] })
  aServer({ 'PUT /topics/T-1/support': () => refusal(503, 'unavailable') })
  const { emitted } = await show(SupportButton, { props: { modelValue: topic } })
  await userEvent.click(screen.getByRole('button'))
  await waitFor(() => screen.getByRole('alert'))
  const counts = emitted()['update:modelValue']?.map((/** @type {any} */ [one]) => one.supportCount)
  expect(counts?.[0]).toBe(5)
  expect(counts?.at(-1)).toBeLessThan(5)
})

test('the server’s sum is the one that stays', async () => {
  me.value = /** @type {any} */ ({ id: 'U-1', areas: [], memberships: [], roles: [] })
  aServer({ 'PUT /topics/T-1/support': { supportCount: 9, supportedByMe: true } })
  const { emitted } = await show(SupportButton, { props: { modelValue: topic } })
  await fireEvent.click(screen.getByRole('button'))
  await waitFor(() =>
    expect(emitted()['update:modelValue']?.at(-1)).toMatchObject([
      { supportCount: 9, supportedByMe: true },
    ]),
  )
})

test('a feed reader is told of what is new in a place, and of what was solved there', async () => {
  await show(StayInformed, { props: { filters: { area: '370203', category: 'PWR' } } })
  const feeds = screen.getAllByRole('link').map((link) => link.getAttribute('href'))
  expect(feeds).toEqual([
    '/api/v1/feeds/topics.rss?area=370203&category=PWR',
    '/api/v1/feeds/topics.rss?area=370203&category=PWR&solved=true',
  ])
})

test('new is what others said since this device was here, and the first visit finds nothing new', async () => {
  let hour = 9
  const asked = aServer({
    'GET /topics/T-1/news': () => ({ replies: 1, steps: 0, asOf: `2026-11-26T${++hour}:00:00Z` }),
  })
  const late = /** @type {any} */ ({ createdAt: '2026-11-26T10:30:00.123456Z', mine: false })
  expect(useNews('T-1').isNew(late)).toBe(false)
  await waitFor(() => expect(lastVisit('T-1')).toBe('2026-11-26T10:00:00Z'))
  const { isNew, news } = useNews('T-1')
  await waitFor(() => expect(news.value.replies).toBe(1))
  expect(asked.map(({ query }) => query.get('since'))).toEqual([null, '2026-11-26T10:00:00Z'])
  expect(isNew(late)).toBe(true)
  expect(isNew({ ...late, mine: true })).toBe(false)
  expect(isNew({ ...late, createdAt: '2026-11-26T09:59:00Z' })).toBe(false)
})

test('a device remembers the topics that it showed last, and no more than it must', () => {
  for (let n = 0; n < 205; n++) visited(`T-${n}`, '2026-11-26T10:00:00Z')
  visited('T-10', '2026-11-26T11:00:00Z')
  visited('T-300', '2026-11-26T11:00:00Z')
  expect(lastVisit('T-4')).toBeUndefined()
  expect(lastVisit('T-5')).toBeUndefined()
  expect(lastVisit('T-10')).toBe('2026-11-26T11:00:00Z')
  localStorage.setItem('hehuo:visits', '{')
  expect(lastVisit('T-10')).toBeUndefined()
})
