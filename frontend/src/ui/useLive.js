import { onScopeDispose, ref, watch } from 'vue'

const FIRST_WAIT = 2_000
const LONGEST_WAIT = 20_000
/** The server says every 20 s that it is here; a line that is silent for longer is dead, though nobody said so. */
const LONGEST_SILENCE = 45_000
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
  let silence = 0

  function quiet() {
    clearTimeout(notice)
    notice = 0
  }

  function listenOn() {
    clearTimeout(silence)
    silence = window.setTimeout(() => {
      status.value = 'lost'
      missed = true
      listen()
    }, LONGEST_SILENCE)
  }

  function hangUp() {
    clearTimeout(retry)
    clearTimeout(silence)
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
    // All lose their line at once when a server goes; they do not come back at once.
    retry = window.setTimeout(listen, wait * (0.5 + Math.random()))
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
    listenOn()
    line.addEventListener('here', listenOn)
    line.onopen = () => {
      quiet()
      listenOn()
      status.value = 'live'
      wait = FIRST_WAIT
      if (missed) heard.again?.(undefined)
      missed = false
    }
    line.onerror = lost
    for (const [name, hear] of Object.entries(heard)) {
      line.addEventListener(name, ({ data }) => {
        listenOn()
        hear(JSON.parse(data))
      })
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
