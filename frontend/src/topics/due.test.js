import { screen } from '@testing-library/vue'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { aServer, show } from '../../test/given.js'
import { daysTo } from '@/ui/time.js'
import TopicCard from './TopicCard.vue'
import TopicHead from './TopicHead.vue'

const topic = {
  ...{ id: 'T-1', title: '灯坏了', state: 'open', visibility: 'public', overdue: false },
  ...{ area: { code: '370203019001', name: '青海路社区' }, author: { displayName: '栗子奶奶' } },
  ...{ supportCount: 3, replyCount: 0, createdAt: '2026-03-09T12:00:00Z' },
  ...{ updatedAt: '2026-03-09T12:00:00Z', dueAt: '2026-03-12T15:59:59Z' },
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] })
  aServer({ 'GET /programme': { timeZone: 'Asia/Shanghai' } })
})
afterEach(() => vi.useRealTimers())

/** @param {string} now @param {object} [more] */
async function shown(now, more) {
  vi.setSystemTime(now)
  for (const one of [TopicCard, TopicHead])
    await show(one, { props: { topic: { ...topic, ...more } } })
}

test('days are counted by the calendar of the programme, not by hours', () => {
  const noon = Date.parse('2026-03-10T12:00:00Z')
  expect(daysTo('2026-03-10T15:59:59Z', 'Asia/Shanghai', noon)).toBe(0)
  expect(daysTo('2026-03-12T15:59:59Z', 'Asia/Shanghai', noon)).toBe(2)
  expect(daysTo('2026-03-12T15:59:59Z', 'Asia/Shanghai', noon + 5 * 3_600_000)).toBe(1)
})

test('everybody reads by when an answer is promised, and that it will soon be time', async () => {
  await shown('2026-03-09T04:00:00Z')
  expect(screen.getAllByText('3月12日前答复')).toHaveLength(2)
  expect(screen.queryByText('快到期')).toBeNull()
  await shown('2026-03-10T04:00:00Z', { state: 'in_progress' })
  expect(screen.getAllByText('3月12日前办好')).toHaveLength(2)
  expect(screen.getAllByText('快到期')).toHaveLength(2)
})

test('what is late says only that, and what waits for its author promises nothing', async () => {
  await shown('2026-03-14T04:00:00Z', { overdue: true })
  expect(screen.getAllByText('已超期')).toHaveLength(2)
  await shown('2026-03-11T04:00:00Z', { state: 'waiting_resident' })
  await shown('2026-03-11T04:00:00Z', { state: 'closed', dueAt: undefined })
  expect(screen.queryByText(/前答复|前办好|快到期/)).toBeNull()
})
