// Whatever people call themselves and their things is text, wherever it is shown.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { person, settled, startBrowser } from './browser.js'

const some = String(Date.now() % 100000)
const SCRIPT = `<img src=x onerror=alert(1)>${some}`
const PAGE = `</title><script>alert(2)</script>${some}`
const LONG = `${SCRIPT}" autofocus onfocus="alert(3)" x="{{constructor.constructor('alert(4)')()}} javascript:alert(5)`
const HOME = '370203019001'

/** @type {import('playwright-core').Browser} */
let browser
/** @type {Record<string, Awaited<ReturnType<typeof guarded>>>} */
const people = {}

before(async () => {
  browser = await startBrowser()
  for (const name of ['admin1', 'staff1', 'resident57']) people[name] = await guarded(name)
})
after(async () => {
  await call(people.resident57.page, 'PATCH', '/me', { displayName: '五十七号' })
  await browser.close()
})

/** Somebody who notices when a script runs or is kept from it. @param {string} [name] */
async function guarded(name) {
  const self = await person(browser, name)
  self.page.on('dialog', async (dialog) => {
    self.faults.push(`a dialog: ${dialog.message()}`)
    await dialog.dismiss()
  })
  return self
}

/** Asks the API as the page itself does. @param {import('playwright-core').Page} page @param {string} method @param {string} path @param {object} [body] */
function call(page, method, path, body) {
  return page.evaluate(
    async ([method, path, body]) => {
      const headers = {
        'Content-Type': 'application/json',
        'X-Requested-With': 'JavaScript',
        'If-Match': '*',
      }
      const answer = await fetch(`/api/v1${path}`, { method, headers, body })
      const text = await answer.text()
      if (!answer.ok) throw new Error(`${method} ${path}: ${text}`)
      return JSON.parse(text)
    },
    [method, path, body && JSON.stringify(body)],
  )
}

/** @param {import('playwright-core').Page} page @param {string} name the file's */
function upload(page, name) {
  return page.evaluate(async (name) => {
    const canvas = new OffscreenCanvas(40, 30)
    canvas.getContext('2d')?.fillRect(0, 0, 40, 30)
    const picture = await canvas.convertToBlob({ type: 'image/png' })
    const form = new FormData()
    form.append('file', picture, name)
    form.append('alt', name)
    const headers = { 'X-Requested-With': 'JavaScript' }
    const answer = await fetch('/api/v1/photos', { method: 'POST', headers, body: form })
    return (await answer.json()).id
  }, name)
}

test('what is called like a script is shown and does not run', async () => {
  const { admin1, staff1, resident57 } = people
  const { area, partner, topic, project } = await everythingIsCalledSo()
  const screens = {
    stranger: [
      ['/', SCRIPT],
      [`/topics?area=${area}`, SCRIPT],
      [`/topics/${topic}`, LONG],
      [`/projects?area=${area}`, SCRIPT],
      [`/projects/${project}`, LONG],
      ['/partners', SCRIPT],
      [`/partners/${partner}`, LONG],
      [`/search?q=${some}`, SCRIPT],
      [`/search?q=${encodeURIComponent(SCRIPT)}`, SCRIPT],
      ['/stories'],
      ['/about', SCRIPT],
      [`/topics?area=${encodeURIComponent(SCRIPT)}&cursor=${encodeURIComponent(SCRIPT)}`],
    ],
    staff1: [
      ['/work'],
      [`/work?tray=new&show=${topic}`],
      [`/projects/${project}/edit`],
      [`/topics/${topic}`, LONG],
    ],
    resident57: [
      ['/me', SCRIPT],
      ['/me?tab=follows', SCRIPT],
      ['/me?tab=settings'],
      ['/desk', SCRIPT],
    ],
    admin1: [
      ['/district?q=resident57', SCRIPT],
      ['/district?tab=partners', SCRIPT],
      ['/district/audit', SCRIPT],
    ],
  }
  const all = { stranger: await guarded(), staff1, resident57, admin1 }
  for (const [who, pages] of Object.entries(screens)) {
    const { page, faults } = all[who]
    await page.route('**/api/v1/programme', async (route) => {
      const answer = await route.fetch()
      await route.fulfill({ response: answer, json: { ...(await answer.json()), name: SCRIPT } })
    })
    for (const [path, words] of pages) {
      await page.goto(path)
      await settled(page)
      await page.waitForLoadState('networkidle')
      if (words)
        assert.ok((await shown(page)).includes(words), `${who} at ${path} does not see ${words}`)
      assert.deepEqual(faults, [], `${who} at ${path}`)
    }
  }
  await typed(all.stranger)
  await linked(topic)
})

/** Words, and what stands in fields. @param {import('playwright-core').Page} page */
const shown = (page) =>
  page.evaluate(() =>
    [
      document.body.textContent,
      ...[...document.querySelectorAll('input,textarea')].map((f) => f.value),
    ].join('\n'),
  )

/** Suggestions appear while one types. @param {Awaited<ReturnType<typeof guarded>>} stranger */
async function typed({ page, faults }) {
  await page.goto('/search')
  await page.getByRole('main').getByRole('combobox').fill(some)
  await page.waitForLoadState('networkidle')
  assert.deepEqual(faults, [], 'while one types')
}

/** What messengers read of the link. @param {string} topic */
async function linked(topic) {
  const { page, faults, close } = await guarded()
  const answer = await page.goto(`/topics/${topic}`)
  const text = (await answer?.text()) ?? ''
  assert.ok(
    text.includes(`&lt;/title&gt;&lt;script&gt;alert(2)&lt;/script&gt;${some}`),
    text.slice(0, 800),
  )
  assert.deepEqual(faults, [])
  await close()
}

async function everythingIsCalledSo() {
  const admin = people.admin1.page
  const staff = people.staff1.page
  const { page } = people.resident57
  await call(page, 'PATCH', '/me', { displayName: SCRIPT.slice(0, 40) })
  const { items } = await call(admin, 'GET', '/people?q=resident57')
  const area = HOME + String(600 + (Date.now() % 300))
  await call(admin, 'POST', '/areas', { code: area, name: SCRIPT })
  const partner = await call(admin, 'POST', '/partners', {
    name: SCRIPT,
    kind: 'school',
    intro: LONG,
    areaCodes: [HOME],
    fieldCodes: [],
    ownerId: items[0].id,
  })
  const topic = await call(page, 'POST', '/topics', {
    title: PAGE,
    body: LONG,
    place: SCRIPT,
    areaCode: area,
    category: 'PWR01',
    photoIds: [await upload(page, `${SCRIPT}.png`)],
  })
  await call(page, 'POST', `/topics/${topic.id}/replies`, { body: LONG })
  const project = await call(staff, 'POST', '/projects', {
    title: SCRIPT,
    summary: SCRIPT,
    description: LONG,
    areaCode: area,
    category: 'PWR01',
    topicIds: [topic.id],
    needs: [{ kind: 'hands', title: SCRIPT, quantity: 1, unit: '<b>人' }],
    participants: [{ name: SCRIPT, label: '<b onclick=alert(6)>' }],
  })
  await call(staff, 'POST', `/projects/${project.id}/publish`, {})
  await call(page, 'POST', `/projects/${project.id}/claims`, {
    partnerId: partner.id,
    message: LONG,
  })
  await call(page, 'POST', `/projects/${project.id}/begin`, {})
  await call(page, 'POST', `/projects/${project.id}/progress`, { text: LONG })
  return { area, partner: partner.id, topic: topic.id, project: project.id }
}
