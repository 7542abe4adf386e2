import { fireEvent, screen, waitFor } from '@testing-library/vue'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test } from 'vitest'
import { aServer, json, refusal, show } from '../../test/given.js'
import { useSession } from '@/ui/session.js'
import NewTopicPage from '@/pages/NewTopicPage.vue'
import SupportButton from './SupportButton.vue'
import TopicHead from './TopicHead.vue'

const { me } = useSession()
const topic = { id: 'T-1', supportCount: 4, supportedByMe: false }
afterEach(() => (me.value = undefined))

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

test('who does not know the category posts without one, and reads the topic without one', async () => {
  me.value = /** @type {any} */ ({
    ...{ id: 'U-1', areas: [], memberships: [], roles: [] },
    homeArea: { code: '370203019001', name: '青海路社区' },
  })
  const asked = aServer({ 'POST /topics': json({ id: 'T-1' }, 201) })
  await show(NewTopicPage)
  await userEvent.type(screen.getByRole('textbox', { name: '什么事' }), '灯坏了')
  await userEvent.type(screen.getByRole('textbox', { name: '说详细些' }), '三楼的灯不亮。')
  screen.getByText('不确定可以不选，由社区来定')
  await userEvent.click(screen.getByRole('button', { name: '发出' }))
  const post = await waitFor(() => {
    const sent = asked.find(({ method }) => method === 'POST')
    expect(sent).toBeTruthy()
    return sent
  })
  expect(post?.body).toEqual({ title: '灯坏了', body: '三楼的灯不亮。', areaCode: '370203019001' })

  const bare = {
    ...{ state: 'open', visibility: 'public', author: { displayName: '栗子奶奶' } },
    ...{ area: { code: '370203019001', name: '青海路社区' }, createdAt: '2026-03-10T12:00:00Z' },
  }
  await show(TopicHead, { props: { topic: bare } })
  screen.getByText('青海路社区')
})
