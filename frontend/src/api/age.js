import { ref } from 'vue'

/** When the oldest of what is on screen was read, if it could not be read anew. */
export const readAt = ref(/** @type {string | undefined} */ (undefined))

/** The worker dates what it keeps; what comes from the server is not dated. @param {Headers} headers */
export function noteAge(headers) {
  const at = headers.get('X-Read-At')
  if (at && (!readAt.value || at < readAt.value)) readAt.value = at
}
