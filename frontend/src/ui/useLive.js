import { onScopeDispose, ref, watch } from 'vue'

const FIRST_WAIT = 2_000
const LONGEST_WAIT = 60_000
/** A line that comes back at once was not worth a word. */
const UNNOTICED = 4_000

/**
 * Server-sent events while the screen is looked at: a browser has few lines to one server, and a hidden tab needs none.
 * @param {() => string | undefined} path below the API; undefined while there is nothing to listen to
 * @param {Record<string, (data: any) => void>} heard by the event's name; `again` when something may have been missed
 */
export function useLive(path, heard) {
  const status = ref(/** @type {'off' | 'live' | 'lost'} */ ('off'))
  /** @type {EventSource | undefined} */
  let line
  let wait = FIRST_WAIT
  let missed = false
  let retry = 0
  let notice = 0

  function quiet() {
    clearTimeout(notice)
    notice = 0
  }

  function hangUp() {
    clearTimeout(retry)
    quiet()
    line?.close()
    line = undefined
  }

  function lost() {
    // A browser that tries again and again fails again and again.
    notice ||= window.setTimeout(() => (status.value = 'lost'), UNNOTICED)
    // The browser itself takes up a line that ended, but not one that was refused.
    if (line?.readyState !== EventSource.CLOSED) return
    missed = true
    retry = window.setTimeout(listen, wait)
    wait = Math.min(wait * 2, LONGEST_WAIT)
  }

  function listen() {
    hangUp()
    const to = path()
    if (!to || document.hidden || typeof EventSource === 'undefined') {
      status.value = 'off'
      missed = Boolean(to)
      return
    }
    line = new EventSource(`/api/v1${to}`)
    line.onopen = () => {
      quiet()
      status.value = 'live'
      wait = FIRST_WAIT
      if (missed) heard.again?.(undefined)
      missed = false
    }
    line.onerror = lost
    for (const [name, hear] of Object.entries(heard)) {
      line.addEventListener(name, ({ data }) => hear(JSON.parse(data)))
    }
  }

  watch(path, listen, { immediate: true })
  document.addEventListener('visibilitychange', listen)
  onScopeDispose(() => {
    document.removeEventListener('visibilitychange', listen)
    hangUp()
  })
  return { status }
}
