import { create } from '@/api'
import { upload } from '@/api/photos.js'
import { asProblem } from '@/api/problem.js'
import { drop, letters, look, put, REMEMBERED } from './outboxShelf.js'
import { keepPictures } from './pictureShelf.js'
import { PREFIX } from './useDraft.js'
import { again } from './usePhotos.js'

/** @typedef {import('./outboxShelf.js').Letter} Letter */

/** The network, the server or the session is not there, or an earlier try is still under way: it may do later. */
const LATER = [0, 401, 408, 409, 425, 429]
/** @param {number} status */
const mayDoLater = (status) => status >= 500 || LATER.includes(status)

/** Whether the server may have forgotten its key by now, so that it might be posted twice. @param {Letter} letter */
export const isStale = ({ at = 0 }) => Date.now() - at >= REMEMBERED
/** @param {Letter} letter */
export const isWaiting = (letter) => !letter.problem && !isStale(letter)

/** One tab at a time; where tabs know nothing of each other, the key still makes one deed of two. */
let busy = false
/** @param {() => Promise<void>} work */
async function alone(work) {
  if (busy) return
  busy = true
  try {
    if (!navigator.locks) await work()
    else
      await navigator.locks.request('hehuo:outbox', { ifAvailable: true }, (lock) => lock && work())
  } finally {
    busy = false
  }
}

/**
 * Sends what this person wrote.
 * @param {string} by
 * @param {(topic: Api.Topic) => void} sent
 */
export const deliver = (by, sent) =>
  alone(async () => {
    await look()
    for (const letter of letters.value.filter((one) => one.by === by && isWaiting(one))) {
      const problem = await send(letter, sent)
      if (!problem) continue
      if (mayDoLater(problem.status)) return
      await put({ ...letter, problem: told(problem) })
    }
  })

/** What of it can be kept. @param {import('@/api/problem.js').Problem} problem */
const told = ({ status, code, detail, violations, traceId }) => ({
  status,
  code,
  detail,
  violations,
  traceId,
})

/** @param {Letter} letter @param {(topic: Api.Topic) => void} sent */
async function send(letter, sent) {
  try {
    const topic = await post(letter).catch((thrown) => {
      if (!lostPictures(asProblem(thrown))) throw thrown
      letter.pictures.filter(({ file }) => file).forEach((one) => Object.assign(one, again()))
      return post(letter)
    })
    await drop(letter)
    sent(topic)
    return undefined
  } catch (thrown) {
    return asProblem(thrown)
  }
}

/** @param {Letter} letter */
async function post(letter) {
  const photoIds = []
  for (const picture of letter.pictures) photoIds.push(await hung(letter, picture))
  return create('/topics', withPhotos(letter.body, photoIds), undefined, letter.key)
}

/** @param {import('@/api/problem.js').Problem} problem */
const lostPictures = ({ violations }) =>
  violations.some(({ field, code }) => field === 'photoIds' && code === 'not_found')

/** @param {Api.Input<'/topics', 'post'>} body @param {string[]} photoIds */
export const withPhotos = (body, photoIds) => ({
  ...body,
  photoIds: photoIds.length ? photoIds : undefined,
})

/** @param {Letter} letter @param {import('./usePhotos.js').Kept} picture */
async function hung(letter, picture) {
  if (picture.photo) return picture.photo.id
  const photo = await upload(/** @type {Blob} */ (picture.file), picture.key, () => {})
  Object.assign(picture, { photo, uploadedAt: Date.now() })
  await put(letter)
  const alt = picture.alt.trim()
  // What it shows is not worth holding anything up.
  if (alt) await create('/photos/{id}/describe', { alt }, { id: photo.id }).catch(() => {})
  return photo.id
}

/**
 * Back into the form, to be changed there.
 * @param {Letter} letter
 * @returns {Promise<boolean>} whether the form was free for it
 */
export async function takeBack(letter) {
  const form = `${PREFIX}topic`
  const { title, body } = JSON.parse(localStorage.getItem(form) ?? '{}')
  if (title || body) return false
  localStorage.setItem(form, JSON.stringify(letter.draft))
  await keepPictures('topic', letter.pictures)
  await drop(letter)
  return true
}
