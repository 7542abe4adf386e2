// A community worker's morning with a full inbox: keyboard only, no mouse.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { accessible, BASE_URL, person, PHONE, settled, startBrowser } from './browser.js'

const HOME = '370203019001'
const MANY = 30
const round = Date.now() % 100000
const lamp = (/** @type {number} */ n) => `路灯不亮 ${round}-${String(n).padStart(2, '0')}`

/** @type {import('playwright-core').Browser} */
let browser
/** @type {Awaited<ReturnType<typeof person>>} */
let staff

/** @param {Awaited<ReturnType<typeof person>>} who @param {string} path @param {object} [data] */
async function ask(who, path, data) {
  const answer = await who.page.request.fetch(`${BASE_URL}/api/v1${path}`, {
    method: data ? 'POST' : 'GET',
    headers: { 'X-Requested-With': 'JavaScript', Origin: BASE_URL },
    data,
  })
  assert.ok(answer.ok(), `${path}: ${await answer.text()}`)
  return answer.json()
}

/** Nothing here ever clicks. @param {...string} keys */
async function press(...keys) {
  for (const key of keys) await staff.page.keyboard.press(key)
}

/** Goes on, or back, by the tab key until what has the focus is named so. @param {RegExp} name @param {string} [key] */
async function tabTo(name, key = 'Tab') {
  for (let i = 0; i < 60; i++) {
    await press(key)
    const text = await staff.page.evaluate(() => {
      const at = document.activeElement
      const labels = /** @type {HTMLInputElement} */ (at).labels ?? []
      return at?.getAttribute('aria-label') ?? [...labels, at].map((e) => e?.textContent).join(' ')
    })
    if (name.test(text ?? '')) return
  }
  assert.fail(`the tab key never comes to ${name}`)
}

/** The row that the focus is on. */
const row = () => staff.page.locator('.line[aria-current="true"]:focus .title').textContent()
/** @param {string} title */
const shows = (title) => staff.page.getByRole('heading', { level: 2, name: title }).waitFor()

before(async () => {
  browser = await startBrowser()
  const resident = await person(browser, 'resident1')
  for (let n = 1; n <= MANY; n++) {
    await ask(resident, '/topics', {
      title: lamp(n),
      body: '天一黑就什么都看不见。',
      areaCode: HOME,
      category: 'PWR01',
    })
  }
  await resident.close()
  staff = await person(browser, 'staff1')
})
after(async () => browser?.close())

