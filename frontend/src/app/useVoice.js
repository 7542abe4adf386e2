import { computed, onScopeDispose, ref, shallowRef } from 'vue'

/** What is not read: what one does with a page rather than what it says. */
const SILENT = 'nav, form, button, select, dialog, .hidden-visually, .skeleton'
const BLOCKS = 'h1, h2, h3, p, li, dt, dd, div, .badge'
const SENTENCES = /[^。！？；.!?;]+[。！？；.!?;]*/g

/** The page's main text, in pieces short enough that no voice breaks off. @param {Element} main */
export function piecesOf(main) {
  /** @type {string[]} */
  const texts = []
  /** @type {Element | null | undefined} */
  let last
  const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const { data, parentElement } = /** @type {Text} */ (walker.currentNode)
    if (!data.trim() || parentElement?.closest(SILENT)) continue
    const block = parentElement?.closest(BLOCKS)
    if (block === last) texts.push((texts.pop() ?? '') + data)
    else texts.push(data)
    last = block
  }
  return texts.flatMap((text) => text.match(SENTENCES) ?? []).map((piece) => piece.trim())
}

/**
 * The browser's own voice. Who has none for the language is offered none.
 * @param {() => string} language
 */
export function useVoice(language) {
  const speech = globalThis.speechSynthesis
  const voices = shallowRef(/** @type {SpeechSynthesisVoice[]} */ ([]))
  const voice = computed(() =>
    voices.value.find(({ lang }) => lang.slice(0, 2) === language().slice(0, 2)),
  )
  const able = computed(() => Boolean(voice.value))
  const state = ref(/** @type {'still' | 'speaking' | 'paused'} */ ('still'))
  // A browser forgets what nobody holds, and then never says that it has ended.
  let queue = /** @type {SpeechSynthesisUtterance[]} */ ([])

  const look = () => (voices.value = speech?.getVoices() ?? [])
  look()
  speech?.addEventListener?.('voiceschanged', look)

  function read() {
    speech.cancel()
    const main = document.querySelector('main')
    queue = main ? piecesOf(main).map(say) : []
    const last = queue.at(-1)
    if (!last) return
    last.onend = () => (state.value = 'still')
    state.value = 'speaking'
    queue.forEach((one) => speech.speak(one))
  }

  /** @param {string} text */
  function say(text) {
    const utterance = new SpeechSynthesisUtterance(text)
    utterance.lang = language()
    utterance.voice = voice.value ?? null
    utterance.rate = 0.9
    return utterance
  }

  function pause() {
    speech.pause()
    state.value = 'paused'
  }
  function goOn() {
    speech.resume()
    state.value = 'speaking'
  }
  function stop() {
    // What is paused would stay so for whatever is read next.
    speech?.resume()
    speech?.cancel()
    queue = []
    state.value = 'still'
  }

  onScopeDispose(() => {
    speech?.removeEventListener?.('voiceschanged', look)
    stop()
  })
  return { able, state, read, pause, goOn, stop }
}
