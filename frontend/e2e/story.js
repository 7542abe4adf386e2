// What people do in more than one story.
import assert from 'node:assert/strict'
import { accessible, BASE_URL, settled } from './browser.js'

/** @typedef {Awaited<ReturnType<typeof import('./browser.js').person>>} Somebody */

/** @param {Somebody} who @param {string} method @param {string} path @param {object} [data] */
export async function api(who, method, path, data) {
  const answer = await who.page.request.fetch(`${BASE_URL}/api/v1${path}`, {
    ...{ method, data },
    headers: { 'X-Requested-With': 'JavaScript', Origin: BASE_URL },
  })
  assert.ok(answer.ok(), `${method} ${path} → ${answer.status()} ${await answer.text()}`)
  return answer.json()
}

/** @param {Somebody} who @param {string} step @param {Record<string, string>} [words] by the field's name */
export async function take({ page }, step, words) {
  await page.getByRole('button', { name: step, exact: true }).first().click()
  if (words) {
    const dialog = page.getByRole('dialog')
    await accessible(page, step)
    for (const [name, text] of Object.entries(words))
      await dialog.getByRole('textbox', { name }).fill(text)
    await dialog.getByRole('button', { name: step, exact: true }).click()
  }
  await page.getByText(`已完成：${step}`).first().waitFor()
}

/** @param {Somebody} who @param {string} topic */
export async function look({ page }, topic) {
  await page.goto(`/topics/${topic}`)
  await settled(page)
}

/**
 * Again until it shows, some times: somebody may have been quicker.
 * @param {import('playwright-core').Locator} shown
 * @param {() => Promise<void>} deed
 */
export async function until(shown, deed) {
  for (let tries = 0; tries < 5; tries++) {
    await deed()
    const done = await shown.waitFor({ timeout: 3000 }).then(
      () => true,
      () => false,
    )
    if (done) return
  }
  await shown.waitFor()
}
