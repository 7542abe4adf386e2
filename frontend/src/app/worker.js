/**
 * Keeps the shell for when there is no network. A new edition is taken up when the reader next goes somewhere, never under
 * what they are writing.
 * @param {import('vue-router').Router} router
 */
export function startWorker(router) {
  const { serviceWorker } = navigator
  if (!import.meta.env.PROD || !serviceWorker) return

  let renewed = false
  let ruled = Boolean(serviceWorker.controller)
  serviceWorker.addEventListener('controllerchange', () => {
    renewed = ruled
    ruled = true
  })
  router.beforeEach((to, from) => {
    if (!renewed || to.path === from.path) return true
    location.assign(to.fullPath)
    return false
  })

  // Not before the screen is there: on a slow line it would wait for what is kept for later.
  const register = () => serviceWorker.register('/sw.js').catch(() => {})
  if (document.readyState === 'complete') register()
  else addEventListener('load', register, { once: true })
  document.addEventListener('visibilitychange', async () => {
    if (document.visibilityState === 'hidden' || !navigator.onLine) return
    const registration = await serviceWorker.getRegistration()
    // What did not come the first time is asked for again.
    if (registration) registration.update().catch(() => {})
    else register()
  })
}
