// Story S8 with eight people: “our compound really needs more green!” draws many replies, some angry, and becomes twenty
// cherry trees.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { accessible, PHONE, person, settled, startBrowser } from './browser.js'
import { api, look, take } from './story.js'

/** @typedef {Awaited<ReturnType<typeof person>>} Somebody */

const run = Date.now() % 100000
const title = `同德花园太需要绿化了 ${run}`
const angry = `物业收了钱不种树，都是骗子 ${run}`
const garden = `同德花园种樱花 ${run}`

/** @type {import('playwright-core').Browser} */
let browser
/** @type {Record<'author' | 'granny' | 'hothead' | 'double' | 'staff' | 'street' | 'partner' | 'stranger', Somebody>} */
let people
/** @type {string} */
let topic
/** @type {string} */
let project

before(async () => {
  browser = await startBrowser()
  const phone = { viewport: PHONE }
  people = {
    author: await person(browser, 'resident1', phone),
    granny: await person(browser, 'resident2', phone),
    hothead: await person(browser, 'resident3', phone),
    double: await person(browser, 'resident4', phone),
    staff: await person(browser, 'staff1'),
    street: await person(browser, 'street1'),
    partner: await person(browser, 'partner1'),
    stranger: await person(browser, undefined, phone),
  }
})
after(async () => browser?.close())

/** @param {Somebody} who @param {string} text */
async function reply({ page }, text) {
  await page.getByRole('textbox', { name: '说说您的看法' }).fill(text)
  await page.getByRole('button', { name: '发出', exact: true }).click()
  await page.locator('article.reply', { hasText: text }).waitFor()
}

describe('twenty cherry trees', () => {
  test('a resident says it, and others see it and stand behind it', async () => {
    const { author, granny, stranger } = people
    const words = { title, body: '院里一棵树也没有，夏天没处站。', areaCode: '370203019001' }
    topic = (await api(author, 'POST', '/topics', { ...words, category: 'GRN01' })).id
    await look(author, topic)
    await look(granny, topic)
    await granny.page.getByRole('button', { name: /我也遇到了/ }).click()
    await reply(granny, `我腿不好，就想院里有个阴凉。${run}`)
    await author.page.getByRole('button', { name: '有 1 条新跟帖，点这里看' }).click()
    await author.page.getByText(`我腿不好，就想院里有个阴凉。${run}`).waitFor()

    await stranger.page.goto('/topics?sort=-createdAt')
    await settled(stranger.page)
    await stranger.page.getByRole('link', { name: title }).click()
    await stranger.page.getByRole('heading', { level: 1, name: title }).waitFor()
    await accessible(stranger.page, 'the thread for a stranger')
  })

  test('the thread grows angry: what goes too far is hidden, with a reason for who wrote it', async () => {
    const { author, granny, hothead, staff, stranger } = people
    await look(hothead, topic)
    await reply(hothead, angry)
    await reply(hothead, `物业费年年交，绿化一年不如一年。${run}`)
    await api(author, 'POST', `/topics/${topic}/replies`, { body: '大家好好说，想办法。' })

    await look(granny, topic)
    const post = granny.page.locator('article.reply', { hasText: angry })
    await post.getByRole('button', { name: '举报' }).click()
    const dialog = granny.page.getByRole('dialog')
    await dialog.getByRole('combobox').selectOption('abuse')
    await dialog.getByRole('button', { name: '举报' }).click()
    await granny.page.getByText('已举报').first().waitFor()

    const { items } = await api(staff, 'GET', '/moderation/reports?state=submitted')
    const { id } = items.find((/** @type {Api.Report} */ { said }) => said === angry)
    await api(staff, 'POST', `/moderation/reports/${id}/uphold`, { reason: '请说事，不要骂人。' })

    await look(stranger, topic)
    await stranger.page.getByText('这条跟帖已隐藏').waitFor()
    await stranger.page.getByText(`绿化一年不如一年。${run}`).waitFor()
    await look(hothead, topic)
    await hothead.page.getByText('请说事，不要骂人。').waitFor()
  })

  test('what is said twice is merged, and who stands behind it is counted once', async () => {
    const { author, double, granny, staff } = people
    const second = await api(double, 'POST', '/topics', {
      ...{ title: `同德花园没有绿化 ${run}`, body: '光秃秃的。' },
      ...{ areaCode: '370203019001', category: 'GRN01' },
    })
    for (const who of [granny, author]) await api(who, 'PUT', `/topics/${second.id}/support`, {})
    await api(staff, 'POST', `/topics/${second.id}/merge`, { intoId: topic })
    assert.equal((await api(double, 'GET', `/topics/${topic}`)).supportCount, 2)
    await look(double, second.id)
    await double.page.getByRole('link', { name: topic }).click()
    await double.page.getByRole('heading', { level: 1, name: title }).waitFor()
  })

  test('staff take it up and answer with a name and a date', async () => {
    const { author, staff, street } = people
    await look(author, topic)
    await look(staff, topic)
    await take(staff, '受理', {})
    await author.page.getByText('已受理').first().waitFor()
    await api(staff, 'POST', `/topics/${topic}/replies`, {
      body: '社区去问有绿化资源的单位，这个月给大家回话。',
      official: true,
    })
    await look(street, topic)
    await street.page.getByText('这个月给大家回话').first().waitFor()
    await street.page.getByText('官方答复').first().waitFor()
    await accessible(street.page, 'a topic with an official answer')
  })

  test('a partner takes it on and plants', async () => {
    const { partner, staff } = people
    const made = await api(staff, 'POST', '/projects', {
      ...{ title: garden, summary: '居民、物业、合伙人一起种。', areaCode: '370203019001' },
      ...{ category: 'GRN01', topicIds: [topic], beginWithinDays: 7 },
      needs: [{ kind: 'goods', title: '樱花树', quantity: '20', unit: '株' }],
    })
    project = made.id
    await api(staff, 'POST', `/projects/${project}/publish`, {})
    await partner.page.goto(`/projects/${project}`)
    await partner.page.getByRole('button', { name: '我们来认领' }).first().click()
    await partner.page
      .getByText(/认领成功/)
      .first()
      .waitFor()
    await api(partner, 'POST', `/projects/${project}/begin`, {})
    await api(partner, 'POST', `/projects/${project}/report-completion`, {
      outcome: {
        numbers: [{ measure: '樱花树', value: '20', unit: '株' }],
        story: '公司、居民、居委会和物业一起种下二十株樱花。',
      },
    })
    await api(staff, 'POST', `/projects/${project}/accept`, {})
  })

  test('everybody hears of it, whoever said it twice too', async () => {
    const { author, double, granny, stranger } = people
    for (const who of [author, granny, double]) {
      await who.page.goto('/me?tab=notifications')
      await who.page
        .getByRole('tabpanel')
        .getByRole('button', { name: new RegExp(title) })
        .first()
        .waitFor()
    }
    await look(author, topic)
    await take(author, '确认办好了')
    await look(stranger, topic)
    await stranger.page.getByText('已解决').first().waitFor()
    await stranger.page.getByRole('link', { name: garden }).click()
    await stranger.page.getByText('二十株樱花').first().waitFor()
    await accessible(stranger.page, 'the result for a stranger')
  })

  test('nothing broke on the way', () => {
    for (const { faults } of Object.values(people)) assert.deepEqual(faults, [])
  })
})
