import { fireEvent, screen, waitFor } from '@testing-library/vue'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test, vi } from 'vitest'
import { defineComponent, h } from 'vue'
import { upload } from '@/api/photos.js'
import { Problem } from '@/api/problem.js'
import { aServer, json, refusal, show } from '../../test/given.js'
import PhotoRow from './PhotoRow.vue'
import PhotosField from './PhotosField.vue'
import { useSession } from './session.js'
import { usePhotos } from './usePhotos.js'

vi.mock('@/api/photos.js', () => ({ upload: vi.fn() }))
const sent = vi.mocked(upload)
const { me } = useSession()
const picture = (name = 'lamp.jpg') => new File(['pixels'], name, { type: 'image/jpeg' })
/** @param {string} id */
const photo = (id) => ({
  ...{ id, url: `/${id}/large`, mediumUrl: `/${id}/medium`, thumbUrl: `/${id}/small` },
  ...{ width: 400, height: 300 },
})

beforeEach(() => {
  sent.mockReset()
  me.value = /** @type {any} */ ({ displayName: '栗子奶奶', memberships: [], areas: [], roles: [] })
  globalThis.URL.createObjectURL = () => 'blob:x'
  globalThis.URL.revokeObjectURL = () => {}
})

/** A form with nothing but pictures. */
async function aForm() {
  /** @type {any} */
  let photos
  const Host = defineComponent({
    setup() {
      photos = usePhotos('test')
      return () => h(PhotosField, { photos, label: '照片' })
    },
  })
  await show(Host)
  return /** @type {ReturnType<typeof usePhotos>} */ (photos)
}
const choose = (/** @type {File[]} */ ...files) =>
  userEvent.upload(/** @type {HTMLElement} */ (document.querySelector('input[type=file]')), files)

test('pictures are sent as they are chosen, and named in their order', async () => {
  sent.mockImplementation(async (file) => photo(/** @type {File} */ (file).name))
  const photos = await aForm()
  await choose(picture('a'), picture('b'))
  expect(await photos.ids()).toEqual(['a', 'b'])
  await userEvent.click(screen.getByRole('button', { name: '去掉第 1 张' }))
  expect(await photos.ids()).toEqual(['b'])
})

test('one that did not come through is tried again with the same key', async () => {
  sent.mockRejectedValueOnce(new Problem({ status: 0 }))
  sent.mockResolvedValueOnce(photo('a'))
  const photos = await aForm()
  await choose(picture())
  await screen.findByText(/没传上去/)
  await userEvent.click(screen.getByRole('button', { name: '再试一次' }))
  expect(await photos.ids()).toEqual(['a'])
  expect(sent.mock.calls[1]?.[1]).toBe(sent.mock.calls[0]?.[1])
})

test('one that hung nowhere for nearly as long as the server keeps it is sent anew', async () => {
  const clock = vi.spyOn(Date, 'now').mockReturnValue(0)
  sent.mockResolvedValueOnce(photo('a')).mockResolvedValueOnce(photo('b'))
  const photos = await aForm()
  await choose(picture())
  expect(await photos.ids()).toEqual(['a'])
  clock.mockReturnValue(6 * 86_400_000)
  expect(await photos.ids()).toEqual(['b'])
  expect(sent.mock.calls[1]?.[1]).not.toBe(sent.mock.calls[0]?.[1])
  clock.mockRestore()
})

test('one that is refused says why and holds the form up until it is taken away', async () => {
  const violations = [{ field: 'file', code: 'heic', message: '请换成 JPEG' }]
  sent.mockRejectedValue(new Problem({ status: 422, code: 'invalid', violations }))
  const photos = await aForm()
  await choose(picture())
  await screen.findByText(/请换成 JPEG/)
  await expect(photos.ids()).rejects.toMatchObject({ violations: [{ field: 'photoIds' }] })
  await userEvent.click(screen.getByRole('button', { name: '去掉第 1 张' }))
  expect(await photos.ids()).toEqual([])
})

test('words that nobody may read hold the form up until they are said otherwise', async () => {
  const violations = [{ field: 'alt', code: 'personal_phone', message: '这里像是手机号' }]
  aServer({
    'POST /photos/a/describe': (/** @type {any} */ { body }) =>
      body.alt === '灯' ? json(photo('a')) : refusal(422, 'invalid', { violations }),
  })
  sent.mockResolvedValue(photo('a'))
  const photos = await aForm()
  await choose(picture())
  const said = screen.getByRole('textbox', { name: '第 1 张照片上是什么' })
  await userEvent.type(said, '13805321234{Tab}')
  await screen.findByText(/这里像是手机号/)
  await expect(photos.ids()).rejects.toMatchObject({ violations: [{ field: 'photoIds' }] })
  await userEvent.clear(said)
  await userEvent.type(said, '灯{Tab}')
  expect(await photos.ids()).toEqual(['a'])
  expect(screen.queryByText(/这里像是手机号/)).toBeNull()
})

test('a stranger’s pictures wait until somebody has signed in', async () => {
  const resident = me.value
  me.value = undefined
  sent.mockResolvedValue(photo('a'))
  const photos = await aForm()
  await choose(picture())
  screen.getByText('登录后上传')
  expect(sent).not.toHaveBeenCalled()
  me.value = resident
  await waitFor(async () => expect(await photos.ids()).toEqual(['a']))
})

test('there is room for nine', async () => {
  sent.mockImplementation(async (file) => photo(/** @type {File} */ (file).name))
  const photos = await aForm()
  await choose(...'abcdefghijk'.split('').map(picture))
  expect(await photos.ids()).toHaveLength(9)
  expect(document.querySelector('input[type=file]')).toBeNull()
})

test('a picture is enlarged, and the arrow keys turn to the next', async () => {
  await show(PhotoRow, {
    props: { photos: [{ ...photo('a'), alt: '灯' }, photo('b')], of: '跟帖' },
  })
  await userEvent.click(screen.getByRole('button', { name: '放大：灯' }))
  screen.getByText('1 / 2')
  await fireEvent.keyDown(screen.getByText('1 / 2'), { key: 'ArrowRight' })
  screen.getByText('2 / 2')
  screen.getByRole('heading', { name: '跟帖，照片 2' })
})
