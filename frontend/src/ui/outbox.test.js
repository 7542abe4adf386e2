import { beforeEach, expect, test, vi } from 'vitest'
import { upload } from '@/api/photos.js'
import { aServer, json, refusal } from '../../test/given.js'
import { deliver, isStale, takeBack } from './outbox.js'
import { forgetLetters, letters, put } from './outboxShelf.js'

const shelves = vi.hoisted(() => /** @type {Map<any, Map<string, any>>} */ (new Map()))
vi.mock('idb-keyval', () => ({
  createStore: (/** @type {string} */ name) => shelves.set(name, new Map()).get(name),
  set: async (/** @type {string} */ key, /** @type {any} */ value, /** @type {any} */ shelf) =>
    shelf.set(key, structuredClone(value)),
  get: async (/** @type {string} */ key, /** @type {any} */ shelf) => shelf.get(key),
  del: async (/** @type {string} */ key, /** @type {any} */ shelf) => shelf.delete(key),
  values: async (/** @type {any} */ shelf) => structuredClone([...shelf.values()]),
  clear: async (/** @type {any} */ shelf) => shelf.clear(),
}))
vi.mock('@/api/photos.js', () => ({ upload: vi.fn() }))

const body = { title: '楼道灯坏了', body: '三楼整晚不亮', areaCode: '370203' }
const letter = (more = {}) => ({
  key: 'key-1',
  at: Date.now(),
  by: 'U-1',
  body,
  draft: { ...body, place: '' },
  pictures: [],
  ...more,
})
const sent = vi.fn()

beforeEach(async () => {
  await forgetLetters()
  sent.mockReset()
})

test('what was written offline is sent under the key it was kept with', async () => {
  const asked = aServer({ 'POST /topics': json({ id: 'T-1' }, 201) })
  await put(letter())
  await deliver('U-1', sent)
  expect(asked.map(({ headers }) => headers.get('Idempotency-Key'))).toEqual(['key-1'])
  expect(asked[0]?.body).toEqual(body)
  expect(sent).toHaveBeenCalledWith({ id: 'T-1' })
  expect(letters.value).toEqual([])
})

test('an answer that was lost, or a server that is busy, leaves it for the next time', async () => {
  const asked = aServer({
    'POST /topics': () => {
      if (asked.length === 1) throw new TypeError('no network')
      return asked.length === 2 ? refusal(503, 'unavailable') : json({ id: 'T-1' }, 201)
    },
  })
  await put(letter())
  for (const kept of [1, 1, 0]) {
    await deliver('U-1', sent)
    expect(letters.value).toHaveLength(kept)
  }
  expect(new Set(asked.map(({ headers }) => headers.get('Idempotency-Key'))).size).toBe(1)
})

test('asked twice at once it is sent once', async () => {
  const asked = aServer({ 'POST /topics': json({ id: 'T-1' }, 201) })
  await put(letter())
  await Promise.all([deliver('U-1', sent), deliver('U-1', sent)])
  expect(asked).toHaveLength(1)
})

test('nobody sends what another wrote, and signing out forgets it', async () => {
  const asked = aServer({})
  await put(letter())
  await deliver('U-2', sent)
  expect(asked).toEqual([])
  await forgetLetters()
  await deliver('U-1', sent)
  expect(asked).toEqual([])
})

test('pictures go first and are not sent again', async () => {
  const asked = aServer({ 'POST /topics': () => refusal(503, 'unavailable') })
  vi.mocked(upload).mockResolvedValue(/** @type {any} */ ({ id: 'P-1' }))
  const pictures = [{ key: 'pic-1', file: new Blob(['x']), photo: undefined, alt: '' }]
  await put(letter({ pictures }))
  await deliver('U-1', sent)
  await deliver('U-1', sent)
  expect(vi.mocked(upload)).toHaveBeenCalledTimes(1)
  expect(asked.map(({ body }) => body.photoIds)).toEqual([['P-1'], ['P-1']])
})

test('pictures that the server has thrown away meanwhile are sent again from the device', async () => {
  const asked = aServer({
    'POST /topics': (/** @type {any} */ { body }) =>
      body.photoIds[0] === 'P-1'
        ? refusal(422, 'invalid', { violations: [{ field: 'photoIds', code: 'not_found' }] })
        : json({ id: 'T-1' }, 201),
  })
  vi.mocked(upload).mockReset()
  vi.mocked(upload).mockResolvedValue(/** @type {any} */ ({ id: 'P-2' }))
  const photo = /** @type {any} */ ({ id: 'P-1' })
  await put(letter({ pictures: [{ key: 'pic-1', file: new Blob(['x']), photo, alt: '' }] }))
  await deliver('U-1', sent)
  expect(asked.map(({ body }) => body.photoIds)).toEqual([['P-1'], ['P-2']])
  // Under its old key the server would answer with the picture that is gone.
  expect(vi.mocked(upload).mock.calls[0]?.[1]).not.toBe('pic-1')
  expect(letters.value).toEqual([])
})

test('what waited longer than the server remembers its key is not sent but goes back into the form', async () => {
  const asked = aServer({ 'POST /topics': json({ id: 'T-1' }, 201) })
  const old = letter({ at: Date.now() - 6 * 86_400_000 })
  await put(old)
  await deliver('U-1', sent)
  expect(asked).toEqual([])
  expect(isStale(old)).toBe(true)
  expect(await takeBack(old)).toBe(true)
  expect(JSON.parse(localStorage.getItem('hehuo:draft:topic') ?? '')).toMatchObject(body)
  localStorage.clear()
})

test('what is refused is not tried again but goes back into the form', async () => {
  const asked = aServer({ 'POST /topics': () => refusal(422, 'invalid') })
  await put(letter())
  await deliver('U-1', sent)
  await deliver('U-1', sent)
  expect(asked).toHaveLength(1)
  const [refused] = letters.value
  expect(refused?.problem).toMatchObject({ status: 422, detail: 'refused: invalid' })
  localStorage.setItem('hehuo:draft:topic', JSON.stringify({ title: '另一条' }))
  expect(await takeBack(/** @type {any} */ (refused))).toBe(false)
  localStorage.setItem('hehuo:draft:topic', JSON.stringify({ areaCode: '370203' }))
  expect(await takeBack(/** @type {any} */ (refused))).toBe(true)
  expect(JSON.parse(localStorage.getItem('hehuo:draft:topic') ?? '')).toMatchObject(body)
  expect(letters.value).toEqual([])
})
