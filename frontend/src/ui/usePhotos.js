import { computed, onScopeDispose, ref, toRaw, watch } from 'vue'
import { create, newKey } from '@/api'
import { upload } from '@/api/photos.js'
import { asProblem, Problem } from '@/api/problem.js'
import { REMEMBERED } from './outboxShelf.js'
import { keepPictures, recallPictures } from './pictureShelf.js'
import { useSession } from './session.js'

const MOST = 9

/**
 * @typedef {object} Item
 * @property {string} key
 * @property {Blob} [file] of what was chosen here, until the form is sent: the server does not keep for ever what hangs nowhere
 * @property {Api.Photo} [photo] once the server has it
 * @property {number} [uploadedAt]
 * @property {string} preview
 * @property {string} alt
 * @property {number} share how much of it was sent
 * @property {Problem} [problem] of the picture
 * @property {Problem} [wrong] with what is said of it
 */

/** @typedef {Pick<Item, 'key' | 'file' | 'photo' | 'uploadedAt' | 'alt'>} Kept */

/**
 * Pictures that go with something being written: kept on the device until that is sent, uploaded as soon as somebody is
 * signed in.
 * @param {string} name of the draft
 * @param {Api.Photo[]} [hung] what hangs there already
 * @param {number} [most] how many there is room for
 */
export function usePhotos(name, hung = [], most = MOST) {
  const { me } = useSession()
  const items = ref(/** @type {Item[]} */ (hung.map((photo) => item({ photo, alt: photo.alt }))))
  /** @type {Map<string, Promise<void>>} */
  const underWay = new Map()
  /** What is being said of them. */
  let described = Promise.resolve()
  const room = computed(() => most - items.value.length)

  const recalled = recallPictures(name).then((kept) => {
    if (kept) items.value = kept.map(item)
    uploadAll()
  })
  watch(me, uploadAll)
  onScopeDispose(() => items.value.forEach(release))

  /** @param {File[]} files more than there is room for are left out */
  function add(files) {
    items.value.push(...files.slice(0, room.value).map((file) => item({ file })))
    uploadAll()
    keep()
  }

  /** @param {Item} one */
  function drop(one) {
    items.value = items.value.filter(({ key }) => key !== one.key)
    release(one)
    keep()
  }

  /** @param {Item} one */
  function retry(one) {
    one.problem = undefined
    uploadAll()
  }

  function uploadAll() {
    if (!me.value) return
    items.value
      .filter(({ key, photo, problem }) => !photo && !problem && !underWay.has(key))
      .forEach((one) => underWay.set(one.key, send(one)))
  }

  /** @param {Item} one */
  async function send(one) {
    const file = /** @type {Blob} */ (toRaw(one.file))
    try {
      one.photo = await upload(file, one.key, (share) => (one.share = share))
      one.uploadedAt = Date.now()
      describe(one)
    } catch (thrown) {
      one.problem = asProblem(thrown)
    } finally {
      underWay.delete(one.key)
      keep()
    }
  }

  /** Says what it shows. That it cannot be said now is not worth holding anything up; that it may not be is. @param {Item} one */
  function describe(one) {
    keep()
    one.wrong = undefined
    const { photo, alt } = one
    if (!photo || !alt.trim() || alt === photo.alt) return
    const saying = create('/photos/{id}/describe', { alt }, { id: photo.id }).catch((thrown) => {
      const problem = asProblem(thrown)
      if (problem.violations.length) one.wrong = problem
    })
    described = Promise.all([described, saying]).then(() => {})
  }

  /**
   * The ids to hang up, once all are there.
   * @returns {Promise<string[]>}
   */
  async function ids() {
    await recalled
    items.value.filter(isOld).forEach((one) => Object.assign(one, again()))
    uploadAll()
    items.value.filter(({ problem }) => problem?.status === 0).forEach(retry)
    await Promise.all(underWay.values())
    // Else the page that shows them may be read before they have their words.
    await described
    const failed = items.value.map(({ problem, wrong }) => problem ?? wrong).find(Boolean)
    if (failed) throw failed.status === 0 ? failed : refused(failed)
    return items.value.flatMap(({ photo }) => photo?.id ?? [])
  }

  /** As they can be kept on the device. @returns {Kept[]} */
  const kept = () =>
    items.value.map(({ key, file, photo, uploadedAt, alt }) => ({
      key,
      file: toRaw(file),
      photo: photo && { ...photo },
      uploadedAt,
      alt,
    }))
  const keep = () => keepPictures(name, kept())

  function clear() {
    items.value.forEach(release)
    items.value = []
    return keepPictures(name, [])
  }

  return { items, room, add, drop, retry, describe, ids, kept, clear }
}

/** As it was before it was sent; under its old key the server would answer with what may be gone. */
export const again = () => ({ photo: undefined, key: newKey() })

/** @param {Item} one */
const isOld = ({ file, photo, uploadedAt = 0 }) =>
  file && photo && Date.now() - uploadedAt >= REMEMBERED

/** @param {Problem} problem */
export const photoProblem = (problem) => problem.violations[0]?.message ?? problem.detail ?? ''

/** What was wrong with one picture, as a fault of the form. @param {Problem} problem */
function refused(problem) {
  const { status, code, traceId } = problem
  const message = photoProblem(problem)
  return new Problem({
    status,
    code,
    traceId,
    detail: message,
    violations: [{ field: 'photoIds', code, message }],
  })
}

/** @param {Partial<Item>} known @returns {Item} */
function item({ key = newKey(), file, photo, uploadedAt, alt = '' }) {
  const preview = file ? URL.createObjectURL(file) : (photo?.thumbUrl ?? '')
  return { key, file, photo, uploadedAt, alt, preview, share: 0 }
}

/** @param {Item} one */
function release({ preview }) {
  if (preview.startsWith('blob:')) URL.revokeObjectURL(preview)
}
