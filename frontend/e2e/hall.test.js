// S3: thirty partners sat in a hall, and hands went up. Here three do, with phones, before the big screen, in two rounds.
import assert from 'node:assert/strict'
import { mkdirSync } from 'node:fs'
import { after, before, describe, test } from 'node:test'
import { person, PHONE, settled, startBrowser } from './browser.js'
import { api } from './story.js'

const HOME = '370203019001'
const HALL = { width: 1920, height: 1080 }
const PICTURES = 'e2e/target'
const round = Date.now() % 100000
const PARTNERS = ['资产公司', '职业学校', '社区银行'].map((name) => `${name}${round}`)
const OWNERS = ['resident50', 'resident51', 'resident52']
const LAMP = `楼道灯${round}`
const WALL = `围墙${round}`
const TREES = `樱花树${round}`

/** @type {import('playwright-core').Browser} */
let browser
/** @type {Record<string, Awaited<ReturnType<typeof person>>>} */
const people = {}
let meeting = ''

/** @param {string} who @param {string} path @param {object} [data] */
const ask = (who, path, data) => api(people[who], data ? 'POST' : 'GET', path, data)

/** @param {string} who @param {string} title */
const row = (who, title) =>
  people[who].page
    .getByRole('region', { name: '上会的项目' })
    .or(people[who].page.getByRole('list', { name: '上会的项目' }))
    .getByRole('listitem')
    .filter({ hasText: title })

/** As people would photograph it. @param {string} who @param {string} name */
async function picture(who, name) {
  const { page } = people[who]
  await settled(page)
  // Tiles turn.
  await page.waitForFunction(() => document.getAnimations().length === 0)
  await page.screenshot({ path: `${PICTURES}/hall-${name}.png` })
}

/** @param {string} title @param {object} [more] */
async function project(title, more = {}) {
  const form = { title, summary: '等一家合伙人', areaCode: HOME, category: 'PWR01', ...more }
  const { id } = await ask('staff', '/projects', form)
  await ask('staff', `/projects/${id}/publish`, {})
  return id
}

before(async () => {
  mkdirSync(PICTURES, { recursive: true })
  browser = await startBrowser()
  people.admin = await person(browser, 'admin1')
  people.staff = await person(browser, 'staff1')
  for (const [i, owner] of OWNERS.entries()) {
    people[owner] = await person(browser, owner, { viewport: PHONE })
    const me = await ask(owner, '/me')
    const form = { name: PARTNERS[i], kind: 'enterprise', areaCodes: [HOME], fieldCodes: [] }
    await ask('admin', '/partners', { ...form, ownerId: me.id })
  }
  people.screen = await person(browser, undefined, { viewport: HALL })
})
after(async () => {
  await browser?.close()
  assert.deepEqual(
    Object.values(people).flatMap(({ faults }) => faults),
    [],
  )
})

describe('a hall', () => {
  test('in which three partners claim by phone before the big screen', async () => {
    const trees = { kind: 'goods', title: '樱花树', quantity: 20, unit: '棵' }
    const projectIds = [
      await project(LAMP),
      await project(WALL),
      await project(TREES, { claimMode: 'shared', needs: [trees] }),
    ]
    const { id } = await ask('staff', '/meetings', {
      title: `需求联席会${round}`,
      place: '党群服务中心二楼',
      areaCode: HOME,
      startsAt: new Date().toISOString(),
      agenda: ['集中认领'],
      projectIds,
    })
    meeting = `/meetings/${id}`
    // Nobody claims at home what the hall is to see.
    const [first, second, third] = OWNERS
    await people[first].page.goto(`/projects/${projectIds[0]}`)
    await people[first].page.getByRole('button', { name: /认领/ }).click()
    await people[first].page.getByText(/要上联席会/).waitFor()

    const { page } = people.staff
    await page.goto(meeting)
    await page.getByRole('button', { name: '开会', exact: true }).click()
    await page.getByText('进行中').first().waitFor()
    await people.screen.page.goto(`${meeting}/screen`)
    await row('screen', LAMP).waitFor()
    for (const owner of OWNERS) {
      await people[owner].page.goto(meeting)
      await people[owner].page.getByRole('button', { name: '签到' }).click()
      await people[owner].page.getByText('已签到').first().waitFor()
    }
    await page.getByLabel('每家最多认领几项，0 是不限').fill('1')
    await page.getByLabel('几分钟后开始').fill('30')
    await page.getByRole('button', { name: '安排一轮集中认领' }).click()
    await people.screen.page.getByText('距开始').waitFor()
    await picture('screen', 'before')
    await page.getByRole('button', { name: '现在开始' }).click()
    await people.screen.page.getByText('距结束').waitFor()

    // Two tap the same in the same moment: one has it, one waits, and each is told so.
    const hands = [first, second].map((who) => row(who, LAMP).getByRole('button', { name: '认领' }))
    await Promise.all(hands.map((hand) => hand.waitFor()))
    await Promise.all(hands.map((hand) => hand.click()))
    const won = (/** @type {string} */ who) =>
      people[who].page
        .getByText(`认领成功：${LAMP}`)
        .waitFor()
        .then(() => who)
    const winner = await Promise.any([won(first), won(second)])
    const slower = winner === first ? second : first
    await people[slower].page.getByText(`第 1 位`).first().waitFor()
    assert.equal(await people[slower].page.getByText(`认领成功：${LAMP}`).count(), 0)
    await picture(slower, 'waits')
    await row('screen', LAMP).locator('.holder').waitFor()

    await row(third, TREES).getByRole('link', { name: '选份额' }).click()
    await people[third].page
      .getByLabel(/樱花树/)
      .first()
      .fill('12')
    await people[third].page.getByRole('button', { name: /认领/ }).click()
    await row('screen', TREES).locator('.holder', { hasText: PARTNERS[2] }).waitFor()
    await picture('screen', 'claimed')
    await people[third].page.goto(meeting)
    await people[third].page.getByText('本轮还能认领 0 项').waitFor()

    await page.getByRole('button', { name: '结束认领' }).click()
    await people.screen.page.getByText('3 个项目，2 个找到了合伙人').waitFor()
    await picture('screen', 'result')

    // A second round counts anew.
    await page.getByLabel('几分钟后开始').fill('0')
    await page.getByRole('button', { name: '安排一轮集中认领' }).click()
    await row(third, WALL).getByRole('button', { name: '认领' }).click()
    await people[third].page.getByText(`认领成功：${WALL}`).waitFor()
    await page.getByRole('button', { name: '结束认领' }).click()
    await page.getByRole('button', { name: '散会' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '散会' }).click()
    await page.getByText('已结束').first().waitFor()

    await people.screen.page.setViewportSize(PHONE)
    await people.screen.page.goto(`${meeting}/minutes`)
    await people.screen.page.getByText('到会 3 家，认领 3 项，还剩 1 项').waitFor()
    await people.screen.page.getByText(/第 1 轮/).click()
    await people.screen.page.getByText('候补中').waitFor()
    await picture('screen', 'minutes')
  })
})
