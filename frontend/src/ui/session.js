import { computed, ref } from 'vue'
import { logout as end, read } from '@/api'
import { asProblem } from '@/api/problem.js'
import { forgetRead, readsAs } from './kept.js'
import { forgetLetters } from './outboxShelf.js'
import { forgetPictures } from './pictureShelf.js'
import { toast } from './toast.js'
import { forgetDrafts } from './useDraft.js'

const me = /** @type {import('vue').Ref<Api.Me | undefined>} */ (ref())
const etag = /** @type {import('vue').Ref<string | undefined>} */ (ref())
const known = ref(false)
const ACTING = 'hehuo:acting'
const chosen = ref(localStorage.getItem(ACTING) ?? '')

/** Signing in leaves this mark, which is no secret: a stranger's page need not ask who it is. */
const MARK = 'hehuo-signed-in'
const mayBeSignedIn = () => document.cookie.split('; ').includes(`${MARK}=yes`)
const forgetMark = () => {
  document.cookie = `${MARK}=; Max-Age=0; Path=/; SameSite=Lax`
}

/** Asks who is here. Being nobody is an answer, not an error. */
async function refresh() {
  try {
    const answer = await read('/me')
    await readsAs(answer.data.id)
    me.value = answer.data
    etag.value = answer.etag
  } catch (thrown) {
    const { status, code, detail } = asProblem(thrown)
    if (code === 'person.disabled') await turnedAway(detail)
    else if (status !== 401) return
    me.value = undefined
    forgetMark()
    await forgetRead()
  } finally {
    known.value = true
  }
}

/** Whoever is shut out could not even read: they are told, and go on as a stranger. @param {string} [why] */
async function turnedAway(why) {
  await end().catch(() => undefined)
  toast(why ?? '', true)
}

/** @param {string} [returnTo] a path of ours */
export async function login(returnTo = location.pathname + location.search) {
  // Without a network one would lose the page to the browser's own; that there is none is said above.
  if (!navigator.onLine) return
  await forgetRead()
  location.assign(`/api/login?returnTo=${encodeURIComponent(returnTo)}`)
}

async function logout() {
  const { redirectTo } = await end()
  forgetDrafts()
  await forgetPictures()
  await forgetLetters()
  await forgetRead()
  forgetMark()
  localStorage.removeItem(ACTING)
  location.assign(redirectTo ?? '/')
}

const partners = computed(() => me.value?.memberships.map(({ partner }) => partner) ?? [])
/** For which of their partners somebody acts: the first, until another is chosen. */
const acting = computed({
  get: () =>
    partners.value.find(({ id }) => id === chosen.value)?.id ?? partners.value[0]?.id ?? '',
  set: (id) => {
    chosen.value = id
    localStorage.setItem(ACTING, id)
  },
})
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
  return Promise.resolve()
}

export function useSession() {
  return { me, etag, known, partners, acting, isStaff, isAdmin, serves, refresh, login, logout }
}
