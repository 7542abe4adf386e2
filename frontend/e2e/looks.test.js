// Each screen, in what it shows at its fullest, in every look and width. It is opened once and then turned about.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { accessible, DESK, large, person, PHONE, settled, startBrowser } from './browser.js'

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {{what: string, path: string, ready?: (page: Page) => Promise<unknown>}} Screen */

const LIVE = '有新动静会自己出现'

/** @type {import('playwright-core').Browser} */
let browser
before(async () => {
  browser = await startBrowser()
})
after(async () => browser?.close())

/** The address of the one that is called this. @param {Page} page @param {string} kind @param {string} words */
async function called(page, kind, words) {
  const found = await page.request.get(`/api/v1/${kind}?q=${encodeURIComponent(words)}&pageSize=1`)
  return `/${kind}/${(await found.json()).items[0].id}`
}

/** @type {Record<string, {who?: string, installed?: boolean, screens: (page: Page) => Promise<Screen[]>}>} */
const SEEN_BY = {
  'a stranger': {
    screens: async (page) => {
      const topic = await called(page, 'topics', '绿化真的得改进')
      return [
        {
          what: 'a topic that is live, with a picture',
          path: topic,
          ready: () => page.getByText(LIVE).waitFor(),
        },
        {
          what: 'a picture, large',
          path: topic,
          ready: async () => {
            await page.getByRole('button', { name: /^放大/ }).first().click()
            await page.getByRole('dialog').getByRole('img').waitFor()
          },
        },
        {
          what: 'before and after',
          path: await called(page, 'projects', '电亮微行动'),
          ready: () => page.getByRole('slider', { name: '拖动对比之前和之后' }).waitFor(),
        },
        { what: 'stories', path: '/stories' },
        { what: 'how it is moderated', path: '/moderation' },
        { what: 'the form to join', path: '/join' },
        {
          what: 'what was found',
          path: '/search?q=灯',
          ready: () => page.locator('mark').first().waitFor(),
        },
        {
          what: 'titles that are offered',
          path: '/search',
          ready: async () => {
            await page.getByRole('main').getByRole('combobox').fill('灯')
            await page.getByRole('main').getByRole('option').first().waitFor()
          },
        },
        {
          what: 'what is near',
          path: '/topics?near=36.0809,120.3398,3000',
          ready: () =>
            page
              .getByText(/离我 \d/)
              .first()
              .waitFor(),
        },
        {
          what: 'a topic that was said before',
          path: '/topics/new',
          ready: async () => {
            await page.getByRole('textbox', { name: '什么事' }).fill('路灯又一闪一闪了')
            await page.getByRole('heading', { name: '是不是同一件事？' }).waitFor()
          },
        },
      ]
    },
  },
  'a resident': {
    who: 'resident1',
    screens: async () => [
      { what: 'my things', path: '/me' },
      { what: 'my settings', path: '/me?tab=settings' },
      { what: 'my appeals', path: '/appeals' },
    ],
  },
  'a resident without a network': {
    who: 'resident1',
    installed: true,
    screens: async (page) => [
      {
        what: 'a topic read earlier',
        path: await called(page, 'topics', '绿化真的得改进'),
        ready: async () => {
          await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
          await page.reload()
          await settled(page)
          await page.context().setOffline(true)
          await page.reload()
          await page.getByText(/现在没有网络，这里是.*读到的/).waitFor()
        },
      },
    ],
  },
  'a partner': { who: 'partner1', screens: async () => [{ what: 'the desk', path: '/desk' }] },
  staff: {
    who: 'staff1',
    screens: async () => [
      { what: 'the inbox', path: '/work' },
      { what: 'what was reported', path: '/reports' },
      { what: 'appeals', path: '/appeals' },
    ],
  },
  'the district': {
    who: 'admin1',
    screens: async (page) => {
      const { items } = await (await page.request.get('/api/v1/people?q=staff1')).json()
      return [
        { what: 'people', path: '/district' },
        { what: 'partners', path: '/district?tab=partners' },
        { what: 'a person', path: `/district/people/${items[0].id}` },
        { what: 'the audit', path: '/district/audit' },
        { what: 'the calendar', path: '/district?tab=calendar' },
        { what: 'the categories', path: '/district?tab=categories' },
        {
          what: 'a category',
          path: '/district?tab=categories',
          ready: async () => {
            await page.getByRole('button', { name: '修改：楼道灯' }).click()
            await page.getByRole('dialog').getByRole('button', { name: '保存' }).waitFor()
          },
        },
        { what: 'moderation', path: '/moderation' },
      ]
    },
  },
}

/** The button may stand behind a dialog. @param {Page} page @param {string} name */
const turn = (page, name) =>
  page.locator('.modes').getByText(name, { exact: true }).dispatchEvent('click')

/** @param {Page} page @param {string} where */
async function accessibleAndLarge(page, where) {
  await accessible(page, where)
  await large(page, where)
}

/** @param {Page} page @param {string} what */
async function inEveryLook(page, what) {
  const widths = async (/** @type {string} */ look, check = accessible) => {
    for (const viewport of [PHONE, DESK]) {
      await page.setViewportSize(viewport)
      await check(page, `${what}, ${look}, at ${viewport.width} px`)
    }
  }
  await widths('light')
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
  await widths('dark')
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  await turn(page, '长辈版')
  await widths('large', accessibleAndLarge)
  await turn(page, '字：大')
  await turn(page, '字：特大')
  await widths('largest', accessibleAndLarge)
  await turn(page, '回标准版')
}

describe('in every look', () => {
  for (const [name, { who, installed, screens }] of Object.entries(SEEN_BY)) {
    test(`what ${name} sees is accessible`, async () => {
      const { page, faults, close } = await person(browser, who, { installed })
      await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
      for (const { what, path, ready } of await screens(page)) {
        await page.goto(path)
        await settled(page)
        await ready?.(page)
        await inEveryLook(page, what)
      }
      assert.deepEqual(faults, [])
      await close()
    })
  }
})
