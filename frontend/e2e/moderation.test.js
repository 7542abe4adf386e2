// What should not stand is seen by somebody, hidden with a reason or left standing, and counted in the open.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { accessible, PHONE, person, settled, signIn, startBrowser } from './browser.js'
import { api, look } from './story.js'

/** @typedef {Awaited<ReturnType<typeof person>>} Somebody */

const run = Date.now() % 100000
const AREA = '370203019001'
/** @type {import('playwright-core').Browser} */
let browser
/** @type {Somebody} */
let author
/** @type {Somebody} */
let neighbour
/** @type {Somebody} */
let staff
/** @type {Somebody} */
let street
/** @type {Somebody} */
let stranger

before(async () => {
  browser = await startBrowser()
  author = await person(browser, 'resident1', { viewport: PHONE })
  neighbour = await person(browser, 'resident2', { viewport: PHONE })
  staff = await person(browser, 'staff1')
  street = await person(browser, 'street1')
  stranger = await person(browser, undefined, { viewport: PHONE })
})
after(async () => browser?.close())

/** @param {Somebody} who @param {string} title @param {string} [body] */
const said = async (who, title, body = '院里一棵树也没有，夏天晒得慌。') =>
  (await api(who, 'POST', '/topics', { title, body, areaCode: AREA, category: 'GRN01' })).id

/** @param {Somebody} who @param {string} text */
const post = ({ page }, text) => page.locator('article.reply', { hasText: text })

/** @param {Somebody} who @param {string} text @param {string} step */
async function decide({ page }, text, step) {
  await page.goto('/reports?state=submitted')
  await settled(page)
  const item = page.locator('article', { hasText: text })
  await item.getByRole('button', { name: step, exact: true }).click()
  const dialog = page.getByRole('dialog')
  await accessible(page, step)
  await dialog.getByRole('textbox', { name: /原因/ }).fill('对事不对人，骂人的话不能留。')
  await dialog.getByRole('button', { name: step, exact: true }).click()
  await page.getByText(`已完成：${step}`).first().waitFor()
}

