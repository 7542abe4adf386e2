// Looking for what is there: by a box on every page, while one writes, near where one stands.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { accessible, DESK, person, PHONE, settled, startBrowser } from './browser.js'

/** @type {import('playwright-core').Browser} */
let browser

before(async () => {
  browser = await startBrowser()
})
after(async () => browser?.close())

describe('search', () => {
  test('offers titles while one types, by the keyboard alone', async () => {
    const { page, faults, close } = await person(browser, undefined, { viewport: DESK })
    await page.goto('/')
    const box = page.getByRole('combobox', { name: '搜议题、项目、合伙人' })
    await box.fill('灯')
    await page.getByRole('option').first().waitFor()
    await accessible(page, 'titles that are offered')
    await box.press('ArrowDown')
    const chosen = await page.getByRole('option', { selected: true }).textContent()
    await box.press('Enter')
    await page.waitForURL(/\/(topics|projects|partners)\/./)
    await settled(page)
    const heading = await page.getByRole('heading', { level: 1 }).textContent()
    assert.ok(chosen?.includes(heading?.trim() ?? '?'), `${chosen} led to ${heading}`)
    assert.deepEqual(faults, [])
    await close()
  })

  test('finds by one character, marks it, and keeps its filters in the address', async () => {
    const { page, close } = await person(browser, undefined, { viewport: PHONE })
    await page.goto('/')
    await page.getByRole('link', { name: '搜索' }).click()
    await accessible(page, 'a search that has not begun')
    const box = page.getByRole('main').getByRole('combobox')
    await box.fill('灯')
    await box.press('Enter')
    await page.locator('mark', { hasText: '灯' }).first().waitFor()
    await accessible(page, 'what was found')
    await page.getByRole('tab', { name: '项目' }).click()
    await page.locator('mark', { hasText: '灯' }).first().waitFor()
    assert.equal(new URL(page.url()).search, '?q=%E7%81%AF&kind=project')
    await page.reload()
    await page.locator('mark', { hasText: '灯' }).first().waitFor()
    await box.fill('没有人会这样写')
    await box.press('Enter')
    await page.getByText('没有找到').waitFor()
    await accessible(page, 'a search that found nothing')
    await close()
  })

  test('says while one writes that a neighbour has said it already', async () => {
    const { page, close } = await person(browser, undefined, { viewport: PHONE })
    await page.goto('/topics/new')
    await page.getByRole('textbox', { name: '什么事' }).fill('路灯又一闪一闪了')
    await page.getByRole('heading', { name: '是不是同一件事？' }).waitFor()
    await accessible(page, 'a topic that was said before')
    await close()
  })

  test('finds what is near, and says so when the place is not known', async () => {
    const { page, close } = await person(browser, undefined, { viewport: PHONE })
    await page.goto('/topics')
    await page.getByText('筛选').click()
    await page.getByRole('button', { name: '离我近的' }).click()
    await page.getByText('没有拿到您的位置').waitFor()
    const context = page.context()
    await context.grantPermissions(['geolocation'])
    await context.setGeolocation({ latitude: 36.0809, longitude: 120.3398 })
    await page.getByRole('button', { name: '离我近的' }).click()
    await page
      .getByText(/离我 \d+(\.\d)? (米|公里)$/)
      .first()
      .waitFor()
    await accessible(page, 'what is near')
    await close()
  })
})
