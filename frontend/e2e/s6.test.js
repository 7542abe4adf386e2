// Story S6 through the real thing: the stairwell lamp is broken, and four people see to it.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { accessible, person, PHONE, settled, signIn, startBrowser } from './browser.js'

const lamp = `楼道感应灯坏了，老人下楼摸黑 ${Date.now() % 100000}`
const project = `电亮微行动 ${Date.now() % 100000}`

/** @type {import('playwright-core').Browser} */
let browser
let resident, staff, partner, second
let topicPath, projectPath

before(async () => {
  browser = await startBrowser()
})
after(async () => browser?.close())

/** @param {import('playwright-core').Page} page @param {string} step @param {() => Promise<unknown>} [fill] */
async function take(page, step, fill) {
  await page.getByRole('button', { name: step, exact: true }).first().click()
  if (fill) {
    await fill()
    await page.getByRole('dialog').getByRole('button', { name: step, exact: true }).click()
  }
  await page.getByText(`已完成：${step}`).first().waitFor()
}

/** @param {import('playwright-core').Page} page @param {string[]} names from the subdistrict down */
async function chooseArea(page, names) {
  await page.getByRole('button', { name: '在哪里' }).click()
  for (const name of names) await page.getByRole('button', { name, exact: true }).click()
}

describe('the stairwell lamp', () => {
  test('a resident says what is wrong on a phone, and signs in only at the end', async () => {
    resident = await person(browser, undefined, { viewport: PHONE })
    const { page } = resident
    await page.goto('/')
    await accessible(page, 'the front page')
    await page.getByRole('link', { name: '说一件事' }).click()
    await page.getByRole('textbox', { name: '什么事' }).fill(lamp)
    await page
      .getByRole('textbox', { name: '说详细些' })
      .fill('三单元一到四楼的灯跺脚也不亮，昨晚差点摔一跤。')
    await chooseArea(page, ['大港街道', '青海路社区'])
    await page.getByRole('button', { name: /^就选/ }).click()
    await page.getByRole('combobox', { name: '属于哪一类' }).selectOption({ label: '楼道灯' })
    await accessible(page, 'a new topic')
    await page.getByRole('button', { name: '登录并发出' }).click()
    await signIn(page, 'resident1')
    assert.equal(new URL(page.url()).pathname, '/topics/new')
    assert.equal(await page.getByRole('textbox', { name: '什么事' }).inputValue(), lamp)
    await page.getByRole('button', { name: '发出', exact: true }).click()
    await page.getByRole('heading', { level: 1, name: lamp }).waitFor()
    topicPath = new URL(page.url()).pathname
    await page.getByText('待受理').first().waitFor()
    await page
      .getByText(/社区承诺.*前答复/)
      .first()
      .waitFor()
    await accessible(page, 'a topic as its author')
  })

  test('staff take it up from their inbox, by keyboard', async () => {
    staff = await person(browser, 'staff1')
    const { page } = staff
    await page.goto(`/work?tray=new&show=${topicPath.split('/').at(-1)}`)
    await page.getByRole('heading', { level: 2, name: lamp }).waitFor()
    await accessible(page, 'the staff inbox')
    await page.locator('h1').focus()
    await page.keyboard.press('a')
    await page.getByRole('dialog').getByRole('textbox', { name: /说明/ }).fill('明天上门看。')
    await page.getByRole('dialog').getByRole('button', { name: '受理', exact: true }).click()
    await page.getByText('已完成：受理').waitFor()
    await page.goto(topicPath)
    await page.getByText('已受理').first().waitFor()
  })

  test('staff make it a project with its words and publish it', async () => {
    const { page } = staff
    await page.goto(`/projects/new?topic=${topicPath.split('/').at(-1)}`)
    const title = page.getByRole('textbox', { name: '项目名称' })
    await page.waitForFunction(
      (words) => [...document.querySelectorAll('input')].some((i) => i.value === words),
      lamp,
    )
    await accessible(page, 'a new project')
    await title.fill(project)
    await page.getByRole('textbox', { name: '具体要什么' }).fill('照明点位检修')
    await page.getByRole('textbox', { name: '多少' }).fill('8')
    await page.getByRole('textbox', { name: '单位' }).fill('处')
    const due = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10)
    await page.getByLabel('完成期限').fill(due)
    await page.getByRole('button', { name: '存成草稿' }).click()
    await page.getByRole('heading', { level: 1, name: project }).waitFor()
    projectPath = new URL(page.url()).pathname
    await accessible(page, 'a draft')
    await take(page, '发布', async () => {})
    await page.getByText('待认领').first().waitFor()
  })

  test('a partner claims it in one tap that says what is promised', async () => {
    partner = await person(browser, 'partner1')
    const { page } = partner
    await page.goto(projectPath)
    await page.getByText('天内开工').first().waitFor()
    await accessible(page, 'a project that can be claimed')
    await page.getByRole('button', { name: '我们来认领' }).first().click()
    await page
      .getByText(/认领成功/)
      .first()
      .waitFor()
    await page.goto('/desk')
    await page.getByRole('link', { name: project }).waitFor()
    await accessible(page, 'the partner’s desk')
  })

  test('another partner waits in line', async () => {
    second = await person(browser, 'partner2', { viewport: PHONE })
    await second.page.goto(projectPath)
    await second.page.getByRole('button', { name: '排队候补' }).first().click()
    await second.page.getByText('候补第 1 位').first().waitFor()
    await accessible(second.page, 'a project that is taken')
  })

  test('the partner begins, tells of it and delivers', async () => {
    const { page } = partner
    await page.goto(projectPath)
    await take(page, '开工', async () => {})
    await page.getByRole('textbox', { name: '今天做了什么' }).fill('换了八处感应头。')
    await page.getByRole('button', { name: '记一笔' }).click()
    await page.getByText('已记下').waitFor()
    await page.getByText('换了八处感应头。').waitFor()
    await take(page, '报告完成', async () => {
      const dialog = page.getByRole('dialog')
      await accessible(page, 'the report')
      await dialog
        .getByRole('textbox', { name: /做成了什么/ })
        .fill('八处楼道灯全部换新，跺脚就亮。')
    })
    await page.getByText('待验收').first().waitFor()
  })

  test('staff accept the result', async () => {
    const { page } = staff
    await page.goto('/work?tray=delivered')
    await page.getByRole('button', { name: new RegExp(project) }).click()
    await page.getByText('跺脚就亮').waitFor()
    await take(page, '验收通过', async () => {})
    await page.goto(projectPath)
    await page.getByText('已完成').first().waitFor()
  })

  test('the resident hears of it, confirms and rates', async () => {
    const { page } = resident
    await page.goto('/me?tab=notifications')
    await page.getByRole('tabpanel').getByRole('button').first().waitFor()
    await accessible(page, 'notifications')
    await page.goto(topicPath)
    await page.getByText('已解决').first().waitFor()
    await take(page, '确认办好了')
    await page.getByRole('link', { name: project }).click()
    await page.getByRole('heading', { level: 1, name: project }).waitFor()
    await settled(page)
    const best = page.getByRole('radio', { name: '5 星' })
    await best.press('Space')
    assert.ok(await best.isChecked())
    await page.getByRole('textbox', { name: /想说的话/ }).fill('一个电话就来。')
    await page.getByRole('button', { name: '评价', exact: true }).click()
    await page.getByText('谢谢您的评价').waitFor()
    await page.getByText('5 分，1 人评价').or(page.getByText('5.0 分，1 人评价')).waitFor()
    await accessible(page, 'a completed project')
  })

  test('no script broke and no policy was offended', () => {
    for (const one of [resident, staff, partner, second]) assert.deepEqual(one.faults, [])
  })
})