describe('moderation', () => {
  test('a reply is reported, hidden with a reason, appealed against and stands again', async () => {
    const topic = await said(author, `同德花园太秃了 ${run}`)
    const angry = `收钱不办事的懒虫 ${run}`
    await api(author, 'POST', `/topics/${topic}/replies`, { body: angry })

    await look(neighbour, topic)
    await post(neighbour, angry).getByRole('button', { name: '举报' }).click()
    const dialog = neighbour.page.getByRole('dialog')
    await dialog.getByText('没有人会知道是谁举报的').waitFor()
    await accessible(neighbour.page, 'reporting')
    await dialog.getByRole('combobox', { name: '属于哪一种' }).selectOption('abuse')
    await dialog.getByRole('button', { name: '举报' }).click()
    await neighbour.page.getByText('已举报').first().waitFor()

    await staff.page.goto('/work')
    await settled(staff.page)
    await staff.page.getByRole('link', { name: '举报', exact: true }).click()
    await settled(staff.page)
    await staff.page.getByText(angry).waitFor()
    await accessible(staff.page, 'reports')
    await decide(staff, angry, '隐藏它')

    await look(stranger, topic)
    await stranger.page.getByText('这条跟帖已隐藏').waitFor()
    assert.equal(await stranger.page.getByText(angry).count(), 0)

    await look(author, topic)
    const mine = post(author, angry)
    await mine.getByText('对事不对人').waitFor()
    await mine.getByRole('button', { name: '申诉' }).click()
    const appeal = author.page.getByRole('dialog')
    await appeal.getByRole('textbox').fill('这是说物业的账，不是骂人。')
    await appeal.getByRole('button', { name: '申诉' }).click()
    await appeal.waitFor({ state: 'detached' })

    await street.page.goto('/appeals?state=submitted')
    await settled(street.page)
    const item = street.page.locator('article', { hasText: '这是说物业的账' })
    await item.getByRole('button', { name: '申诉成立' }).click()
    const verdict = street.page.getByRole('dialog')
    await verdict.getByRole('textbox').fill('是在问账目，保留。')
    await verdict.getByRole('button', { name: '申诉成立' }).click()
    await street.page.getByText('已完成：申诉成立').first().waitFor()

    await look(stranger, topic)
    await stranger.page.getByText(angry).waitFor()
    await neighbour.page.goto('/reports?mine=true')
    await settled(neighbour.page)
    await neighbour.page.getByText('对事不对人').first().waitFor()
    await accessible(neighbour.page, 'my reports')
  })

  test('a post with a watched word waits for a look, and its author is told so', async () => {
    const { page } = author
    const topic = await said(author, `东门总堵 ${run}`, '开车乱停的人去 死！消防车都进不来。')
    await look(author, topic)
    await page.getByText('等看过再公开').first().waitFor()
    await page.getByText('工作人员两个工作日内看过').waitFor()
    await accessible(page, 'a held topic')
    await stranger.page.goto(`/topics/${topic}`)
    await stranger.page.getByText('它不存在').first().waitFor()

    await staff.page.goto('/reports?state=submitted')
    await settled(staff.page)
    await staff.page.getByText('有要看一看的词：去死').first().waitFor()
    await decide(staff, `东门总堵 ${run}`, '保留它')
    await look(stranger, topic)
    await stranger.page.getByRole('heading', { name: `东门总堵 ${run}` }).waitFor()
  })

  test('a stranger signs in to report and finds the form as it was', async () => {
    const topic = await said(neighbour, `垃圾桶太远 ${run}`)
    const passer = await person(browser, undefined, { viewport: PHONE })
    await look(passer, topic)
    await passer.page.getByRole('button', { name: '举报' }).first().click()
    const dialog = passer.page.getByRole('dialog')
    await dialog.getByRole('combobox').selectOption('other')
    await dialog.getByRole('textbox', { name: '说明' }).fill('跟我们小区没关系。')
    await dialog.getByRole('button', { name: '举报' }).click()
    await passer.page.locator('#username').waitFor()
    await signIn(passer.page, 'resident3')
    await settled(passer.page)
    await passer.page.getByRole('button', { name: '举报' }).first().click()
    const text = passer.page.getByRole('dialog').getByRole('textbox', { name: '说明' })
    assert.equal(await text.inputValue(), '跟我们小区没关系。')
    await passer.page.getByRole('dialog').getByRole('button', { name: '举报' }).click()
    await passer.page.getByText('已举报').first().waitFor()
    assert.deepEqual(passer.faults, [])
    await passer.close()
  })

  test('the district keeps the words and the limit for new accounts; anybody sees the counts', async () => {
    const admin = await person(browser, 'admin1')
    const { page } = admin
    await page.goto('/district?tab=moderation')
    await settled(page)
    await page.getByRole('textbox', { name: '词' }).fill(`怪话${run}`)
    await page.getByRole('button', { name: '加一个词' }).click()
    await page.getByRole('button', { name: `去掉“怪话${run}”` }).waitFor()
    await accessible(page, 'the words')
    await page.getByRole('button', { name: `去掉“怪话${run}”` }).click()
    await page.getByRole('button', { name: `去掉“怪话${run}”` }).waitFor({ state: 'detached' })
    await page.getByRole('spinbutton', { name: '一天最多几条' }).fill('12')
    await page.getByRole('button', { name: '保存' }).click()
    await page.getByText('已保存').first().waitFor()
    assert.equal((await api(admin, 'GET', '/programme')).newcomerPosts, 12)

    await stranger.page.goto('/moderation')
    await settled(stranger.page)
    await stranger.page.getByRole('heading', { name: '为什么隐藏' }).waitFor()
    await stranger.page.getByText('骂人、威胁').waitFor()
    await accessible(stranger.page, 'moderation in the open')
    await stranger.page.goto('/moderation?from=2019-01-01&to=2019-01-31')
    await stranger.page.getByText('没有隐藏任何内容').waitFor()
    await admin.close()
  })

  test('nothing broke on the way', () => {
    for (const { faults } of [author, neighbour, staff, street, stranger])
      assert.deepEqual(faults, [])
  })
})
