import { computed, ref } from 'vue'

/** @typedef {'light' | 'dark'} Theme */

/** Sizes of the text in pixels, from large to largest. */
export const SIZES = ['20', '24', '30']
const PREFIX = 'hehuo:'
const root = document.documentElement

/**
 * A choice that is kept on the device and stands at the root, where `public/early.js` puts it before the first paint.
 * @param {'theme' | 'elderly'} name
 */
function choice(name) {
  const value = ref(root.dataset[name])
  return computed({
    get: () => value.value,
    set(next) {
      value.value = next
      if (next) {
        root.dataset[name] = next
        localStorage.setItem(PREFIX + name, next)
      } else {
        delete root.dataset[name]
        localStorage.removeItem(PREFIX + name)
      }
    },
  })
}

/** The size of the text in elderly mode; undefined in the plain one. */
export const elderly = choice('elderly')
const chosen = choice('theme')

const dark = matchMedia('(prefers-color-scheme: dark)')
const preferred = ref(/** @type {Theme} */ (dark.matches ? 'dark' : 'light'))
dark.addEventListener('change', () => (preferred.value = dark.matches ? 'dark' : 'light'))

export const theme = computed(() => /** @type {Theme} */ (chosen.value ?? preferred.value))

/** The other of the two. Who comes back to what the device prefers follows it again. */
export function turnTheme() {
  const next = theme.value === 'dark' ? 'light' : 'dark'
  chosen.value = next === preferred.value ? undefined : next
}

export function turnElderly() {
  elderly.value = elderly.value ? undefined : SIZES[0]
}

/** From the largest on to the smallest again. */
export function turnSize() {
  elderly.value = SIZES[(SIZES.indexOf(elderly.value ?? '') + 1) % SIZES.length]
}
