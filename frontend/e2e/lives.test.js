// Nobody is silently ignored: what is asked, what is said twice, what belongs elsewhere and what is refused has a way on.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { accessible, PHONE, person, startBrowser } from './browser.js'
import { api, look, take } from './story.js'

/** @typedef {Awaited<ReturnType<typeof person>>} Somebody */

const run = Date.now() % 100000
/** @type {import('playwright-core').Browser} */
let browser
/** @type {Somebody} */
let author
/** @type {Somebody} */
let neighbour
/** @type {Somebody} */
let staff

before(async () => {
  browser = await startBrowser()
  author = await person(browser, 'resident1', { viewport: PHONE })
  neighbour = await person(browser, 'resident2', { viewport: PHONE })
  staff = await person(browser, 'staff1')
})
after(async () => browser?.close())

/** @param {Somebody} who @param {string} title */
const said = async (who, title) =>
  (
    await api(who, 'POST', '/topics', {
      ...{ title, body: '院里一棵树也没有，夏天晒得慌。' },
      ...{ areaCode: '370203019001', category: 'GRN01' },
    })
  ).id

describe('a topic’s life', () => {
  test('staff ask, the author answers, and it goes on', async () => {
    const topic = await said(author, `院里想种树 ${run}`)
    await look(staff, topic)
    await take(staff, '受理', {})
    await take(staff, '请居民补充', { 想问居民什么: '想种在哪一块？' })
    await staff.page.getByText('等居民补充').first().waitFor()

    await look(author, topic)
    await author.page.getByText('社区想问您').waitFor()
    await author.page.getByText('想种在哪一块？').first().waitFor()
    await accessible(author.page, 'a topic with a question')
    await take(author, '答复社区', { 您的答复: '健身器材旁边那块空地。' })
    await author.page.getByText('已受理').first().waitFor()
    await author.page.getByText('健身器材旁边那块空地。').waitFor()
  })

  test('two that say the same become one, and two again', async () => {
    const first = await said(author, `东院缺绿化 ${run}`)
    const second = await said(neighbour, `东院缺绿化，光秃秃 ${run}`)
    await api(neighbour, 'PUT', `/topics/${first}/support`, {})
    await api(author, 'PUT', `/topics/${second}/support`, {})
    await api(neighbour, 'PUT', `/topics/${second}/support`, {})

    await look(staff, second)
    const { page } = staff
    await page.getByRole('button', { name: '并入另一条', exact: true }).click()
    const field = page.getByRole('dialog').getByRole('combobox', { name: '留下哪一条' })
    await page.locator(`datalist option[value*="${first}"]`).waitFor({ state: 'attached' })
    await field.fill(`东院缺绿化 ${run}（${first}）`)
    await accessible(page, 'merging')
    await page.getByRole('dialog').getByRole('button', { name: '并入另一条', exact: true }).click()
    await page.getByText('这条已经并入').waitFor()
    await accessible(page, 'a merged topic')

    await look(neighbour, second)
    await neighbour.page.getByRole('link', { name: first }).click()
    await neighbour.page.getByRole('heading', { level: 2, name: '并进来的议题' }).waitFor()
    assert.equal((await api(neighbour, 'GET', `/topics/${first}`)).supportCount, 2)
    await accessible(neighbour.page, 'a topic that took another in')

    await look(staff, second)
    await take(staff, '重新分开', {})
    await page.getByText('待受理').first().waitFor()
    assert.equal((await api(neighbour, 'GET', `/topics/${first}`)).supportCount, 1)
  })

  test('what belongs elsewhere is passed on and sent back', async () => {
    const topic = await said(author, `河边的树枯了 ${run}`)
    await look(staff, topic)
    const { page } = staff
    await page.getByRole('button', { name: '转交', exact: true }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: '转到哪里' }).click()
    for (const name of ['合肥路街道', '劲松三路社区'])
      await dialog.getByRole('button', { name, exact: true }).click()
    await dialog.getByRole('button', { name: /^就选/ }).click()
    await dialog.getByRole('textbox', { name: /原因/ }).fill('树在河那边。')
    await accessible(page, 'passing on')
    await dialog.getByRole('button', { name: '转交', exact: true }).click()
    await page.getByText('已完成：转交').first().waitFor()

    const other = await person(browser, 'staff2')
    await look(other, topic)
    await other.page.getByText('青海路社区 → 劲松三路社区：树在河那边。').waitFor()
    await take(other, '退回', { 原因: '河这边也归青海路。' })
    await other.close()
    await look(author, topic)
    await author.page.getByText('青海路社区').first().waitFor()
  })

  test('a refusal is appealed against, and somebody else decides', async () => {
    const topic = await said(author, `想要一块菜地 ${run}`)
    await look(staff, topic)
    await take(staff, '不予受理', { 原因: '绿地不能种菜。' })
    await look(author, topic)
    await take(author, '申诉', { 为什么不同意这个决定: '不是绿地，是荒地。' })

    await staff.page.goto('/appeals?state=submitted')
    const own = staff.page.locator('article').filter({ hasText: `想要一块菜地 ${run}` })
    await own.waitFor()
    await accessible(staff.page, 'appeals')
    assert.equal(await own.getByRole('button', { name: '申诉成立' }).count(), 0)

    const street = await person(browser, 'street1', { viewport: PHONE })
    await street.page.goto('/appeals?state=submitted')
    const row = street.page.locator('article').filter({ hasText: `想要一块菜地 ${run}` })
    await row.getByRole('button', { name: '申诉成立', exact: true }).click()
    await street.page.getByRole('dialog').getByRole('textbox', { name: /原因/ }).fill('确是荒地。')
    await street.page
      .getByRole('dialog')
      .getByRole('button', { name: '申诉成立', exact: true })
      .click()
    await row.getByText('确是荒地。').waitFor()
    await street.close()

    await look(author, topic)
    await author.page.getByText('待受理').first().waitFor()
    assert.deepEqual([author, neighbour, staff].map(({ faults }) => faults).flat(), [])
  })
})
