// The same screens in the dark, for the elderly and on paper.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { accessible, DESK, large, person, PHONE, settled, startBrowser } from './browser.js'

/** @type {import('playwright-core').Browser} */
let browser

before(async () => {
  browser = await startBrowser()
})
after(async () => browser?.close())

/** A topic and a project of this instance. @param {import('playwright-core').Page} page */
async function things(page) {
  const first = async (/** @type {string} */ kind) =>
    (await (await page.request.get(`/api/v1/${kind}?pageSize=1`)).json()).items[0].id
  return {
    topic: `/topics/${await first('topics')}`,
    project: `/projects/${await first('projects')}`,
  }
}

/** @param {import('playwright-core').Page} page @param {string[]} paths @param {string} how */
async function lookAt(page, paths, how) {
  for (const path of paths) {
    await page.goto(path)
    await accessible(page, `${path} ${how}`)
  }
}

const paths = async (/** @type {import('playwright-core').Page} */ page) => {
  const { topic, project } = await things(page)
  return ['/', '/topics', '/topics/new', topic, project, '/partners', '/accessibility']
}

for (const viewport of [PHONE, DESK]) {
  describe(`at ${viewport.width} px`, () => {
    test('the dark is as readable, for a stranger and for staff', async () => {
      const stranger = await person(browser, undefined, { viewport, scheme: 'dark' })
      await lookAt(stranger.page, await paths(stranger.page), 'in the dark')
      assert.deepEqual(stranger.faults, [])
      await stranger.close()
      const staff = await person(browser, 'staff1', { viewport, scheme: 'dark' })
      await lookAt(staff.page, ['/work', '/me?tab=settings', '/projects/new'], 'in the dark')
      assert.deepEqual(staff.faults, [])
      await staff.close()
    })

    test('elderly mode is one tap away, large everywhere, and dark as well', async () => {
      const { page, faults, close } = await person(browser, 'resident1', { viewport })
      await page.goto('/topics')
      await page.getByRole('button', { name: '长辈版' }).click()
      await settled(page)
      for (const size of ['大', '特大', '最大']) {
        await page.getByRole('button', { name: `字：${size}`, exact: true }).waitFor()
        for (const path of [...(await paths(page)), '/me']) {
          await page.goto(path)
          await accessible(page, `${path} in elderly mode, ${size}`)
          await large(page, `${path} in elderly mode, ${size}`)
        }
        await page.getByRole('button', { name: `字：${size}`, exact: true }).click()
      }
      await page.getByRole('button', { name: '深色' }).click()
      await lookAt(page, await paths(page), 'in elderly mode in the dark')
      await page.getByRole('button', { name: '回标准版' }).click()
      await page.getByRole('button', { name: '长辈版' }).waitFor()
      assert.deepEqual(faults, [])
      await close()
    })
  })
}

test('what was chosen stands from the first paint on', async () => {
  const { page, close } = await person(browser)
  await page.goto('/')
  await page.getByRole('button', { name: '深色' }).click()
  await page.route('**/assets/index-*.js', (route) => route.abort())
  await page.reload()
  assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), 'dark')
  const paper = await page.evaluate(
    () => getComputedStyle(document.documentElement).backgroundColor,
  )
  assert.equal(paper, 'rgb(22, 20, 17)')
  await close()
})

test('a thing prints as clean paper, also from a dark screen', async () => {
  const { page, close } = await person(browser, 'resident1', { scheme: 'dark' })
  const { topic, project } = await things(page)
  const { items } = await (await page.request.get('/api/v1/partners?pageSize=1')).json()
  for (const path of [topic, project, `/partners/${items[0].id}`]) {
    await page.goto(path)
    await settled(page)
    await page.emulateMedia({ media: 'print' })
    const paper = await page.evaluate(() => {
      const { backgroundColor, color } = getComputedStyle(document.documentElement)
      const left = [...document.querySelectorAll('nav, form, button, .button, input, textarea')]
        .filter((one) => one.checkVisibility() && !one.querySelector('img, time'))
        .map((one) => one.outerHTML)
      return { backgroundColor, color, left }
    })
    assert.deepEqual(paper, {
      backgroundColor: 'rgb(255, 255, 255)',
      color: 'rgb(0, 0, 0)',
      left: [],
    })
    assert.ok(await page.getByRole('heading', { level: 1 }).isVisible())
    await page.emulateMedia({ media: 'screen' })
  }
  await close()
})
