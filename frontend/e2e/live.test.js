// What happens appears by itself, and the screen says when it does not.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { accessible, BASE_URL, person, PHONE, startBrowser } from './browser.js'

/** @type {import('playwright-core').Browser} */
let browser

before(async () => {
  browser = await startBrowser()
})
after(async () => browser?.close())

test('a topic goes on before the eyes of its author', async () => {
  const title = `活的议题 ${Date.now() % 100000}`
  const author = await person(browser, 'resident1', { viewport: PHONE })
  await author.page.goto('/topics/new')
  await author.page.getByRole('textbox', { name: '什么事' }).fill(title)
  await author.page.getByRole('textbox', { name: '说详细些' }).fill('看看会不会自己变。')
  await author.page.getByRole('button', { name: '发出', exact: true }).click()
  await author.page.getByRole('heading', { level: 1, name: title }).waitFor()
  await author.page.getByText('有新动静会自己出现').waitFor()
  await accessible(author.page, 'a topic that is live')
  const path = new URL(author.page.url()).pathname

  const neighbour = await person(browser, 'resident2', { viewport: PHONE })
  await neighbour.page.goto(path)
  await neighbour.page.getByRole('button', { name: /我也遇到了/ }).click()
  await author.page.getByRole('button', { name: /我也遇到了.*1 人附议/ }).waitFor()
  await neighbour.page.getByRole('textbox', { name: '说说您的看法' }).fill('我家也是这样。')
  await neighbour.page.getByRole('button', { name: '发出', exact: true }).click()
  await author.page.getByRole('button', { name: '有 1 条新跟帖，点这里看' }).click()
  await author.page.getByText('我家也是这样。').waitFor()

  const staff = await person(browser, 'staff1')
  await staff.page.goto(path)
  await staff.page.getByRole('button', { name: '受理', exact: true }).click()
  await staff.page.getByRole('dialog').getByRole('button', { name: '受理', exact: true }).click()
  await author.page.getByText('已受理').first().waitFor()
  await author.page.getByRole('link', { name: /^通知，[1-9]\d* 条未读/ }).waitFor()

  await author.page.route('**/stream', (route) => route.abort())
  await author.page.reload()
  await author.page.getByText('现在不是实时的，正在重新连接').waitFor()
  await author.page.unroute('**/stream')
  await author.page.getByText('有新动静会自己出现').waitFor()
  assert.deepEqual(author.faults, [])
  for (const one of [author, neighbour, staff]) await one.close()
})

test('a claim appears on the project page of another who looks on', async () => {
  const staff = await person(browser, 'staff1')
  const headers = { 'X-Requested-With': 'JavaScript', Origin: BASE_URL }
  const post = async (/** @type {string} */ path, /** @type {object} */ data) =>
    (await staff.page.request.post(`/api/v1${path}`, { headers, data })).json()
  const { id } = await post('/projects', {
    title: `活的项目 ${Date.now() % 100000}`,
    summary: '看看会不会自己变。',
    areaCode: '370203019001',
    category: 'PWR01',
  })
  await post(`/projects/${id}/publish`, {})

  const neighbour = await person(browser, undefined, { viewport: PHONE })
  await neighbour.page.goto(`/projects/${id}`)
  await neighbour.page.getByText('有新动静会自己出现').waitFor()
  await neighbour.page.evaluate(() => Object.assign(globalThis, { sameDocument: true }))
  const partner = await person(browser, 'partner1')
  await partner.page.goto(`/projects/${id}`)
  await partner.page.getByRole('button', { name: '我们来认领' }).click()
  await partner.page
    .getByText(/认领成功/)
    .first()
    .waitFor()

  await neighbour.page.getByText('已认领').first().waitFor()
  await neighbour.page
    .getByRole('region', { name: '谁在办' })
    .getByRole('link', { name: '国家电网青岛供电公司配电运检室' })
    .waitFor()
  await neighbour.page.getByRole('region', { name: '办到哪一步' }).getByText('合伙人认领').waitFor()
  assert.ok(await neighbour.page.evaluate(() => 'sameDocument' in globalThis))
  await accessible(neighbour.page, 'a project that is live')

  await neighbour.page.route('**/stream', (route) => route.abort())
  await neighbour.page.reload()
  await neighbour.page.getByText('现在不是实时的，正在重新连接').waitFor()
  for (const one of [staff, neighbour, partner]) {
    assert.deepEqual(one.faults, [])
    await one.close()
  }
})
