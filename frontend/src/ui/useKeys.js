import { onScopeDispose, ref, watch } from 'vue'

const OFF = 'hehuo:keys-off'
/** Who speaks to the device, or hits keys by accident, does without. Remembered on the device. */
export const keysOff = ref(localStorage.getItem(OFF) === 'yes')
watch(keysOff, (off) => (off ? localStorage.setItem(OFF, 'yes') : localStorage.removeItem(OFF)))

/**
 * Single keys as shortcuts, while nobody is typing and no dialog is open.
 * @param {Record<string, () => unknown>} keys
 */
export function useKeys(keys) {
  /** @param {KeyboardEvent} event */
  function press(event) {
    const target = /** @type {HTMLElement} */ (event.target)
    if (
      keysOff.value ||
      event.defaultPrevented ||
      document.querySelector('dialog[open]') ||
      event.ctrlKey ||
      event.metaKey ||
      event.altKey ||
      target.closest('input:not([type=checkbox]), textarea, select, dialog')
    )
      return
    const take = keys[event.key]
    if (!take) return
    event.preventDefault()
    take()
  }
  addEventListener('keydown', press)
  onScopeDispose(() => removeEventListener('keydown', press))
}
