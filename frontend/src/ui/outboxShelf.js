import { clear, createStore, del, set, values } from 'idb-keyval'
import { shallowRef } from 'vue'

/** The server remembers a key, and keeps a picture that hangs nowhere, for seven days: a day less, so that nothing is late. */
export const REMEMBERED = 6 * 86_400_000

/**
 * Something written that is sent when it can be.
 * @typedef {object} Letter
 * @property {string} key names its one deed, however often it is sent
 * @property {number} [at] since when it waits
 * @property {string} by who wrote it; nobody else sends it
 * @property {Api.Input<'/topics', 'post'>} body
 * @property {Record<string, any>} draft as it stood in the form
 * @property {import('./usePhotos.js').Kept[]} pictures
 * @property {Partial<Api.ProblemBody> & {status: number}} [problem] why it will not be taken
 */

/** @type {ReturnType<typeof createStore> | undefined} */
let opened
const shelf = () => (opened ??= createStore('hehuo-outbox', 'letters'))

/** What waits on this device. */
export const letters = shallowRef(/** @type {Letter[]} */ ([]))

export async function look() {
  // A browser that keeps nothing has nothing waiting.
  letters.value = await values(shelf()).catch(() => [])
}

/** @param {Letter} letter */
export async function put(letter) {
  await set(letter.key, letter, shelf())
  await look()
}

/** @param {Letter} letter */
export async function drop({ key }) {
  await del(key, shelf())
  await look()
}

/** A shared phone must not send for the next person what the last one wrote. */
export async function forgetLetters() {
  await clear(shelf()).catch(() => {})
  letters.value = []
}
