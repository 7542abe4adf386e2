// The list of topics as a map, where the operator has named one (HEHUO_MAP_TILES).
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { after, before, describe, test } from 'node:test'
import { accessible, DESK, person, PHONE, settled, startBrowser } from './browser.js'

const TILE = new URL('../public/icons/192.png', import.meta.url)

/** @type {import('playwright-core').Browser} */
let browser
/** @type {import('node:http').Server} */
let provider
/** What the provider was asked for. */
const asked = /** @type {string[]} */ ([])

before(async () => {
  const tile = await readFile(TILE)
  provider = createServer((request, response) => {
    asked.push(String(request.url))
    response.writeHead(200, { 'Content-Type': 'image/png' }).end(tile)
  })
  await new Promise((ready) => provider.listen(0, '127.0.0.1', () => ready(undefined)))
  const { port } = /** @type {import('node:net').AddressInfo} */ (provider.address())
  const { hostname } = new URL(process.env.HEHUO_MAP_TILES ?? 'http://tiles.test')
  browser = await startBrowser(`--host-resolver-rules=MAP ${hostname} 127.0.0.1:${port}`)
})
after(async () => {
  await browser?.close()
  provider?.close()
})

describe('the map of topics', () => {
  for (const viewport of [PHONE, DESK]) {
    test(`is one tap from the list, and by the keyboard alone, at ${viewport.width} px`, async () => {
      const { page, faults, close } = await person(browser, undefined, { viewport })
      await page.goto('/topics')
      await settled(page)
      assert.equal(await page.locator('.leaflet-container').count(), 0)
      await page.getByRole('button', { name: '地图', exact: true }).press('Enter')
      await page.waitForURL(/\?view=map$/)
      await page.locator('img.leaflet-tile-loaded').first().waitFor()
      assert.ok(asked.some((path) => /^\/\d+\/\d+\/\d+\.png$/.test(path)))
      await page.getByRole('link', { name: '© 某地图' }).waitFor()

      const map = page.getByRole('group', { name: '议题地图' })
      const pins = map.locator('.pin:visible')
      await accessible(page, 'a map of topics')
      const zoom = () =>
        page
          .locator('img.leaflet-tile')
          .last()
          .evaluate((tile) => tile.src.split('/').at(-3))
      const before = Number(await zoom())
      await map.getByRole('button', { name: '放大地图' }).press('Enter')
      await page
        .locator(`img.leaflet-tile-loaded[src*="/${before + 1}/"]`)
        .first()
        .waitFor()
      await page.locator('.leaflet-zoom-anim').waitFor({ state: 'detached' })
      await pins.first().focus()
      const called = await pins.first().getAttribute('title')
      await page.keyboard.press('Enter')
      const here = page.getByRole('region', { name: '这里的事' })
      await here.waitFor()
      assert.equal(await page.evaluate(() => document.activeElement?.textContent), '这里的事')
      const [title] = String(called).split(' 等 ')
      await accessible(page, 'what is at a pin')
      await here.getByRole('link', { name: title, exact: true }).click()
      await page.getByRole('heading', { level: 1, name: title }).waitFor()
      await page.goBack()
      await page.waitForURL(/\?view=map$/)
      await pins.first().waitFor()
      await page.getByRole('button', { name: '列表', exact: true }).click()
      await page.getByRole('main').getByRole('article').first().waitFor()
      assert.equal(new URL(page.url()).search, '')
      assert.deepEqual(faults, [])
      await close()
    })
  }

  test('is large and dark where the reader wants it so', async () => {
    const { page, close } = await person(browser, undefined, { scheme: 'dark' })
    await page.goto('/topics?view=map')
    await page.locator('.pin').first().waitFor()
    await accessible(page, 'a map in the dark')
    await page.getByRole('button', { name: '长辈版' }).click()
    await accessible(page, 'a map for the elderly in the dark')
    await close()
  })

  test('is not offered where there is none', async () => {
    const { page, close } = await person(browser)
    await page.route('**/api/v1/programme', async (route) => {
      const { map, ...programme } = await (await route.fetch()).json()
      assert.ok(map)
      await route.fulfill({ json: programme })
    })
    await page.goto('/topics?view=map')
    await settled(page)
    await page.getByRole('main').getByRole('article').first().waitFor()
    assert.equal(await page.getByRole('button', { name: '地图', exact: true }).count(), 0)
    await close()
  })
})
