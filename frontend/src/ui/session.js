import { computed, ref } from 'vue'
import { logout as end, read } from '@/api'
import { asProblem } from '@/api/problem.js'
import { forgetDrafts } from './useDraft.js'

const me = /** @type {import('vue').Ref<Api.Me | undefined>} */ (ref())
const etag = /** @type {import('vue').Ref<string | undefined>} */ (ref())
const known = ref(false)

/** Whether somebody signed in on this device: a stranger's first page need not ask who it is. */
const HINT = 'hehuo:signed-in'
const mayBeSignedIn = () => localStorage.getItem(HINT) !== null

/** Asks who is here. Being nobody is an answer, not an error. */
async function refresh() {
  try {
    const answer = await read('/me')
    me.value = answer.data
    etag.value = answer.etag
    localStorage.setItem(HINT, 'yes')
  } catch (thrown) {
    if (asProblem(thrown).status !== 401) return
    me.value = undefined
    localStorage.removeItem(HINT)
  } finally {
    known.value = true
  }
}

/** @param {string} [returnTo] a path of ours */
export function login(returnTo = location.pathname + location.search) {
  localStorage.setItem(HINT, 'yes')
  location.assign(`/api/login?returnTo=${encodeURIComponent(returnTo)}`)
}

async function logout() {
  const { redirectTo } = await end()
  forgetDrafts()
  localStorage.removeItem(HINT)
  location.assign(redirectTo ?? '/')
}

const partners = computed(() => me.value?.memberships.map(({ partner }) => partner) ?? [])
const isStaff = computed(() => Boolean(me.value?.areas.length || me.value?.roles.includes('staff')))
const isAdmin = computed(() => Boolean(me.value?.roles.includes('admin')))

/** @param {string} areaCode whether the caller answers for that place; a code begins with those above it */
function serves(areaCode) {
  return Boolean(me.value?.areas.some(({ code }) => areaCode.startsWith(code)))
}

/** The same as asking, for whoever was never here. */
export function start() {
  if (mayBeSignedIn()) return refresh()
  known.value = true
  askOnTouch()
  return Promise.resolve()
}

const ASKED = 'hehuo:asked'
const TOUCHES = ['pointerdown', 'keydown']

/** Signing in leaves no trace that a script may read: a stranger is asked about once a visit, at the first touch. */
function askOnTouch() {
  if (sessionStorage.getItem(ASKED)) return
  const ask = () => {
    TOUCHES.forEach((touch) => removeEventListener(touch, ask))
    sessionStorage.setItem(ASKED, 'yes')
    refresh()
  }
  TOUCHES.forEach((touch) => addEventListener(touch, ask, { passive: true }))
}

export function useSession() {
  return { me, etag, known, partners, isStaff, isAdmin, serves, refresh, login, logout }
}
