import { screen, waitFor } from '@testing-library/vue'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { aServer, json, show } from '../../test/given.js'
import TopicEdit from '@/topics/TopicEdit.vue'
import { useSession } from '@/ui/session.js'
import NewTopicPage from './NewTopicPage.vue'

const { me } = useSession()
const HERE = '用我现在的位置'
const REMOVE = '去掉位置'
/** @param {(found: any, refused: any) => void} answer */
function aPhone(answer) {
  const getCurrentPosition = vi.fn(answer)
  Object.defineProperty(navigator, 'geolocation', {
    configurable: true,
    value: { getCurrentPosition },
  })
  return getCurrentPosition
}
const at = (accuracy = 12) =>
  aPhone((found) =>
    found({ coords: { latitude: 36.123456789, longitude: 120.987654321, accuracy } }),
  )

afterEach(() => {
  me.value = undefined
  localStorage.clear()
  Reflect.deleteProperty(navigator, 'geolocation')
})

async function aForm() {
  me.value = /** @type {any} */ ({
    ...{ id: 'U-1', areas: [], memberships: [], roles: ['resident'] },
    homeArea: { code: '370203019001', name: '青海路社区' },
  })
  const asked = aServer({ 'POST /topics': json({ id: 'T-1' }, 201) })
  await show(NewTopicPage)
  await userEvent.type(screen.getByRole('textbox', { name: '什么事' }), '灯坏了')
  await userEvent.type(screen.getByRole('textbox', { name: '说详细些' }), '三楼的灯不亮。')
  return {
    async sent() {
      await userEvent.click(screen.getByRole('button', { name: '发出' }))
      return waitFor(() => {
        const post = asked.find(({ method }) => method === 'POST')
        expect(post).toBeTruthy()
        return post?.body
      })
    },
  }
}
const press = (/** @type {string} */ name) => userEvent.click(screen.getByRole('button', { name }))

test('where it is is asked for on a press only, and goes with the topic, rounded to a metre', async () => {
  const asked = at()
  const { sent } = await aForm()
  expect(asked).not.toHaveBeenCalled()
  screen.getByText(/别标自己家/)
  await press(HERE)
  await screen.findByText(/误差约 12 米/)
  expect(JSON.parse(localStorage.getItem('hehuo:draft:topic') ?? '').position).toEqual({
    lat: 36.12346,
    lon: 120.98765,
  })
  expect((await sent()).position).toEqual({ lat: 36.12346, lon: 120.98765 })
})

test('a place that is hardly known is said to be so', async () => {
  at(850.4)
  await aForm()
  await press(HERE)
  await screen.findByText(/误差约 850 米.*不太准/)
})

test('what was marked can be taken away again', async () => {
  at()
  const { sent } = await aForm()
  await press(HERE)
  await press(REMOVE)
  expect(document.activeElement).toBe(screen.getByRole('button', { name: HERE }))
  expect(await sent()).not.toHaveProperty('position')
})

test('who does not tell where they are posts all the same', async () => {
  aPhone((_, refused) => refused({ code: 1 }))
  const { sent } = await aForm()
  await press(HERE)
  await screen.findByText(/不标也能发出/)
  expect(await sent()).not.toHaveProperty('position')
})

test('a position is taken from a topic that has one', async () => {
  at()
  const topic = {
    ...{ id: 'T-1', title: '灯坏了', body: '三楼的灯不亮。', photos: [] },
    ...{ area: { code: '370203019001', name: '青海路社区' }, position: { lat: 36.1, lon: 120.1 } },
  }
  const asked = aServer({ 'PATCH /topics/T-1': topic })
  await show(TopicEdit, { props: { topic } })
  await press(REMOVE)
  await press('保存')
  await waitFor(() => expect(asked.at(-1)?.body).toMatchObject({ position: null }))
})
