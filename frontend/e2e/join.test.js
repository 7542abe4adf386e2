// From the call's page to an approved partner (S1): the district writes, an organisation answers, the district lets it in.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { accessible, person, PHONE, settled, startBrowser } from './browser.js'

/** @type {import('playwright-core').Browser} */
let browser
before(async () => {
  browser = await startBrowser()
})
after(async () => browser?.close())

/** @param {import('playwright-core').Page} page @param {string} step */
async function take(page, step) {
  await page.getByRole('button', { name: step, exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: step, exact: true }).click()
  await page.getByText(`已完成：${step}`).first().waitFor()
}

describe('a call for partners', () => {
  test('leads from its page to an approved partner', async () => {
    const admin = await person(browser, 'admin1')
    await admin.page.goto('/district?tab=calls')
    await admin.page.getByRole('link', { name: '写召集令' }).click()
    await admin.page.getByLabel('标题').fill('让城市成为合伙人')
    await admin.page.getByLabel('正文').fill('## 我们在找\n\n- 会修灯的\n- **会种树的**')
    await accessible(admin.page, 'a call as it is written')
    await admin.page.getByRole('button', { name: '保存' }).click()
    await admin.page.waitForURL(/\/calls\/C-/)
    await take(admin.page, '发布')
    const call = new URL(admin.page.url()).pathname
    await accessible(admin.page, 'a published call')

    const guest = await person(browser, 'resident61', { viewport: PHONE })
    const { page } = guest
    await page.goto(call)
    await page.getByRole('heading', { level: 2, name: '我们在找' }).waitFor()
    await page.getByRole('img', { name: /二维码/ }).waitFor()
    await accessible(page, 'a call on a phone')
    await page.getByRole('link', { name: '申请成为合伙人' }).click()
    const name = `绿邻园林 ${Date.now()}`
    await page.getByLabel('单位名称').fill(name)
    await page.getByLabel('统一社会信用代码').fill('91370203XH00000017')
    await page.getByLabel('联系人').fill('陈经理')
    await page.getByLabel('联系电话').fill('13900000321')
    await accessible(page, 'the first step')
    await page.getByRole('button', { name: '下一步' }).click()
    await page.getByRole('heading', { name: /第 2 步/ }).waitFor()
    await page.getByRole('button', { name: /愿意服务哪里/ }).click()
    for (const place of ['大港街道', '就选大港街道', '加上这个地方'])
      await page.getByRole('button', { name: place, exact: true }).click()
    await page.getByRole('button', { name: '去掉大港街道' }).waitFor()
    await accessible(page, 'the second step')
    await page.reload()
    await page.getByRole('button', { name: '去掉大港街道' }).waitFor()
    await page.getByRole('button', { name: '下一步' }).click()
    await page.getByLabel('一句话').last().fill('上门修灯换灯')
    await accessible(page, 'the third step')
    await page.getByRole('button', { name: '送出申请' }).click()
    // What was refused is two steps back, and gone to.
    await page.getByText(/统一社会信用代码不对/).waitFor()
    await page.getByLabel('统一社会信用代码').fill('')
    await page.getByRole('button', { name: '下一步' }).click()
    await page.getByRole('button', { name: '下一步' }).click()
    await page.getByRole('button', { name: '送出申请' }).click()
    await page.waitForURL(/\/join\/[0-9a-f-]+$/)
    await page.getByText('等审核').first().waitFor()
    await accessible(page, 'an application')

    await admin.page.goto('/district?tab=applications')
    await admin.page.getByRole('link', { name }).click()
    await admin.page.getByRole('button', { name: '开始审核', exact: true }).click()
    await admin.page.getByText('审核中').first().waitFor()
    await admin.page.getByRole('button', { name: '看联系人' }).click()
    await admin.page.getByRole('link', { name: '13900000321' }).waitFor()
    await accessible(admin.page, 'an application under review')
    await take(admin.page, '通过')

    await page.reload()
    await page.getByText('申请已通过').waitFor()
    await page.getByRole('link', { name, exact: true }).click()
    await page.getByRole('heading', { level: 1, name }).waitFor()
    await settled(page)
    // What it offered stands there already; one thing more is said, rests and is asked for in the directory.
    await page.getByRole('article', { name: '上门修灯换灯' }).waitFor()
    await page.getByRole('button', { name: '添一样' }).click()
    await page.getByLabel('一句话').fill('补种花木')
    await page.getByLabel('哪一类事').selectOption('GRN01')
    await page.getByLabel('一共多少').fill('120')
    await page.getByLabel('单位', { exact: false }).last().fill('株')
    await accessible(page, 'a capability as it is written')
    await page.getByRole('button', { name: '保存' }).click()
    const trees = page.getByRole('article', { name: '补种花木' })
    await trees.getByText('还剩 120 株').waitFor()
    await accessible(page, 'a partner of its own')
    await trees.getByRole('button', { name: '改一改' }).click()
    await page.getByLabel('一共多少').fill('100')
    await page.getByRole('button', { name: '保存' }).click()
    await trees.getByText('还剩 100 株').waitFor()
    const lamp = page.getByRole('article', { name: '上门修灯换灯' })
    await lamp.getByRole('button', { name: '先停一停' }).click()
    await lamp.getByRole('button', { name: '恢复' }).waitFor()
    // It joins another community.
    await page.getByRole('button', { name: '改资料' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: /服务哪里/ }).click()
    for (const place of ['登州路街道', '就选登州路街道', '加上这个地方'])
      await page.getByRole('button', { name: place, exact: true }).click()
    await page.getByRole('button', { name: '去掉登州路街道' }).waitFor()
    await accessible(page, 'a partner that changes its entry')
    await dialog.getByRole('button', { name: '保存' }).click()
    await page.getByText('登州路街道、大港街道').waitFor()
    await page.goto('/partners?category=GRN01')
    await page.getByRole('link', { name, exact: true }).waitFor()
    // The refusal of the code is one.
    assert.deepEqual(
      guest.faults.filter((fault) => !fault.includes('422')),
      [],
    )
    assert.deepEqual(admin.faults, [])
    await admin.close()
    await guest.close()
  })
})
