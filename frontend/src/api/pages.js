/**
 * Lists as they stood, so that "back" returns to where one was. Any change empties it: nothing remembered is true then.
 * @type {Map<string, {items: any[], nextCursor: string | undefined}>}
 */
const remembered = new Map()

/** @param {string} key */
export const recallPage = (key) => remembered.get(key)

/** @param {string} key @param {{items: any[], nextCursor: string | undefined}} page */
export function rememberPage(key, page) {
  remembered.set(key, page)
}

export function clearPages() {
  remembered.clear()
}
