// All that can be claimed, on one page that is passed on.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { accessible, person, PHONE, settled, startBrowser } from './browser.js'

/** @type {import('playwright-core').Browser} */
let browser
before(async () => {
  browser = await startBrowser()
})
after(async () => browser?.close())

test('what can be claimed stands on one page, by field, category and place', async () => {
  const stranger = await person(browser, undefined, { viewport: PHONE })
  const { page } = stranger
  await page.goto('/projects')
  await page.getByRole('link', { name: '需求清单' }).click()
  await page.getByRole('heading', { level: 1, name: '需求清单' }).waitFor()
  const field = page.getByRole('region', { name: '哪个领域' }).getByRole('button').first()
  await field.click()
  await page.waitForURL(/field=/)
  await settled(page)
  assert.equal(await field.getAttribute('aria-pressed'), 'true')
  await accessible(page, 'open needs')
  await page.reload()
  assert.equal(await field.getAttribute('aria-pressed'), 'true')
  assert.deepEqual(stranger.faults, [])
  await stranger.close()
})
