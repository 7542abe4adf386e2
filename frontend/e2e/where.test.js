// Where exactly: told by the device or on the map, only on purpose, and found by who is near.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { accessible, DESK, large, person, PHONE, settled, startBrowser } from './browser.js'

/** Away from what the demo tells of. */
const HERE = { latitude: 36.2012345, longitude: 120.4512345, accuracy: 8 }

/** @type {import('playwright-core').Browser} */
let browser

before(async () => {
  browser = await startBrowser()
})
after(async () => browser?.close())

/** @param {import('playwright-core').Page} page @param {string} title */
async function write(page, title) {
  await page.goto('/topics/new')
  await settled(page)
  await page.getByRole('textbox', { name: '什么事' }).fill(title)
  await page.getByRole('textbox', { name: '说详细些' }).fill('井盖松了，车一过就响。')
  await page.getByText('选街道、社区、小区').waitFor({ state: 'detached' })
}
const stamp = () => Date.now() % 1000000

describe('where exactly it is', () => {
  test('is marked on a press, and found by who is near with its distance', async () => {
    const title = `井盖松了 ${stamp()}`
    const { page, faults, close } = await person(browser, 'resident1', { viewport: PHONE })
    await write(page, title)
    const place = page.getByRole('group', { name: '标上位置' })
    await place.getByRole('button', { name: '用我现在的位置' }).click()
    await place.getByText(/没有拿到您的位置，不标也能发出/).waitFor()
    await accessible(page, 'a place that was not told')
    await page.context().grantPermissions(['geolocation'])
    await page.context().setGeolocation(HERE)
    await place.getByRole('button', { name: '用我现在的位置' }).click()
    await place.getByText('标上了您现在的位置，误差约 8 米').waitFor()
    await accessible(page, 'a place that was told')
    await page.reload()
    await page.getByText('位置标上了').waitFor()
    await page.getByRole('button', { name: '长辈版' }).click()
    await large(page, 'a place that was told, large')
    await accessible(page, 'a place that was told, large')
    await page.getByRole('button', { name: '回标准版' }).click()
    await page.getByRole('button', { name: '发出', exact: true }).click()
    await page.getByRole('heading', { level: 1, name: title }).waitFor()

    await page.goto('/topics')
    await page.getByText('筛选').click()
    await page.getByRole('button', { name: '离我近的' }).click()
    const found = page.getByRole('article').filter({ hasText: title })
    await found.getByText(/离我 \d+ 米/).waitFor()
    assert.deepEqual(faults, [])
    await close()
  })

  test('is put on the map by the keyboard or by a press, moved and taken away', async () => {
    const title = `路灯杆歪了 ${stamp()}`
    const { page, faults, close } = await person(browser, 'resident1', { viewport: DESK })
    await page.context().grantPermissions(['geolocation'])
    await page.context().setGeolocation(HERE)
    await write(page, title)
    const place = page.getByRole('group', { name: '标上位置' })
    await place.getByRole('button', { name: '在地图上标' }).press('Enter')
    const map = place.getByRole('group', { name: '标位置的地图' })
    const kept = () =>
      page.evaluate(
        () => JSON.parse(localStorage.getItem('hehuo:draft:topic') ?? '').position ?? null,
      )
    await map.locator('.leaflet-tile-container').first().waitFor({ state: 'attached' })
    await accessible(page, 'a map to mark the place')
    assert.equal(await kept(), null)
    await map.press('ArrowUp')
    await place.getByText('位置标上了').waitFor()
    await place.getByRole('button', { name: '去掉位置' }).press('Enter')
    assert.equal(await kept(), null)
    await place.getByRole('button', { name: '用我现在的位置' }).press('Enter')
    await place.getByText(/标上了您现在的位置/).waitFor()
    assert.deepEqual(await kept(), { lat: 36.20123, lon: 120.45123 })
    await map.click({ position: { x: 200, y: 100 } })
    await place.getByText('位置标上了').waitFor()
    const moved = await kept()
    assert.ok(
      moved.lat !== 36.20123 && Math.abs(moved.lat - 36.20123) < 0.01,
      JSON.stringify(moved),
    )
    await page.getByRole('button', { name: '发出', exact: true }).click()
    await page.getByRole('heading', { level: 1, name: title }).waitFor()
    const topic = await page.request.get(`/api/v1${new URL(page.url()).pathname}`)
    assert.deepEqual((await topic.json()).position, moved)

    await page.getByRole('button', { name: '修改', exact: true }).click()
    await page.getByRole('dialog').getByRole('button', { name: '去掉位置' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '保存' }).click()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    const changed = await page.request.get(`/api/v1${new URL(page.url()).pathname}`)
    assert.equal((await changed.json()).position, undefined)
    assert.deepEqual(faults, [])
    await close()
  })
})
