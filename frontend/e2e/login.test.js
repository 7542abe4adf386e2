import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { PHONE, person, startBrowser } from './browser.js'

describe('signing in', () => {
  let browser
  before(async () => {
    browser = await startBrowser()
  })
  after(() => browser.close())

  const me = (page) => page.evaluate(() => fetch('/api/v1/me').then((answer) => answer.json()))

  it('shows a Chinese login page that fits a small phone', async () => {
    const { page, close } = await person(browser, undefined, { viewport: PHONE })
    await page.goto('/api/login?returnTo=/')
    assert.equal((await page.textContent('#kc-page-title')).trim(), '登录')
    const width = await page.evaluate(() => document.documentElement.scrollWidth)
    assert.ok(width <= PHONE.width, `the page is ${width} px wide`)
    await close()
  })

  it('brings a resident back, known by name, with no token in reach of scripts', async () => {
    const { page, close } = await person(browser, 'resident1')
    const { username, roles } = await me(page)
    assert.equal(username, 'resident1')
    assert.deepEqual(roles, ['resident'])
    assert.equal(await page.evaluate(() => document.cookie), 'hehuo-signed-in=yes')
    await close()
  })

  it('knows on the front page who came by the login address itself', async () => {
    const { page, close } = await person(browser, undefined)
    await page.goto('/api/login?returnTo=/')
    await page.fill('#username', 'resident1')
    await page.fill('#password', 'resident1')
    await page.click('#kc-login')
    await page.getByRole('link', { name: '我的' }).first().waitFor()
    await close()
  })

  it('makes whoever registers a resident', async () => {
    const { page, close } = await person(browser, undefined, { viewport: PHONE })
    await page.goto('/api/login?returnTo=/about')
    await page.click('#kc-registration a')
    await page.fill('#username', `neighbour${Date.now()}`)
    await page.fill('#password', 'a-long-enough-one')
    await page.fill('#password-confirm', 'a-long-enough-one')
    await page.fill('#firstName', '新来的邻居')
    await page.click('[type=submit]')
    await page.waitForURL('**/about')
    const { displayName, roles } = await me(page)
    assert.equal(displayName, '新来的邻居')
    assert.deepEqual(roles, ['resident'])
    await close()
  })
})
