// Partners with phones, a chair and a big screen: the hall in small.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { accessible, DESK, person, PHONE, settled, startBrowser } from './browser.js'
import { api, until } from './story.js'

/** @typedef {import('playwright-core').Page} Page */
const HOME = '370203019001'
const HALL = { width: 1920, height: 1080 }
const MANY = 6
/** Screens whose own clocks are wrong by this show the same all the same. */
const WRONG_BY = 7_000
const AGREE_WITHIN = 200
const round = Date.now() % 100000
const named = (/** @type {number} */ n) => `席上项目 ${round}-${n}`

/** @type {import('playwright-core').Browser} */
let browser
/** @type {Record<string, Awaited<ReturnType<typeof person>>>} */
const people = {}
let meeting = ''

/** @param {string} who @param {string} path @param {object} [data] */
const ask = (who, path, data) => api(people[who], data ? 'POST' : 'GET', path, data)

/** @param {Page} page @param {number} n */
const row = (page, n) => page.getByRole('listitem').filter({ hasText: named(n) })

/** @param {string} who @param {number} n */
async function claim(who, n) {
  const { page } = people[who]
  await row(page, n).getByRole('button', { name: '认领' }).click()
  await page.getByText(`认领成功：${named(n)}`).waitFor()
}

/** When the round ends by each screen: the moment at which its clock turns to so many seconds, and those. */
const ends = () =>
  Promise.all(
    ['screen', 'partner1', 'partner2'].map((who) =>
      people[who].page.evaluate(
        () =>
          new Promise((resolve) => {
            const clock = document.querySelector('[role=timer] .clock, .clock strong')
            new MutationObserver((_, observer) => {
              observer.disconnect()
              const [minutes, seconds] = String(clock?.textContent).trim().split(':').map(Number)
              const at = performance.timeOrigin + performance.now()
              resolve(at + (minutes * 60 + seconds) * 1000)
            }).observe(/** @type {Node} */ (clock), {
              characterData: true,
              childList: true,
              subtree: true,
            })
          }),
      ),
    ),
  )

before(async () => {
  browser = await startBrowser()
  people.staff = await person(browser, 'staff1')
  for (const name of ['partner1', 'partner2']) {
    people[name] = await person(browser, name, { viewport: PHONE })
  }
  for (let n = 1; n <= MANY; n++) {
    const form = { title: named(n), summary: '找一家合伙人', areaCode: HOME, category: 'PWR01' }
    const { id } = await ask('staff', '/projects', form)
    await ask('staff', `/projects/${id}/publish`, {})
  }
})
after(async () => {
  await browser?.close()
  assert.deepEqual(
    Object.values(people).flatMap(({ faults }) => faults),
    [],
  )
})

