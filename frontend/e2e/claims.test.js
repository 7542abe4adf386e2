// Staff choose among those who offer themselves; two partners share what one need not carry alone.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { accessible, person, PHONE, startBrowser } from './browser.js'

const chosen = `百米文化墙 ${Date.now() % 100000}`
const shared = `二十棵早樱 ${Date.now() % 100000}`
const reason = '学校离得更近，这次先请学校。'

/** @type {import('playwright-core').Browser} */
let browser
let staff, first, second, wall, trees

before(async () => {
  browser = await startBrowser()
  staff = await person(browser, 'staff1')
  first = await person(browser, 'partner1')
  second = await person(browser, 'partner2', { viewport: PHONE })
})
after(async () => browser?.close())

/** @param {string} title @param {string[]} need what, how much, in what unit @param {() => Promise<unknown>} terms */
async function published(title, [what, many, unit], terms) {
  const { page } = staff
  await page.goto('/projects/new')
  await page.getByRole('textbox', { name: '项目名称' }).fill(title)
  await page.getByRole('textbox', { name: '一句话说明' }).fill('大家一起来。')
  await page.getByRole('button', { name: '在哪里' }).click()
  for (const name of ['大港街道', '青海路社区'])
    await page.getByRole('button', { name, exact: true }).click()
  await page.getByRole('button', { name: /^就选/ }).click()
  await page.getByRole('combobox', { name: '哪一类' }).selectOption({ label: '楼道灯' })
  const fields = { 具体要什么: what, 多少: many, 单位: unit }
  for (const [name, text] of Object.entries(fields))
    await page.getByRole('textbox', { name }).fill(text)
  await terms()
  await page.getByLabel('完成期限').fill(`${new Date().getFullYear() + 1}-06-30`)
  await accessible(page, 'the terms of a claim')
  await page.getByRole('button', { name: '存成草稿' }).click()
  await page.getByRole('heading', { level: 1, name: title }).waitFor()
  await page.getByRole('button', { name: '发布', exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: '发布', exact: true }).click()
  await page.getByText('待认领').first().waitFor()
  return new URL(page.url()).pathname
}

/** @param {{page: import('playwright-core').Page}} someone @param {string} step @param {string} [why] */
async function decide(someone, step, why) {
  const me = await (await someone.page.request.get('/api/v1/me')).json()
  const { page } = staff
  const row = page.locator('article.claim').filter({ hasText: me.memberships[0].partner.name })
  await row.getByRole('button', { name: step, exact: true }).click()
  const dialog = page.getByRole('dialog')
  await accessible(page, step)
  if (why) await dialog.getByRole('textbox', { name: /原因/ }).fill(why)
  await dialog.getByRole('button', { name: step, exact: true }).click()
  await page.getByText(`已完成：${step}`).first().waitFor()
}

describe('a project whose partner the community chooses', () => {
  test('two offer themselves and read that they will be told', async () => {
    wall = await published(chosen, ['画师', '2', '人'], () =>
      staff.page.getByRole('combobox', { name: '怎么定' }).selectOption({ label: '由我们选定' }),
    )
    for (const { page } of [first, second]) {
      await page.goto(wall)
      await page.getByText('没选上写明原因').first().waitFor()
      await accessible(page, 'a project to offer oneself for')
      await page.getByRole('button', { name: '我们来报名' }).first().click()
      await page.getByText('报名收到了').first().waitFor()
    }
  })

  test('staff find them in their inbox, choose one and tell the other why not', async () => {
    const { page } = staff
    await page.goto('/work?tray=offers')
    await page.getByRole('button', { name: chosen }).first().click()
    await decide(first, '选这家')
    await decide(second, '这次不选', reason)
    await page.goto(wall)
    await page.getByText('已认领').first().waitFor()
  })

  test('the one reads it and the other holds it', async () => {
    await second.page.goto('/desk')
    await second.page.getByText(`原因：${reason}`).first().waitFor()
    await accessible(second.page, 'the desk of who was not chosen')
    await first.page.goto('/desk')
    await first.page.getByRole('link', { name: chosen }).waitFor()
    assert.equal(await first.page.getByText(reason).count(), 0)
  })
})

describe('a project that two share', () => {
  test('each takes a part, and the second is offered what is left', async () => {
    trees = await published(shared, ['早樱', '20', '株'], () =>
      staff.page.getByRole('combobox', { name: '几家来办' }).selectOption({ label: '几家分着办' }),
    )
    await first.page.goto(trees)
    await first.page.getByRole('textbox', { name: '早樱' }).fill('13')
    await first.page.getByRole('button', { name: '早樱，少一点' }).click()
    await first.page.getByRole('button', { name: '我们来认领' }).first().click()
    await first.page.getByText('认领成功').first().waitFor()
    await second.page.goto(trees)
    await accessible(second.page, 'a project that is shared')
    assert.equal(await second.page.getByRole('textbox', { name: '早樱' }).inputValue(), '8')
    await second.page.getByRole('button', { name: '我们来认领' }).first().click()
    await second.page.getByText('认领成功').first().waitFor()
    await staff.page.goto(trees)
    await staff.page.getByText('已认领').first().waitFor()
    for (const part of ['早樱 12 株', '早樱 8 株']) await staff.page.getByText(part).waitFor()
  })

  test('no script broke and no policy was offended', () => {
    for (const one of [staff, first, second]) assert.deepEqual(one.faults, [])
  })
})
