// The directory is taken over from a list (S2), a partner joins another community (S5), rests and goes.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { accessible, person, PHONE, settled, signIn, startBrowser } from './browser.js'

/** @type {import('playwright-core').Browser} */
let browser
before(async () => {
  browser = await startBrowser()
})
after(async () => browser?.close())

const HEAD = '单位名称,统一社会信用代码,单位类型,所属街道,联系人,联系电话,可提供资源,加入日期\n'
/** @param {string} rows */
const list = (rows) => ({
  name: '合伙人名单.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(`\uFEFF${HEAD}${rows}`),
})

/** @param {import('playwright-core').Page} page @param {string} step @param {(dialog: import('playwright-core').Locator) => Promise<void>} [fill] */
async function take(page, step, fill) {
  await page.getByRole('button', { name: step, exact: true }).click()
  const dialog = page.getByRole('dialog')
  await fill?.(dialog)
  await dialog.getByRole('button', { name: step, exact: true }).click()
  await page.getByText(`已完成：${step}`).first().waitFor()
}

describe('the directory', () => {
  test('is taken over from a list, each fault told at its cell, and given back', async () => {
    const mark = String(Date.now() % 1000000)
    const { page, faults, close } = await person(browser, 'admin1')
    await page.goto('/district?tab=partners')
    await page.getByRole('link', { name: '导入名单' }).click()
    await accessible(page, 'the imports')
    await page
      .getByLabel('选名单文件')
      .setInputFiles(
        list(
          `甲公司${mark},,企业,大港街道,某人,13900007001,修灯,2020/4/3\n` +
            `乙公司${mark},,企业,,某人,13900007002,修门,2020-04-03\n` +
            `丙公司${mark},,企业,大港街道,某人,1390000743,修窗,2020-04-03\n`,
        ),
      )
    await page.getByRole('button', { name: '试算', exact: true }).click()
    await page.waitForURL(/\/district\/import\/[0-9a-f-]+$/)
    await settled(page)
    await page.getByText('导入 1 家').waitFor()
    await page.getByText('另有 2 行没弄清或有错').waitFor()
    await page.getByText('读作 2020-04-03').waitFor()
    await accessible(page, 'an import that was tried')

    await page.getByRole('button', { name: '就填“大港街道”' }).click()
    await page.getByLabel('改成').last().fill('13900007003')
    await page.getByRole('status').getByRole('button', { name: '重新试算' }).click()
    await page.getByText('导入 3 家').waitFor()
    await take(page, '导入')
    await page.getByText('已导入').first().waitFor()
    await page.getByRole('link', { name: `丙公司${mark}` }).waitFor()
    await accessible(page, 'an import that is done')

    await page.goto(`/partners?q=${encodeURIComponent(`公司${mark}`)}`)
    await settled(page)
    assert.equal(await page.getByRole('link', { name: `公司${mark}` }).count(), 3)
    await page.goBack()
    await take(page, '撤回导入')
    await page.getByText('已撤回').first().waitFor()
    await page.goto(`/partners?q=${encodeURIComponent(`公司${mark}`)}`)
    await page.getByText('没有找到合伙人').waitFor()
    assert.deepEqual(faults, [])
    await close()
  })

  test('lets a partner join another community, rest and go', async () => {
    const admin = await person(browser, 'admin1')
    await admin.page.goto('/partners/HH-0003')
    await settled(admin.page)
    const name = await admin.page.getByRole('heading', { level: 1 }).textContent()
    await admin.page.getByRole('button', { name: '改资料' }).click()
    const dialog = admin.page.getByRole('dialog')
    await dialog.getByRole('button', { name: /服务哪里/ }).click()
    for (const place of ['浮山新区街道', '就选浮山新区街道', '加上这个地方'])
      await admin.page.getByRole('button', { name: place, exact: true }).click()
    await accessible(admin.page, 'a partner as it is changed')
    await dialog.getByRole('button', { name: '保存' }).click()
    await admin.page.getByText('资料已改好').waitFor()
    await settled(admin.page)
    await admin.page
      .getByText(/浮山新区街道/)
      .first()
      .waitFor()

    await take(admin.page, '暂停资格', (dialog) => dialog.getByLabel(/原因/).fill('执照过期了。'))
    await admin.page.getByText('执照过期了。').first().waitFor()
    await accessible(admin.page, 'a suspended partner')
    const guest = await person(browser, undefined, { viewport: PHONE })
    await guest.page.goto('/partners/HH-0003')
    await guest.page.getByText('这里没有东西').waitFor()
    await admin.page.getByRole('button', { name: '恢复资格', exact: true }).click()
    await admin.page.getByText('已完成：恢复资格').first().waitFor()
    await guest.page.reload()
    await guest.page.getByRole('heading', { level: 1, name }).waitFor()
    await guest.page.getByText('资格恢复').waitFor()
    await accessible(guest.page, 'a partner with its history')

    // What it holds keeps it here, and is named.
    await admin.page.getByRole('button', { name: '办理退出', exact: true }).click()
    const leaving = admin.page.getByRole('dialog')
    await leaving.getByLabel(/原因/).fill('搬到外区了。')
    await leaving.getByRole('button', { name: '办理退出', exact: true }).click()
    await leaving.getByText(/P-\d{4}-\d{6}/).waitFor()
    assert.deepEqual([...admin.faults, ...guest.faults], [])
    await admin.close()
    await guest.close()
  })

  test('lets a colleague in by a link, once, and shows what it has done', async () => {
    const admin = await person(browser, 'admin1')
    await admin.page.goto('/partners/HH-0004')
    await settled(admin.page)
    const name = await admin.page.getByRole('heading', { level: 1 }).textContent()
    await admin.page.getByText('邀请链接', { exact: true }).click()
    await admin.page.getByLabel(/只给这个手机号/).fill('13900007001')
    await admin.page.getByRole('button', { name: '发一个邀请链接' }).click()
    const link = await admin.page.getByText(/\/partners\/HH-0004\/join#/).textContent()
    await accessible(admin.page, 'a link that was made')

    const guest = await person(browser, undefined, { viewport: PHONE })
    const { page } = guest
    await page.goto(/** @type {string} */ (link))
    await page.getByText(`有人邀请您加入“${name}”`).waitFor()
    assert.equal(new URL(page.url()).hash, '')
    await accessible(page, 'an invitation')
    await page.getByRole('button', { name: '接受邀请' }).click()
    await signIn(page, 'resident62')
    await page.getByRole('button', { name: '接受邀请' }).click()
    await page.getByText('请填写').waitFor()
    await page.getByLabel(/邀请的手机号/).fill('13900007001')
    await page.getByRole('button', { name: '接受邀请' }).click()
    await page.waitForURL(/\/partners\/HH-0004$/)
    await page.getByRole('region', { name: '成员' }).waitFor()
    await page.goto(/** @type {string} */ (link))
    await page.getByRole('button', { name: '接受邀请' }).click()
    await page.getByText('用过、被收回或过期').waitFor()

    await page.goto('/partners/growth')
    await page.getByRole('img', { name: /在册的合伙人由/ }).waitFor()
    await accessible(page, 'the growth of the directory')
    const badge = await page.request.get('/api/v1/partners/HH-0004/badge.svg')
    assert.ok((await badge.text()).includes('城市合伙人'))
    const [download] = await Promise.all([
      admin.page.waitForEvent('download'),
      admin.page
        .goto('/partners/growth')
        .then(() => admin.page.getByRole('link', { name: '下载 Excel' }).click()),
    ])
    assert.equal(download.suggestedFilename(), 'partners.xlsx')
    assert.deepEqual([...admin.faults, ...guest.faults], [])
    await admin.close()
    await guest.close()
  })
})
