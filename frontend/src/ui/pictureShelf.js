import { clear, createStore, del, get, set } from 'idb-keyval'

/** @type {ReturnType<typeof createStore> | undefined} */
let opened
const shelf = () => (opened ??= createStore('hehuo', 'pictures'))

/**
 * Pictures of what is being written, kept on the device. A browser that keeps nothing keeps no pictures either.
 * @template T
 * @param {() => Promise<T>} work
 */
async function attempt(work) {
  try {
    return await work()
  } catch {
    return undefined
  }
}

/** @param {string} name @param {any[]} pictures */
export const keepPictures = (name, pictures) =>
  attempt(() => (pictures.length ? set(name, pictures, shelf()) : del(name, shelf())))

/** @param {string} name @returns {Promise<any[] | undefined>} */
export const recallPictures = (name) => attempt(() => get(name, shelf()))

/** A shared phone must not show the next person what the last one took. */
export const forgetPictures = () => attempt(() => clear(shelf()))
