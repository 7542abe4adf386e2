import { reactive, watch } from 'vue'

export const PREFIX = 'hehuo:draft:'

/**
 * What somebody is writing, kept on the device until the server has confirmed it. Of something that others change, too, only what
 * was changed here is kept: their changes are not undone by a draft of the day before.
 * @template {Record<string, any>} T
 * @param {string} name
 * @param {T} empty
 */
export function useDraft(name, empty) {
  const key = PREFIX + name
  const blank = JSON.stringify(empty)
  const before = JSON.parse(blank)
  const draft = /** @type {T} */ (reactive({ ...JSON.parse(blank), ...stored(key) }))
  const restored = JSON.stringify(draft) !== blank

  const stop = watch(
    draft,
    (now) => {
      const changed = Object.entries(now).filter(
        ([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name]),
      )
      if (changed.length) localStorage.setItem(key, JSON.stringify(Object.fromEntries(changed)))
      else localStorage.removeItem(key)
    },
    { deep: true, flush: 'sync' },
  )

  function clear() {
    Object.assign(draft, JSON.parse(blank))
    localStorage.removeItem(key)
  }
  return { draft, restored, clear, stop }
}

/** @param {string} key */
function stored(key) {
  try {
    return JSON.parse(localStorage.getItem(key) ?? '{}')
  } catch {
    return {}
  }
}

/** A shared phone must not show the next person what the last one wrote. */
export function forgetDrafts() {
  Object.keys(localStorage)
    .filter((key) => key.startsWith(PREFIX))
    .forEach((key) => localStorage.removeItem(key))
}
