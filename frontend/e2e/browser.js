import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { chromium } from 'playwright-core'

export const BASE_URL = process.env.BASE_URL ?? 'http://localhost:8080'
export const PHONE = { width: 360, height: 740 }
export const DESK = { width: 1440, height: 900 }

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** @param {string[]} more switches */
export function startBrowser(...more) {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--disable-background-networking',
      ...more,
    ],
  })
}

/**
 * Somebody with a browser of their own; without a name, a stranger.
 * @param {import('playwright-core').Browser} browser
 * @param {string} [name] password and user name alike
 * @param {{viewport?: {width: number, height: number}, locale?: string, installed?: boolean, scheme?: 'light' | 'dark'}} [options]
 */
export async function person(
  browser,
  name,
  { viewport = DESK, locale = 'zh-CN', installed = false, scheme = 'light' } = {},
) {
  const context = await browser.newContext({
    viewport,
    locale,
    baseURL: BASE_URL,
    colorScheme: scheme,
    // What the worker asks for is not seen by a test that stands between page and server.
    serviceWorkers: installed ? 'allow' : 'block',
  })
  const page = await context.newPage()
  const faults = []
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('console', (message) => {
    // A refused request is looked at where it is expected; a broken script or policy never is.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      faults.push(message.text())
  })
  const self = { page, faults, close: () => context.close() }
  if (name) {
    await page.goto('/')
    await page.getByRole('button', { name: /^(登录|Sign in)$/ }).click()
    await signIn(page, name)
  }
  return self
}

/** Fills in Keycloak's own page and waits to be back. @param {import('playwright-core').Page} page @param {string} name */
export async function signIn(page, name) {
  await page.locator('#username').fill(name)
  await page.locator('#password').fill(name)
  await page.locator('#kc-login').click()
  await page.waitForURL(
    (url) => url.origin === new URL(BASE_URL).origin && !url.pathname.startsWith('/api/'),
  )
}

/** Waits until the screen has read all it shows. @param {import('playwright-core').Page} page */
export async function settled(page) {
  await page.locator('h1').waitFor({ state: 'attached' })
  await page.locator('[aria-busy="true"], .skeleton').first().waitFor({ state: 'detached' })
}

/** Nothing that axe finds, and no second scroll bar. @param {import('playwright-core').Page} page @param {string} where */
export async function accessible(page, where) {
  await settled(page)
  // As tall as the page: what stays at the window's foot hides nothing that one could scroll to.
  const window = page.viewportSize() ?? DESK
  const height = await page.evaluate(() => document.documentElement.scrollHeight)
  await page.setViewportSize({ width: window.width, height: Math.max(window.height, height + 100) })
  await page.evaluate(axe)
  const { violations } = await page.evaluate(
    (rules) => globalThis.axe.run({ runOnly: rules }),
    RULES,
  )
  const found = violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join(' | ')}`,
  )
  await page.setViewportSize(window)
  assert.deepEqual(found, [], `axe on ${where}`)
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  assert.ok(overflow <= 0, `${where} is ${overflow} px too wide`)
}

/** Words of 20 px and more, a hand's breadth to press, a number to ring. @param {import('playwright-core').Page} page @param {string} where */
export async function large(page, where) {
  const small = await page.evaluate(() => {
    const seen = (/** @type {Element} */ one) =>
      one.checkVisibility() && !one.closest('.hidden-visually, .skip')
    const low = [...document.querySelectorAll('button, input, select, textarea, summary, a.button')]
      .map((one) => (one.matches('[type=checkbox], [type=radio]') ? one.closest('label') : one))
      .filter((one) => one && seen(one) && one.getBoundingClientRect().height < 59.5)
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const tiny = new Set()
    while (walker.nextNode()) {
      const { data, parentElement } = walker.currentNode
      if (!data.trim() || !parentElement || !seen(parentElement)) continue
      if (parseFloat(getComputedStyle(parentElement).fontSize) < 19.9) tiny.add(data.trim())
    }
    return { low: low.map((one) => one?.outerHTML.slice(0, 200)), tiny: [...tiny] }
  })
  assert.deepEqual(small, { low: [], tiny: [] }, where)
  assert.ok(await page.locator('.modes a[href^="tel:"]').isVisible(), `a number on ${where}`)
}
