// What happens appears by itself, and the screen says when it does not.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { accessible, person, PHONE, startBrowser } from './browser.js'

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
