// Every screen, as those who see it see it.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { accessible, DESK, person, PHONE, settled, signIn, startBrowser } from './browser.js'

describe('every screen', () => {
  /** @type {import('playwright-core').Browser} */
  let browser
  before(async () => {
    browser = await startBrowser()
  })
  after(() => browser.close())

  const SCREENS = {
    undefined: [
      '/',
      '/topics',
      '/projects',
      '/partners',
      '/partners?view=areas',
      '/partners/growth',
      '/partners/HH-0003',
      '/partners/HH-0003/join',
      '/about',
      '/help',
      '/unsubscribe',
      '/confirm-email#x',
      '/accessibility',
      '/nowhere',
    ],
    resident1: ['/me', '/me?tab=follows', '/me?tab=settings', '/appeals'],
    staff1: ['/work', '/appeals', '/work?tray=delivered', '/projects/new'],
    partner1: ['/desk'],
    admin1: [
      '/district',
      '/district/import',
      '/district?tab=partners',
      '/district?tab=calendar',
      '/district?tab=categories',
      '/district?tab=reasons',
    ],
  }
  for (const [name, paths] of Object.entries(SCREENS)) {
    for (const viewport of [PHONE, DESK]) {
      test(`is accessible to ${name === 'undefined' ? 'a stranger' : name} at ${viewport.width} px`, async () => {
        const self = await person(browser, name === 'undefined' ? undefined : name, { viewport })
        for (const path of paths) {
          await self.page.goto(path)
          await accessible(self.page, path)
        }
        assert.deepEqual(self.faults, [])
        await self.close()
      })
    }
  }

  test('speaks English from the first word', async () => {
    const self = await person(browser, undefined, { locale: 'en-GB' })
    await self.page.goto('/topics')
    await self.page.getByRole('heading', { level: 1, name: 'Topics' }).waitFor()
    assert.equal(await self.page.evaluate(() => document.documentElement.lang), 'en')
    await settled(self.page)
    await self.close()
  })

  test('fits a small phone in English too', async () => {
    const self = await person(browser, 'staff1', { viewport: PHONE, locale: 'en-GB' })
    for (const path of [
      '/',
      '/topics/new',
      '/projects/new',
      '/work',
      '/partners',
      '/partners?view=areas',
      '/partners/growth',
      '/me',
      '/me?tab=settings',
      '/reports',
      '/moderation',
      '/appeals',
      '/join',
    ]) {
      await self.page.goto(path)
      await accessible(self.page, `${path} in English`)
    }
    assert.deepEqual(self.faults, [])
    await self.close()
  })

  test('fits a small phone in English for the district', async () => {
    const self = await person(browser, 'admin1', { viewport: PHONE, locale: 'en-GB' })
    await self.page.goto('/district?tab=categories')
    await self.page.getByRole('button', { name: 'Change: Stairwell lamps' }).click()
    await self.page.getByRole('dialog').getByRole('button', { name: 'Save' }).waitFor()
    await accessible(self.page, 'a category in English')
    assert.deepEqual(self.faults, [])
    await self.close()
  })

  test('says so when it does not come for want of a network, and comes with it', async () => {
    const self = await person(browser)
    const { page } = self
    await page.goto('/about')
    await settled(page)
    await page.context().setOffline(true)
    await page.getByRole('navigation').getByRole('link', { name: '项目' }).first().click()
    await page
      .getByRole('alert')
      .getByText(/连不上服务/)
      .waitFor()
    await page.context().setOffline(false)
    await page.getByRole('button', { name: '再试一次' }).click()
    await page.getByRole('heading', { level: 1, name: '项目' }).waitFor()
    await self.close()
  })

  test('asks to sign in where it must, and returns there', async () => {
    const self = await person(browser)
    await self.page.goto('/me?tab=settings')
    await signIn(self.page, 'resident2')
    assert.equal(
      new URL(self.page.url()).pathname + new URL(self.page.url()).search,
      '/me?tab=settings',
    )
    await self.page.getByRole('button', { name: '退出登录' }).click()
    await self.page.getByRole('button', { name: '登录', exact: true }).waitFor()
    await self.close()
  })
})
