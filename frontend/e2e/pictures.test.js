// Pictures: of what is wrong, of what came of it.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { accessible, DESK, person, PHONE, settled, signIn, startBrowser } from './browser.js'

const LAMP = new URL('../../backend/app/src/main/resources/demo/pictures/', import.meta.url)
const picture = (/** @type {string} */ name) => new URL(`${name}.jpg`, LAMP).pathname
const title = `楼道灯有照片 ${Date.now() % 100000}`

/** @type {import('playwright-core').Browser} */
let browser

before(async () => {
  browser = await startBrowser()
})
after(async () => browser?.close())

/** @param {import('playwright-core').Page} page @param {string} label @param {string[]} names */
const add = (page, label, ...names) =>
  page
    .getByRole('group', { name: label })
    .locator('input[type=file]')
    .setInputFiles(names.map(picture))

/** Whether it is drawn, not only asked for. @param {import('playwright-core').Locator} image */
const isDrawn = (image) =>
  image.evaluate((/** @type {HTMLImageElement} */ img) =>
    img.decode().then(() => img.naturalWidth > 0),
  )

describe('pictures', () => {
  /** @type {string} */
  let topic

  test('are chosen before signing in and are still there after', async () => {
    const { page, faults, close } = await person(browser, undefined, { viewport: PHONE })
    await page.goto('/topics/new')
    await page.getByRole('textbox', { name: '什么事' }).fill(title)
    await page.getByRole('textbox', { name: '说详细些' }).fill('一到四楼都黑着。')
    await add(page, '照片', 'lamp-before')
    await page.getByRole('textbox', { name: '第 1 张照片上是什么' }).fill('三单元漆黑的楼梯')
    await page.getByText('登录后上传').waitFor()
    await accessible(page, 'a topic with a picture that waits')
    await page.getByRole('button', { name: '登录并发出' }).click()
    await signIn(page, 'resident1')
    await page.locator('fieldset img[src^="/api/v1/photos/"], fieldset img[src^="blob:"]').waitFor()
    await page.getByRole('button', { name: '发出', exact: true }).click()
    await page.getByRole('heading', { level: 1, name: title }).waitFor()
    topic = new URL(page.url()).pathname
    const shown = page.getByRole('button', { name: '放大：三单元漆黑的楼梯' })
    assert.ok(await isDrawn(shown.getByRole('img')))
    await accessible(page, 'a topic with a picture')
    await shown.click()
    assert.ok(await isDrawn(page.getByRole('dialog').getByRole('img')))
    await accessible(page, 'a picture, large')
    await page.keyboard.press('Escape')
    assert.deepEqual(faults, [])
    await close()
  })

  test('are seen by whoever may see the topic', async () => {
    const { page, close } = await person(browser, undefined, { viewport: DESK })
    await page.goto(topic)
    await settled(page)
    assert.ok(await isDrawn(page.getByRole('img', { name: '三单元漆黑的楼梯' }).first()))
    await accessible(page, 'a topic with a picture, as a stranger')
    await close()
  })

  test('that did not come through are sent again', async () => {
    const { page, close } = await person(browser, 'resident2', { viewport: PHONE })
    await page.route('**/api/v1/photos', (route) => route.abort())
    await page.goto(topic)
    await page.getByRole('textbox', { name: '说说您的看法' }).fill('我家那层也黑。')
    await add(page, '照片', 'lamp-before')
    await page.getByText(/没传上去/).waitFor()
    await accessible(page, 'a picture that did not come through')
    await page.unroute('**/api/v1/photos')
    await page.getByRole('button', { name: '发出' }).click()
    await page.getByText('我家那层也黑。').first().waitFor()
    await page.getByRole('button', { name: /^放大：.*的跟帖/ }).waitFor()
    await close()
  })

  test('from before and after lie over each other', async () => {
    const { page, close } = await person(browser, undefined, { viewport: PHONE })
    await page.goto('/projects?q=电亮微行动')
    await page.getByRole('link', { name: '电亮微行动', exact: true }).click()
    const slider = page.getByRole('slider', { name: '拖动对比之前和之后' })
    await slider.waitFor()
    await slider.focus()
    await page.keyboard.press('ArrowRight')
    assert.equal(await slider.getAttribute('aria-valuetext'), '之前露出 51%')
    assert.ok(await isDrawn(page.getByRole('img', { name: /灯亮了/ })))
    await accessible(page, 'an outcome with pictures')
    await close()
  })
})
