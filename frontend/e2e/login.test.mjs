import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { openBrowser, origin, phone, signIn } from './browser.mjs'

describe('signing in', () => {
  let browser
  before(async () => {
    browser = await openBrowser()
  })
  after(() => browser.close())

  it('shows a Chinese login page that fits a small phone', async () => {
    const page = await browser.newPage({ baseURL: origin, viewport: phone })
    await page.goto('/api/login?returnTo=/')
    assert.equal(await page.textContent('#kc-page-title').then((text) => text.trim()), '登录')
    const width = await page.evaluate(() => document.documentElement.scrollWidth)
    assert.ok(width <= phone.width, `the page is ${width} px wide`)
    await page.close()
  })

  it('brings a resident back to where they were, known by name, with no token in reach of scripts', async () => {
    const page = await signIn(browser, 'resident1', phone, '/topics')
    const me = await page.evaluate(() => fetch('/api/v1/me').then((answer) => answer.json()))
    assert.equal(me.username, 'resident1')
    assert.deepEqual(me.roles, ['resident'])
    assert.equal(await page.evaluate(() => document.cookie), '')
    await page.context().close()
  })

  it('makes whoever registers a resident', async () => {
    const context = await browser.newContext({ baseURL: origin, viewport: phone, locale: 'zh-CN' })
    const page = await context.newPage()
    await page.goto('/api/login?returnTo=/')
    await page.click('#kc-registration a')
    await page.fill('#username', `neighbour${Date.now()}`)
    await page.fill('#password', 'a-long-enough-one')
    await page.fill('#password-confirm', 'a-long-enough-one')
    await page.fill('#firstName', '新来的邻居')
    await page.click('[type=submit]')
    await page.waitForURL(`${origin}/`)
    const me = await page.evaluate(() => fetch('/api/v1/me').then((answer) => answer.json()))
    assert.equal(me.displayName, '新来的邻居')
    assert.deepEqual(me.roles, ['resident'])
    await context.close()
  })
})
