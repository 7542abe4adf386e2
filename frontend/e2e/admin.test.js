// The district sees to people and to what was done; owners see to their members.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { accessible, BASE_URL, DESK, person, PHONE, settled, startBrowser } from './browser.js'

/** @type {import('playwright-core').Browser} */
let browser
before(async () => {
  browser = await startBrowser()
})
after(async () => browser?.close())

/** @param {import('playwright-core').Page} page @param {string} step @param {string} [why] */
async function take(page, step, why) {
  await page.getByRole('button', { name: step, exact: true }).click()
  const dialog = page.getByRole('dialog')
  await accessible(page, `the dialog to ${step}`)
  if (why) await dialog.getByRole('textbox').fill(why)
  await dialog.getByRole('button', { name: step, exact: true }).click()
  await page.getByText(`已完成：${step}`).first().waitFor()
}

describe('the district', () => {
  test('finds somebody by name and shuts them out and lets them in, with a line for each', async () => {
    const neighbour = await person(browser, 'resident60')
    const admin = await person(browser, 'admin1')
    const { page } = admin
    await page.goto('/district')
    await page.getByRole('searchbox', { name: '搜姓名或用户名' }).fill('毛豆')
    await page.getByRole('link', { name: '盐水毛豆' }).waitFor()
    await page.waitForURL(/\?q=/)
    await page.reload()
    await page.getByRole('link', { name: '盐水毛豆' }).click()
    await page.getByRole('heading', { level: 1, name: '盐水毛豆' }).waitFor()
    await accessible(page, 'a person')
    await take(page, '停用账号', '冒用他人身份。')
    await page.getByText('已停用').first().waitFor()
    await page.getByText('冒用他人身份。').waitFor()
    await accessible(page, 'a person who is shut out')

    await neighbour.page.goto('/topics')
    await neighbour.page
      .getByText('您的账号已停用')
      .or(neighbour.page.getByText(/区中心停用了这个账号/))
      .first()
      .waitFor()
    await neighbour.page.getByRole('button', { name: '登录', exact: true }).waitFor()
    await neighbour.page.reload()
    await neighbour.page.getByRole('main').getByRole('article').first().waitFor()

    await take(page, '恢复账号', '已核实。')
    await page.getByText('恢复账号').first().waitFor()
    await neighbour.page.goto('/me')
    await settled(neighbour.page)
    assert.deepEqual(admin.faults, [])
    await admin.close()
    await neighbour.close()
  })

  test('gives an area and reads it in the audit, whose filters live in the address', async () => {
    const { page, faults, close } = await person(browser, 'admin1', { viewport: PHONE })
    await page.goto('/district?q=resident58')
    await page.getByRole('link', { name: '半夏微凉' }).click()
    await page.getByRole('button', { name: '负责的地方' }).click()
    for (const name of ['大港街道', '就选大港街道', '加上这个地方', '保存'])
      await page.getByRole('button', { name, exact: true }).click()
    await page.getByText('已保存：半夏微凉').waitFor()
    await page.getByText('给了负责的地方').waitFor()
    await page.getByRole('link', { name: '全部记录', exact: true }).click()
    await page.waitForURL(/\/district\/audit\?thing=/)
    await page.getByRole('link', { name: '半夏微凉' }).first().waitFor()
    await page.getByRole('article').getByText('大港街道').first().waitFor()
    await accessible(page, 'the audit of one person')
    await page.goto('/district/audit?from=2999-01-01')
    await page.getByText('没有记录').waitFor()
    await accessible(page, 'an audit without lines')
    await page.getByRole('main').getByRole('button', { name: '清除筛选' }).last().click()
    await page.getByRole('article').first().waitFor()
    assert.equal(new URL(page.url()).search, '')
    assert.deepEqual(faults, [])
    await close()
  })

  for (const viewport of [PHONE, DESK]) {
    test(`has accessible screens at ${viewport.width} px`, async () => {
      const { page, faults, close } = await person(browser, 'admin1', { viewport })
      for (const path of [
        '/district',
        '/district?tab=partners',
        '/district/audit',
        '/partners/HH-0002',
      ]) {
        await page.goto(path)
        await accessible(page, path)
      }
      assert.deepEqual(faults, [])
      await close()
    })
  }

  test('keeps it from others, and says so when it does not come', async () => {
    const other = await person(browser, 'staff1')
    for (const path of ['/district', '/district/audit']) {
      await other.page.goto(path)
      await other.page.getByText('这里是区中心用的').waitFor()
    }
    await other.close()
    const { page, close } = await person(browser, 'admin1', { viewport: PHONE })
    await page.route('**/api/v1/audit*', (route) => route.abort())
    await page.goto('/district/audit')
    await page.getByRole('button', { name: '再试一次' }).waitFor()
    await accessible(page, 'an audit that does not come')
    await page.unroute('**/api/v1/audit*')
    await page.getByRole('button', { name: '再试一次' }).click()
    await page.getByRole('article').first().waitFor()
    await close()
  })
})

