let back = false
let screens = 0

/** Whether the present screen was reached by the browser's back or forward. */
export const cameBack = () => back

/** Whether nothing was on screen before this one. */
export const firstScreen = () => screens < 2

/** What the server wrote into the page to be read until the screen is there. */
export const forgetFirstWords = () => document.querySelector('#first')?.remove()

/** @param {import('vue-router').Router} router */
export function watchHistory(router) {
  let popped = false
  addEventListener('popstate', () => (popped = true))
  router.beforeResolve(() => {
    back = popped
    popped = false
    screens++
  })
}
