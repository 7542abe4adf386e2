// What every story starts from: a browser, the product's address, and somebody who signs in.
import { chromium } from 'playwright-core'

/** Of the throw-away product that `make test` has started around these tests. */
export const origin = process.env.BASE_URL ?? 'http://localhost:8080'

export const phone = { width: 360, height: 740 }
export const desk = { width: 1440, height: 900 }

export function openBrowser() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'],
  })
}

/** A page of somebody who is signed in: each person has cookies of their own. */
export async function signIn(browser, username, viewport = phone, returnTo = '/') {
  const context = await browser.newContext({ baseURL: origin, viewport, locale: 'zh-CN' })
  const page = await context.newPage()
  await page.goto(`/api/login?returnTo=${encodeURIComponent(returnTo)}`)
  await page.fill('#username', username)
  await page.fill('#password', username)
  await page.click('#kc-login')
  await page.waitForURL(`${origin}${returnTo}`)
  return page
}
