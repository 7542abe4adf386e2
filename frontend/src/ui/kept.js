/** Where the worker keeps what was read (pwa.config.js). */
const CACHES = ['hehuo-answers', 'hehuo-photos']

/** A shared phone must not show the next person what the last one read. */
export async function forgetRead() {
  // Only secure origins have it.
  if (globalThis.caches) await Promise.all(CACHES.map((name) => caches.delete(name)))
}