describe('the categories', () => {
  const LIST = '/district?tab=categories'

  test('are added, changed and retired, and what residents choose from is so at once', async () => {
    const { page, faults, close } = await person(browser, 'admin1', { viewport: PHONE })
    const dialog = page.getByRole('dialog')
    const save = dialog.getByRole('button', { name: '保存' })
    await page.goto(LIST)
    await page.getByRole('button', { name: '在“照明用电”里添加一类' }).click()
    assert.equal(await dialog.getByLabel('代码').inputValue(), 'PWR05')
    await accessible(page, 'the form of a new category')
    await dialog.getByLabel('代码').fill('PWR01')
    await dialog.getByLabel('中文名称').fill('景观灯')
    await dialog.getByLabel('英文名称').fill('Ornamental lights')
    await dialog.getByLabel('几个工作日内答复').fill('7')
    await dialog.getByLabel('大家怎么说').fill('景观灯、灯带 霓虹灯')
    await save.click()
    await dialog.getByText('要改它请修改原有的那一类').waitFor()
    await accessible(page, 'a code that is taken')
    await dialog.getByLabel('代码').fill('PWR05')
    await save.click()
    await page.getByText('已保存：景观灯').waitFor()
    const row = page.getByRole('listitem').filter({ hasText: /^景观灯/ })
    await row.getByText('7 个工作日答复').waitFor()

    const edit = page.getByRole('button', { name: '修改：景观灯' })
    await edit.focus()
    await page.keyboard.press('Enter')
    assert.equal(await dialog.getByLabel('大家怎么说').inputValue(), '景观灯 灯带 霓虹灯')
    await dialog.getByLabel('几个工作日内答复').fill('4')
    await page.keyboard.press('Enter')
    await row.getByText('4 个工作日答复').waitFor()
    await dialog.waitFor({ state: 'detached' })
    assert.ok(await edit.evaluate((button) => button === document.activeElement))
    await edit.click()
    await dialog.getByLabel('停用').check()
    await save.click()
    await row.getByText('已停用').waitFor()
    await accessible(page, 'categories of which one is retired')

    await page.goto('/topics/new')
    const choice = page.getByRole('combobox', { name: '属于哪一类' })
    await choice.getByRole('option', { name: '楼道灯' }).waitFor({ state: 'attached' })
    assert.equal(await choice.getByRole('option', { name: '景观灯' }).count(), 0)
    await page.goto('/district/audit?thing=PWR05')
    await page.getByText('停用事情类别').waitFor()
    await page.getByText('7 → 4').waitFor()
    assert.deepEqual(faults, [])
    await close()
  })

  test('say so when somebody else was faster, and when they do not come', async () => {
    const { page, close } = await person(browser, 'admin1')
    const dialog = page.getByRole('dialog')
    await page.route('**/api/v1/categories', (route) => route.abort())
    await page.goto(LIST)
    await page.getByRole('button', { name: '再试一次' }).waitFor()
    await accessible(page, 'categories that do not come')
    await page.unroute('**/api/v1/categories')
    await page.getByRole('button', { name: '再试一次' }).click()
    await page.getByRole('button', { name: '修改：路灯' }).click()
    await dialog.getByLabel('几个工作日内答复').fill('9')
    const changed = await page.request.patch('/api/v1/categories/PWR02', {
      headers: { 'If-Match': '*', 'X-Requested-With': 'JavaScript', Origin: BASE_URL },
      data: { slaDays: 3 },
    })
    assert.equal(changed.status(), 200)
    await dialog.getByRole('button', { name: '保存' }).click()
    await dialog.getByText('您打开之后它被改过').waitFor()
    await accessible(page, 'a category that somebody else has changed')
    await dialog.getByRole('button', { name: '看最新的' }).click()
    await dialog.getByRole('alert').waitFor({ state: 'detached' })
    assert.equal(await dialog.getByLabel('几个工作日内答复').inputValue(), '3')
    await dialog.getByLabel('几个工作日内答复').fill('2')
    await dialog.getByRole('button', { name: '保存' }).click()
    await page.getByText('已保存：路灯').waitFor()
    await close()
  })
})

describe('an owner', () => {
  test('lets a colleague in by the user name, makes an owner and sends somebody away', async () => {
    const { page, faults, close } = await person(browser, 'partner2', { viewport: PHONE })
    await page.goto('/partners/HH-0002')
    const members = page.getByRole('region', { name: '成员' })
    await members.getByRole('textbox', { name: '同事的用户名' }).fill('nobody-of-that-name')
    await members.getByRole('button', { name: '加为成员' }).click()
    await members
      .getByText('找不到', { exact: false })
      .or(members.getByRole('alert'))
      .first()
      .waitFor()
    await members.getByRole('textbox', { name: '同事的用户名' }).fill('resident59')
    await members.getByRole('button', { name: '加为成员' }).click()
    await members.getByText('楼道歌手').waitFor()
    await accessible(page, 'the members of a partner')
    await members.getByRole('button', { name: '把楼道歌手设为管理人' }).click()
    await page.getByRole('dialog').getByText('楼道歌手将和您一样').waitFor()
    await page.getByRole('dialog').getByRole('button', { name: '设为管理人' }).click()
    await page.getByText('已设为管理人：楼道歌手').waitFor()
    await members.getByRole('button', { name: '移出楼道歌手' }).click()
    await accessible(page, 'the question whether to send somebody away')
    await page.getByRole('dialog').getByRole('button', { name: '移出' }).click()
    await page.getByText('已移出：楼道歌手').waitFor()
    await members.getByText('楼道歌手').waitFor({ state: 'detached' })
    assert.deepEqual(faults, [])
    await close()
  })
})