describe('a joint meeting', () => {
  test('is planned with its projects in their order, and its guests', async () => {
    const { page } = people.staff
    await page.goto('/projects')
    await page.getByRole('link', { name: '联席会' }).click()
    await page.getByRole('link', { name: '开一场联席会' }).click()
    await page.getByLabel('会议名称').fill(`小会 ${round}`)
    await page.getByLabel('在哪里开').fill('党群服务中心二楼')
    const soon = new Date(Date.now() + 3600_000).toISOString().slice(0, 16)
    await page.getByLabel('什么时候').fill(soon)
    await page.getByLabel('议程，一行一项').fill('说家底\n集中认领')
    const free = page.getByRole('region', { name: '可以上会的项目' })
    const chosen = page.getByRole('region', { name: '已选的项目' })
    await page.getByLabel('搜一搜').fill(`席上项目 ${round}`)
    const others = free.getByRole('listitem').filter({ hasNotText: `席上项目 ${round}` })
    await others.first().waitFor({ state: 'detached' })
    await free.getByRole('button', { name: named(MANY) }).click()
    await page.getByRole('button', { name: '全部加上' }).click()
    await page.getByText(`已选 ${MANY} 个`).waitFor()
    // What was added first is dragged behind the next; then a tap on an arrow brings it back.
    const first = chosen.getByRole('listitem').filter({ hasText: named(MANY) })
    await first.dragTo(chosen.getByRole('listitem').nth(1))
    assert.match(await chosen.getByRole('listitem').nth(1).innerText(), new RegExp(named(MANY)))
    await page.getByRole('button', { name: `${named(MANY)}往前挪` }).click()
    assert.match(await chosen.getByRole('listitem').first().innerText(), new RegExp(named(MANY)))
    await page.getByRole('button', { name: '邀请服务这个区域的全部合伙人' }).click()
    await page.getByText(/已邀请 [1-9]\d* 家/).waitFor()
    await accessible(page, 'planning a meeting')
    await page.getByRole('button', { name: '定下来' }).click()
    await page.waitForURL(/\/meetings\/M-/)
    meeting = new URL(page.url()).pathname
    await page.getByRole('heading', { level: 1, name: `小会 ${round}` }).waitFor()
    await accessible(page, 'a meeting that is planned')
    const calendar = await page.request.get(`/api/v1${meeting}.ics`)
    assert.match(await calendar.text(), new RegExp(`SUMMARY:小会 ${round}`))
  })

  test('is rehearsed the evening before, and nothing is left of it', async () => {
    const { page } = people.staff
    await page.getByRole('button', { name: '开始排练' }).click()
    const stage = await people.staff.page.context().newPage()
    await stage.setViewportSize(HALL)
    await stage.goto(`${meeting}/screen?rehearsal`)
    await stage.getByText('排练').waitFor()
    await stage.locator('.holder').first().waitFor({ timeout: 60_000 })
    await accessible(stage, 'the screen of a rehearsal')
    await stage.close()
    await page.getByRole('link', { name: '打开排练手机页' }).click()
    const hand = page.getByRole('button', { name: '认领', exact: true }).first()
    // One that is only played may be quicker, as in the hall.
    await until(page.getByText(/举手成功/), () => hand.click())
    await page.goto(meeting)
    await page.getByRole('button', { name: '结束排练' }).click()
    await page.getByText('排练已结束，什么都没有留下').waitFor()
    const board = await ask('staff', `${meeting}/board`)
    assert.ok(board.tiles.every((/** @type {any} */ tile) => tile.slotsLeft === 1))
  })

  test('opens a round, whose clock is the same on all screens', async () => {
    const { page } = people.staff
    await page.getByRole('button', { name: '开会' }).click()
    await page.getByText('进行中').first().waitFor()
    await accessible(page, 'a meeting, for its chair')
    await page.getByLabel('每家最多认领几项，0 是不限').fill('2')
    await page.getByLabel('几分钟后开始').fill('30')
    await page.getByRole('button', { name: '安排一轮集中认领' }).click()
    await page.getByText('距开始').waitFor()

    people.screen = await person(browser, undefined, { viewport: HALL })
    await people.screen.page.addInitScript((by) => {
      const real = Date.now
      Date.now = () => real() + by
    }, WRONG_BY)
    await people.screen.page.goto(`${meeting}/screen`)
    await people.screen.page.getByText(named(1)).waitFor()
    await accessible(people.screen.page, 'the big screen')
    for (const who of ['partner1', 'partner2']) {
      const phone = people[who].page
      await phone.goto(meeting)
      await phone.getByRole('button', { name: '签到' }).click()
      await phone.getByText('已签到').first().waitFor()
    }
    await page.getByRole('button', { name: '现在开始' }).click()
    for (const who of ['screen', 'partner1', 'partner2'])
      await people[who].page.getByText('距结束').waitFor()
    const said = /** @type {number[]} */ (await ends())
    const apart = Math.max(...said) - Math.min(...said)
    assert.ok(apart <= AGREE_WITHIN, `the clocks are ${apart} ms apart`)
  })

  test('lets phones claim in one tap, and the chair for whom has none', async () => {
    const phone = people.partner1.page
    await claim('partner1', 2)
    await row(people.screen.page, 2).locator('.holder').waitFor()
    await row(phone, 2).getByRole('button', { name: /撤销/ }).waitFor()
    await settled(phone)
    await accessible(phone, 'a meeting, for a partner on a phone')
    await claim('partner2', 3)
    const taken = row(people.partner2.page, 2)
    await taken.getByText('已认领').waitFor()
    assert.equal(await taken.getByRole('button').count(), 0)

    const { page } = people.staff
    const { items } = await ask('staff', '/partners?pageSize=20')
    const silent = items.find((/** @type {any} */ one) => !['HH-0001', 'HH-0002'].includes(one.id))
    await ask('staff', `${meeting}/check-in`, { partnerId: silent.id })
    const proxy = page.getByLabel('替谁举手')
    await proxy.locator('option', { hasText: silent.name }).waitFor({ state: 'attached' })
    await proxy.selectOption({ label: silent.name })
    await claim('staff', 4)
    await row(people.screen.page, 4).locator('.holder', { hasText: silent.name }).waitFor()
    await accessible(page, 'a round, for its chair')
  })

  test('a double tap, a way back, a dead network and a second phone do no harm', async () => {
    const { page } = people.partner1
    const other = await person(browser, 'partner1', { viewport: PHONE })
    people.second = other
    await other.page.goto(meeting)
    await row(other.page, 5).getByRole('button', { name: '认领' }).waitFor()
    await page.context().setOffline(true)
    await row(page, 5).getByRole('button', { name: '认领' }).click()
    await row(page, 5)
      .getByText(/连不上/)
      .waitFor()
    await page.context().setOffline(false)
    const button = row(page, 5).getByRole('button', { name: '认领' })
    await button.dblclick()
    await row(page, 5).getByText('已认领').waitFor()
    await row(other.page, 5).getByText('已认领').waitFor()
    await page.goBack()
    await page.goForward()
    await row(page, 5).getByText('已认领').waitFor()
    const { tiles } = await ask('partner1', `${meeting}/board`)
    assert.equal(tiles.flatMap((/** @type {any} */ tile) => tile.holders).length, 4)
    await page.getByText('本轮还能认领 0 项').waitFor()
  })

  test('a screen that slept and finds no line catches up by itself', async () => {
    const { page } = people.screen
    const seen = (/** @type {boolean} */ hidden) =>
      page.evaluate((now) => {
        Object.defineProperty(document, 'hidden', { value: now, configurable: true })
        document.dispatchEvent(new Event('visibilitychange'))
      }, hidden)
    await page.route('**/live', (route) => route.abort())
    await seen(true)
    await seen(false)
    await page.getByText('网络断了，正在重连').waitFor()
    await claim('partner2', 6)
    await page.unroute('**/live')
    await row(page, 6).locator('.holder').waitFor()
  })

  test('ends with a result, and the minutes are there', async () => {
    const { page } = people.staff
    await page.getByRole('button', { name: '结束认领' }).click()
    await people.screen.page.getByText(`${MANY} 个项目，5 个找到了合伙人`).waitFor()
    await people.screen.page.setViewportSize(DESK)
    await accessible(people.screen.page, 'the result')
    await page.getByRole('button', { name: '散会' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '散会' }).click()
    await page.getByText('已结束').first().waitFor()
    await page.getByRole('link', { name: '会议纪要' }).click()
    await page.getByText('到会 3 家，认领 5 项，还剩 1 项').waitFor()
    await accessible(page, 'the minutes')
    const paper = await page.request.get(`/api/v1${meeting}/minutes.pdf`)
    assert.equal(paper.headers()['content-type'], 'application/pdf')
    await page.getByRole('link', { name: named(2) }).click()
    await page.getByText('独家认领').waitFor()
  })
})
