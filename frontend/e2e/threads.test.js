// A thread: quoting, what was said last first, and what is new since one was here.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { accessible, BASE_URL, person, PHONE, startBrowser } from './browser.js'

/** @type {import('playwright-core').Browser} */
let browser

before(async () => {
  browser = await startBrowser()
})
after(async () => browser?.close())

const headers = { 'X-Requested-With': 'JavaScript', Origin: BASE_URL }

/** @param {import('playwright-core').Page} page @param {string} path @param {object} data */
const post = async (page, path, data) =>
  (await page.request.post(`/api/v1${path}`, { headers, data })).json()

test('a neighbour quotes, reads the last first, and finds what is new next time', async () => {
  const author = await person(browser, 'resident1')
  const { id } = await post(author.page, '/topics', {
    title: `引一句 ${Date.now() % 100000}`,
    body: '看看怎么引用。',
    areaCode: '370203019001',
  })
  const say = (/** @type {string} */ body) => post(author.page, `/topics/${id}/replies`, { body })
  await say('头一条。')
  await say('第二条。')

  const neighbour = await person(browser, 'resident2', { viewport: PHONE })
  const { page } = neighbour
  await page.goto(`/topics/${id}`)
  await page.getByText('第二条。').waitFor()
  assert.equal(await page.getByText('新', { exact: true }).count(), 0)
  const thread = page.getByRole('region', { name: '跟帖' })
  const first = thread.getByRole('article').filter({ hasText: '头一条。' })
  await first.getByRole('button', { name: '引用' }).click()
  await first.getByRole('textbox', { name: '回复' }).fill('引了头一条。')
  await accessible(page, 'quoting')
  await first.getByRole('button', { name: '发出', exact: true }).click()
  const answer = thread.getByRole('article').filter({ hasText: '引了头一条。' })
  await answer.locator('blockquote', { hasText: '头一条。' }).waitFor()

  await say('后来说的。')
  await page.reload()
  await page.getByRole('button', { name: '您上次来过以后，有 1 条新跟帖' }).click()
  const top = thread.getByRole('article').first()
  await top.filter({ hasText: '后来说的。' }).waitFor()
  await top.getByText('新', { exact: true }).waitFor()
  assert.equal(await thread.getByText('新', { exact: true }).count(), 1)
  await accessible(page, 'what is new in a thread')

  await thread.getByRole('combobox', { name: '排序' }).selectOption('按楼层')
  await thread.getByRole('article').first().filter({ hasText: '头一条。' }).waitFor()
  assert.deepEqual(neighbour.faults, [])
  for (const one of [author, neighbour]) await one.close()
})
