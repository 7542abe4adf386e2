import { cleanup } from '@testing-library/vue'
import { afterEach, beforeEach, vi } from 'vitest'

// jsdom has no native dialogs and no media.
HTMLDialogElement.prototype.showModal = function showModal() {
  this.open = true
}
HTMLDialogElement.prototype.close = function close() {
  this.open = false
  this.dispatchEvent(new Event('close'))
}
globalThis.matchMedia = /** @type {any} */ (
  () => Object.assign(new EventTarget(), { matches: true })
)
globalThis.scrollTo = () => {}

beforeEach(() => {
  localStorage.clear()
  sessionStorage.clear()
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})
