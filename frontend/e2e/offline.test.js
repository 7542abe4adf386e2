// Without a network: what was read is read again, what was written is sent later, once.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { accessible, person, PHONE, settled, startBrowser } from './browser.js'

const LAMP = new URL(
  '../../backend/app/src/main/resources/demo/pictures/lamp-before.jpg',
  import.meta.url,
).pathname

/** @type {import('playwright-core').Browser} */
let browser

before(async () => {
  browser = await startBrowser()
})
after(async () => browser?.close())

/** A resident with a phone on which the app is at home. */
async function resident() {
  const self = await person(browser, 'resident1', { viewport: PHONE, installed: true })
  await ruled(self.page)
  return self
}

/** @param {import('playwright-core').Page} page @param {string} title @param {string} body */
async function write(page, title, body) {
  await page.goto('/topics/new')
  await settled(page)
  await page.getByRole('textbox', { name: '什么事' }).fill(title)
  await page.getByRole('textbox', { name: '说详细些' }).fill(body)
  await page.getByText('选街道、社区、小区').waitFor({ state: 'detached' })
}

/** @param {import('playwright-core').Page} page */
const send = (page) => page.getByRole('button', { name: '发出', exact: true }).click()

/** Until the worker rules the page, nothing is kept. @param {import('playwright-core').Page} page */
async function ruled(page) {
  try {
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
  } catch (late) {
    const seen = await page.evaluate(async () =>
      (await navigator.serviceWorker.getRegistrations()).map(
        ({ installing, waiting, active }) =>
          `${installing?.state} ${waiting?.state} ${active?.state}`,
      ),
    )
    throw new Error(`no worker rules ${page.url()}: ${JSON.stringify(seen)}`, { cause: late })
  }
}

describe('without a network', () => {
  test('it can be installed', async () => {
    const { page, close } = await person(browser)
    await page.goto('/')
    const href = await page.locator('link[rel=manifest]').getAttribute('href')
    const manifest = await (await page.request.get(href)).json()
    assert.equal(manifest.lang, 'zh-CN')
    assert.equal(manifest.start_url, '/')
    for (const { src } of manifest.icons) {
      const icon = await page.request.get(src)
      assert.equal(icon.headers()['content-type'], 'image/png')
    }
    await close()
  })

  test('what was read last is read again, dated, and is gone after signing out', async () => {
    const { page, faults, close } = await resident()
    const { items } = await (await page.request.get('/api/v1/topics?pageSize=1')).json()
    const topic = `/topics/${items[0].id}`
    await page.goto(topic)
    await settled(page)
    const title = await page.getByRole('heading', { level: 1 }).textContent()
    await page.context().setOffline(true)
    await page.reload()
    await page.getByRole('heading', { level: 1, name: title }).waitFor()
    await page.getByText(/现在没有网络，这里是.*读到的/).waitFor()
    await accessible(page, 'a topic without a network')
    await page.context().setOffline(false)
    await page.getByRole('button', { name: '重新读' }).click()
    await page.getByRole('heading', { level: 1, name: title }).waitFor()
    await page.getByText(/这里是.*读到的/).waitFor({ state: 'detached' })

    await page.goto('/me?tab=settings')
    await page.getByRole('button', { name: '退出登录' }).click()
    await page.getByRole('button', { name: '登录', exact: true }).waitFor()
    await page.context().setOffline(true)
    await page.goto(topic)
    await page.getByRole('alert').waitFor()
    assert.equal(await page.getByRole('heading', { level: 1, name: title }).count(), 0)
    assert.deepEqual(faults, [])
    await close()
  })

  test('a topic is written, waits, and is sent once when there is one again', async () => {
    const title = `没网时写的 ${Date.now() % 1000000}`
    const { page, faults, close } = await resident()
    await page.context().grantPermissions(['geolocation'])
    await page
      .context()
      .setGeolocation({ latitude: 36.0912345, longitude: 120.3812345, accuracy: 8 })
    await write(page, title, '电梯里没有信号，先写下来。')
    await page.getByRole('button', { name: '用我现在的位置' }).click()
    await page.getByText(/标上了您现在的位置/).waitFor()
    await page.context().setOffline(true)
    await page.getByRole('group', { name: '照片' }).locator('input[type=file]').setInputFiles(LAMP)
    await send(page)
    await page.getByText('没有网络，有网时自动发出').waitFor()
    await accessible(page, 'a topic that waits')

    // It waits through a fresh start, and in a second tab as well.
    const other = await page.context().newPage()
    for (const tab of [page, other]) {
      await tab.goto('/')
      await tab.getByText(`“${title}”还没发出，有网时自动发出。`).waitFor()
    }
    await page.context().setOffline(false)
    const links = [page, other].map((tab) =>
      tab.getByRole('link', { name: '没网时写的议题发出了，去看看' }).waitFor(),
    )
    await Promise.any(links)
    const { items } = await (await page.request.get('/api/v1/topics?sort=-createdAt')).json()
    const mine = items.filter((/** @type {any} */ one) => one.title === title)
    assert.equal(mine.length, 1)
    const topic = await (await page.request.get(`/api/v1/topics/${mine[0].id}`)).json()
    assert.equal(topic.photos.length, 1)
    assert.deepEqual(topic.position, { lat: 36.09123, lon: 120.38123 })
    assert.deepEqual(faults, [])
    await close()
  })

  test('what is refused later goes back into the form', async () => {
    const { page, close } = await resident()
    await write(page, '   ', '说')
    await page.context().setOffline(true)
    await send(page)
    await page.getByText('没有网络，有网时自动发出').waitFor()
    await page.context().setOffline(false)
    await page.getByText(/没能发出/).waitFor()
    await accessible(page, 'a topic that was refused')
    await page.getByRole('button', { name: '回去改' }).click()
    await page.waitForFunction(() => document.querySelector('textarea')?.value === '说')
    await close()
  })
})
