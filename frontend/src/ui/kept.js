/** Where the worker keeps what was read (pwa.config.js). */
const CACHES = ['hehuo-answers', 'hehuo-photos']
const READER = 'hehuo:reader'

/** Which topics were read, and when (topics/visits.js). */
export const VISITS = 'hehuo:visits'

/** A shared phone must not show the next person what the last one read. */
export async function forgetRead() {
  localStorage.removeItem(VISITS)
  // Only secure origins have it.
  if (globalThis.caches) await Promise.all(CACHES.map((name) => caches.delete(name)))
}

/** Whichever way somebody else came to be signed in. @param {string} id */
export async function readsAs(id) {
  const last = localStorage.getItem(READER)
  localStorage.setItem(READER, id)
  if (last && last !== id) await forgetRead()
}