describe('a full inbox, without a mouse', () => {
  test('the first screen asks twice', async () => {
    // What the front page asks for is not the inbox's.
    await staff.page.waitForLoadState('networkidle')
    const asked = /** @type {string[]} */ ([])
    const note = (/** @type {import('playwright-core').Request} */ request) =>
      /\/api\/v1\/(inbox|topics|projects|claims|me\/saved)/.test(request.url()) &&
      asked.push(new URL(request.url()).pathname)
    staff.page.on('request', note)
    await staff.page.goto('/work')
    await settled(staff.page)
    staff.page.off('request', note)
    assert.deepEqual(asked.sort(), ['/api/v1/inbox', '/api/v1/topics'])
    await accessible(staff.page, 'the inbox')
  })

  test('finds its topics by search, and goes through them with j and k', async () => {
    await press('/')
    await staff.page.keyboard.type(`路灯不亮 ${round}`)
    await staff.page.waitForURL(/q=/)
    await staff.page.getByRole('button', { name: lamp(1) }).waitFor()
    await staff.page.locator('.line').nth(5).waitFor()
    await tabTo(/^选“/)
    await press('j')
    const first = await row()
    await shows(first ?? '')
    await press('j')
    assert.notEqual(await row(), first)
    await press('k')
    assert.equal(await row(), first)
    await accessible(staff.page, 'the inbox beside a topic')
  })

  test('accepts with a date, and the next is on the desk', async () => {
    const before = await row()
    await shows(before ?? '')
    await press('a')
    await staff.page.getByRole('dialog').waitFor()
    await tabTo(/哪天/)
    const year = new Date().getFullYear() + 1
    await staff.page.keyboard.type(`0302${year}`)
    await tabTo(/^受理$/)
    await press('Enter')
    await staff.page.getByText('已完成：受理').waitFor()
    await staff.page.locator('.line[aria-current="true"]:focus').waitFor()
    assert.notEqual(await row(), before)
  })

  test('declines with a reason that is often given', async () => {
    const before = await row()
    await shows(before ?? '')
    await press('d')
    const dialog = staff.page.getByRole('dialog')
    await dialog.waitFor()
    await tabTo(/12345/)
    await accessible(staff.page, 'a step with what is often said')
    await press('Enter')
    await tabTo(/^原因（/)
    await staff.page.keyboard.press('End')
    await staff.page.keyboard.type('谢谢您。')
    assert.match(await dialog.getByRole('textbox').inputValue(), /12345.*谢谢您。/s)
    await tabTo(/^不予受理$/)
    await press('Enter')
    await staff.page.getByText('已完成：不予受理').waitFor()
    await staff.page.locator('.line[aria-current="true"]:focus').waitFor()
  })

  test('hands one over', async () => {
    await shows((await row()) ?? '')
    await press('t')
    await staff.page.getByRole('dialog').waitFor()
    await staff.page.getByRole('dialog').getByRole('radio').first().waitFor()
    await tabTo(/staff1/)
    await press('Space')
    await tabTo(/^交给同事$/)
    await press('Enter')
    await staff.page.getByText('已完成：交给同事').waitFor()
    await staff.page.locator('.line[aria-current="true"]:focus').waitFor()
  })

  test('marks two and hands both over', async () => {
    await press('j', 'x')
    const first = await row()
    await press('j', 'x')
    const second = await row()
    await staff.page.getByText('选了 2 件').waitFor()
    await accessible(staff.page, 'two marked')
    await press('t')
    await staff.page.getByRole('dialog').getByRole('radio').first().waitFor()
    await tabTo(/staff1/)
    await press('Space')
    await tabTo(/^交给同事$/)
    await press('Enter')
    await staff.page.getByText('2 件都办好了').waitFor()
    await staff.page.getByRole('dialog').waitFor({ state: 'detached' })
    const { items } = await ask(staff, `/topics?assignedToMe=true&area=${HOME}&pageSize=100`)
    const mine = items.map((/** @type {{title: string}} */ { title }) => title)
    assert.ok(mine.includes(first) && mine.includes(second), `${first}, ${second} in ${mine}`)
  })

  test('keeps a filter, and comes back to it', async () => {
    await press('f')
    await staff.page.getByRole('dialog').waitFor()
    await tabTo(/叫什么/)
    await staff.page.keyboard.type(`路灯${round}`)
    await press('Enter')
    await staff.page.getByRole('link', { name: `路灯${round}` }).waitFor()
    await press('5')
    await staff.page.waitForURL(/tray=(running|waiting)/)
    await tabTo(new RegExp(`^路灯${round}$`))
    await press('Enter')
    await staff.page.waitForURL(/q=/)
    await tabTo(new RegExp(`删除筛选“路灯${round}”`))
    await press('Enter')
    await staff.page.getByRole('link', { name: `路灯${round}` }).waitFor({ state: 'detached' })
  })

  test('opens what a number of the day counts', async () => {
    await staff.page.goto('/work')
    await settled(staff.page)
    await tabTo(/今天新来$/)
    const counted = Number.parseInt(
      (await staff.page.evaluate(() => document.activeElement?.textContent)) ?? '',
      10,
    )
    await press('Enter')
    await staff.page.waitForURL(/tray=cameIn/)
    const rows = staff.page.locator('.line')
    await rows.nth(Math.min(counted, 50) - 1).waitFor()
    assert.equal(await rows.count(), Math.min(counted, 50))
    await accessible(staff.page, 'what came in today')
  })

  test('tells its keys, and does without them', async () => {
    await press('?')
    await staff.page.getByRole('dialog', { name: '快捷键' }).waitFor()
    await accessible(staff.page, 'the keys')
    await tabTo(/不用单键快捷键/)
    await press('Space', 'Escape')
    const before = staff.page.url()
    await press('1', '?')
    assert.equal(staff.page.url(), before)
    assert.equal(await staff.page.getByRole('dialog').count(), 0)
    await tabTo(/^快捷键$/)
    await press('Enter')
    await tabTo(/不用单键快捷键/)
    await press('Space', 'Escape')
    await press('1')
    await staff.page.waitForURL(/tray=new/)
    assert.deepEqual(staff.faults, [])
  })

  test('says when it is away', async () => {
    await tabTo(/我不在的时候/, 'Shift+Tab')
    await press('Enter')
    await staff.page.getByRole('dialog').getByRole('radio').first().waitFor()
    await accessible(staff.page, 'being away')
    await press('Escape')
  })

  test('has room on a phone, and for those who need it large', async () => {
    const phone = await person(browser, 'staff1', { viewport: PHONE, scheme: 'dark' })
    await phone.page.goto('/work')
    await accessible(phone.page, 'the inbox on a phone')
    await phone.page.goto('/work?tray=drafts')
    await accessible(phone.page, 'drafts on a phone')
    await phone.close()
  })
})
