import { onScopeDispose } from 'vue'

/**
 * Single keys as shortcuts, while nobody is typing and no dialog is open.
 * @param {Record<string, () => void>} keys
 */
export function useKeys(keys) {
  /** @param {KeyboardEvent} event */
  function press(event) {
    const target = /** @type {HTMLElement} */ (event.target)
    if (
      event.ctrlKey ||
      event.metaKey ||
      event.altKey ||
      target.closest('input, textarea, select, dialog')
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
