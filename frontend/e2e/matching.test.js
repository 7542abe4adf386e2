// What nobody claimed at the meeting: who could take it on, who is asked, and what they answer.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { accessible, DESK, person, PHONE, settled, startBrowser } from './browser.js'
import { api, take } from './story.js'

const HOME = '370203019001'
const lamps = `修三单元的感应灯 ${Date.now() % 100000}`
const boards = `换二单元的电表箱 ${Date.now() % 100000}`
const message = '这条楼道的灯，你们最拿手。'
const reason = '这个月人手不够。'

/** @type {import('playwright-core').Browser} */
let browser
let staff, partner
/** @type {Record<string, string>} */
const ids = {}
let meeting = ''

before(async () => {
  browser = await startBrowser()
  staff = await person(browser, 'staff1')
  partner = await person(browser, 'partner1', { viewport: PHONE })
  for (const title of [lamps, boards]) {
    const form = { title, summary: '找一家合伙人', areaCode: HOME, category: 'PWR01' }
    ids[title] = (await api(staff, 'POST', '/projects', form)).id
    await api(staff, 'POST', `/projects/${ids[title]}/publish`, {})
  }
  const plan = { title: '没人认领的会', areaCode: HOME, place: '社区会议室', agenda: [] }
  const startsAt = new Date(Date.now() + 3600_000).toISOString()
  const projectIds = Object.values(ids)
  meeting = (await api(staff, 'POST', '/meetings', { ...plan, startsAt, projectIds })).id
  for (const step of ['start', 'close'])
    await api(staff, 'POST', `/meetings/${meeting}/${step}`, {})
})
after(async () => {
  await browser?.close()
  assert.deepEqual(
    [staff, partner].flatMap(({ faults }) => faults),
    [],
  )
})

/** @param {string} title */
async function desk(title) {
  await partner.page.goto('/desk')
  await settled(partner.page)
  return partner.page
    .getByRole('region', { name: '社区邀请我们认领' })
    .locator('article')
    .filter({ hasText: title })
}

describe('what was left after a meeting', () => {
  test('leads from the minutes to who could take it on', async () => {
    const { page } = staff
    await page.goto(`/meetings/${meeting}/minutes`)
    await page.getByRole('link', { name: `看谁能接、${lamps}` }).click()
    const matches = page.getByRole('region', { name: '谁能接' })
    await matches.getByText('就做这类事').first().waitFor()
    await page.waitForFunction(() => scrollY > 0)
    await accessible(page, 'who could take it on')
    await matches.getByRole('link', { name: /国家电网/ }).waitFor()
  })

  test('somebody is asked, with a word of one’s own', async () => {
    const { page } = staff
    const who = page.locator('article').filter({ hasText: '国家电网' })
    await who.getByRole('button', { name: '邀请认领' }).click()
    const dialog = page.getByRole('dialog')
    await accessible(page, 'an invitation')
    await dialog.getByRole('textbox', { name: '想对他们说的话' }).fill(message)
    await dialog.getByRole('button', { name: '发出邀约' }).click()
    await page.getByText('邀约已发出').waitFor()
    await page.getByRole('region', { name: '邀约', exact: true }).getByText('等答复').waitFor()
    await who.getByRole('button', { name: '邀请认领' }).waitFor({ state: 'detached' })
  })

  test('who is asked finds it on the desk, first of all, and says yes', async () => {
    const row = await desk(lamps)
    await row.getByText(message).waitFor()
    for (const size of [PHONE, DESK]) {
      await partner.page.setViewportSize(size)
      await accessible(partner.page, `the desk at ${size.width}`)
    }
    await partner.page.setViewportSize(PHONE)
    await row.getByRole('button', { name: '答应并认领' }).click()
    const dialog = partner.page.getByRole('dialog')
    await dialog.getByRole('button', { name: '答应并认领' }).click()
    await partner.page.getByText('已完成：答应并认领').waitFor()
    await partner.page
      .getByRole('region', { name: /我们认领的/ })
      .getByText(lamps)
      .waitFor()
    await staff.page.goto(`/projects/${ids[lamps]}`)
    await staff.page.getByText('独家认领').first().waitFor()
  })

  test('a no has a reason, which the community reads', async () => {
    const who = (await api(partner, 'GET', '/me')).memberships[0].partner.id
    await api(staff, 'POST', '/invitations', { projectId: ids[boards], partnerId: who })
    await desk(boards)
    await take(partner, '这次不行', { 原因: reason })
    await staff.page.goto(`/projects/${ids[boards]}`)
    await staff.page.getByText(`原因：${reason}`).first().waitFor()
  })

  test('what fits is on the desk with its reasons', async () => {
    await partner.page.goto('/desk')
    const fits = partner.page.getByRole('region', { name: '适合我们的' })
    await fits.getByText('服务本地').first().waitFor()
    await fits.getByRole('link', { name: boards }).waitFor()
  })
})
