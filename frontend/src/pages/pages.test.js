import { screen, waitFor } from '@testing-library/vue'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test } from 'vitest'
import { aServer, json, refusal, show } from '../../test/given.js'
import { useSession } from '@/ui/session.js'
import DistrictPage from './DistrictPage.vue'
import NewProjectPage from './NewProjectPage.vue'
import NewTopicPage from './NewTopicPage.vue'
import ProjectsPage from './ProjectsPage.vue'
import TopicPage from './TopicPage.vue'

const { me } = useSession()
const resident = /** @type {any} */ ({
  ...{ id: 'U-1', areas: [], memberships: [], roles: ['resident'] },
  homeArea: { code: '370203019001', name: '青海路社区' },
})
afterEach(() => (me.value = undefined))

test('who does not know the category posts without one', async () => {
  me.value = resident
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
})

test('what is wrong is gone to', async () => {
  me.value = resident
  const violations = [{ field: 'title', code: 'size', message: '写成一句话' }]
  aServer({ 'POST /topics': refusal(422, 'invalid', { violations }) })
  await show(NewTopicPage)
  await userEvent.type(screen.getByRole('textbox', { name: '什么事' }), '灯')
  await userEvent.type(screen.getByRole('textbox', { name: '说详细些' }), '三楼的灯不亮。')
  await userEvent.click(screen.getByRole('button', { name: '发出' }))
  await screen.findByText('写成一句话')
  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: '什么事' }))
})

test('a topic without a category is read like any other', async () => {
  const topic = {
    ...{ id: 'T-1', title: '灯坏了', body: '三楼的灯不亮。', state: 'open', visibility: 'public' },
    ...{ area: { code: '370203019001', name: '青海路社区' }, author: { displayName: '栗子奶奶' } },
    ...{
      projects: [],
      photos: [],
      merged: [],
      allowedActions: [],
      supportCount: 0,
      replyCount: 0,
      following: false,
    },
    ...{ createdAt: '2026-03-10T12:00:00Z', updatedAt: '2026-03-10T12:00:00Z' },
  }
  aServer({ 'GET /topics/T-1': topic })
  await show(TopicPage, { props: { id: 'T-1' } })
  await screen.findByRole('heading', { level: 1, name: '灯坏了' })
  screen.getByText('青海路社区')
})

test('who may not do it is told so before filling in a form', async () => {
  me.value = resident
  aServer({})
  await show(NewProjectPage)
  screen.getByText('项目由社区工作者来立')
  expect(screen.queryByRole('textbox')).toBeNull()
  await show(DistrictPage)
  screen.getByText('这里是区中心用的')
})

test('where filters leave nothing they can be taken away on the spot', async () => {
  aServer({ 'GET /projects': { items: [] } })
  const { router } = await show(ProjectsPage, { at: '/projects?field=safety' })
  await screen.findByText('这里还没有项目')
  const [, inList] = screen.getAllByRole('button', { name: '清除筛选' })
  await userEvent.click(/** @type {HTMLElement} */ (inList))
  await waitFor(() => expect(router.currentRoute.value.fullPath).toBe('/projects'))
})
