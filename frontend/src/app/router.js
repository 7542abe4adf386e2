import { createRouter, createWebHistory, START_LOCATION } from 'vue-router'
// Most come by the front page, on slow phones: it is not one more thing to wait for. Nor is a page that is not there.
import FrontPage from '@/pages/FrontPage.vue'
import NotFoundPage from '@/pages/NotFoundPage.vue'
import { readAt } from '@/api/age.js'
import { withWords } from './i18n.js'
import { watchHistory } from '@/ui/history.js'
import { login, start, useSession } from '@/ui/session.js'

const signedIn = { signedIn: true }
const text = () => import('@/pages/TextPage.vue')

/** @type {import('vue-router').RouteRecordRaw[]} */
const routes = [
  { path: '/', component: FrontPage },
  { path: '/topics', component: () => import('@/pages/TopicsPage.vue') },
  { path: '/topics/new', component: () => withWords(import('@/pages/NewTopicPage.vue')) },
  { path: '/topics/:id', component: () => withWords(import('@/pages/TopicPage.vue')), props: true },
  { path: '/projects', component: () => import('@/pages/ProjectsPage.vue') },
  { path: '/needs', component: () => withWords(import('@/pages/NeedsPage.vue')) },
  { path: '/meetings', component: () => withWords(import('@/pages/MeetingsPage.vue')) },
  {
    path: '/meetings/new',
    component: () => withWords(import('@/pages/NewMeetingPage.vue')),
    meta: signedIn,
  },
  {
    path: '/meetings/:id',
    component: () => withWords(import('@/pages/MeetingPage.vue')),
    props: true,
  },
  {
    path: '/meetings/:id/rehearsal',
    component: () => withWords(import('@/pages/MeetingPage.vue')),
    props: ({ params }) => ({ ...params, rehearsal: true }),
    meta: signedIn,
  },
  {
    path: '/meetings/:id/edit',
    component: () => withWords(import('@/pages/EditMeetingPage.vue')),
    props: true,
    meta: signedIn,
  },
  {
    path: '/meetings/:id/minutes',
    component: () => withWords(import('@/pages/MinutesPage.vue')),
    props: true,
  },
  {
    path: '/meetings/:id/screen',
    component: () => withWords(import('@/pages/ScreenPage.vue')),
    props: true,
  },
  {
    path: '/projects/new',
    component: () => withWords(import('@/pages/NewProjectPage.vue')),
    meta: signedIn,
  },
  {
    path: '/projects/:id',
    component: () => withWords(import('@/pages/ProjectPage.vue')),
    props: true,
  },
  {
    path: '/projects/:id/edit',
    component: () => withWords(import('@/pages/EditProjectPage.vue')),
    props: true,
    meta: signedIn,
  },
  { path: '/partners', component: () => import('@/pages/PartnersPage.vue') },
  { path: '/partners/growth', component: () => import('@/pages/GrowthPage.vue') },
  {
    path: '/partners/:id/join',
    component: () => withWords(import('@/pages/AcceptPage.vue')),
    props: true,
  },
  { path: '/district/join', component: () => withWords(import('@/pages/AcceptPage.vue')) },
  {
    path: '/partners/:id',
    component: () => withWords(import('@/pages/PartnerPage.vue')),
    props: true,
  },
  { path: '/calls/:id', component: () => withWords(import('@/pages/CallPage.vue')), props: true },
  { path: '/join', component: () => withWords(import('@/pages/JoinPage.vue')) },
  {
    path: '/join/:id',
    component: () => withWords(import('@/pages/ApplicationPage.vue')),
    props: true,
    meta: signedIn,
  },
  { path: '/stories', component: () => import('@/pages/StoriesPage.vue') },
  { path: '/search', component: () => import('@/pages/SearchPage.vue') },
  { path: '/me', component: () => withWords(import('@/pages/MePage.vue')), meta: signedIn },
  { path: '/desk', component: () => withWords(import('@/pages/DeskPage.vue')), meta: signedIn },
  {
    path: '/appeals',
    component: () => withWords(import('@/pages/AppealsPage.vue')),
    meta: signedIn,
  },
  {
    path: '/reports',
    component: () => withWords(import('@/pages/ReportsPage.vue')),
    meta: signedIn,
  },
  { path: '/moderation', component: () => withWords(import('@/pages/ModerationPage.vue')) },
  { path: '/work', component: () => withWords(import('@/pages/WorkPage.vue')), meta: signedIn },
  {
    path: '/district',
    component: () => withWords(import('@/pages/DistrictPage.vue')),
    meta: signedIn,
  },
  {
    path: '/district/calls/new',
    component: () => withWords(import('@/pages/EditCallPage.vue')),
    meta: signedIn,
  },
  {
    path: '/district/calls/:id',
    component: () => withWords(import('@/pages/EditCallPage.vue')),
    props: true,
    meta: signedIn,
  },
  {
    path: '/district/import',
    component: () => withWords(import('@/pages/ImportsPage.vue')),
    meta: signedIn,
  },
  {
    path: '/district/import/:id',
    component: () => withWords(import('@/pages/ImportPage.vue')),
    props: true,
    meta: signedIn,
  },
  {
    path: '/district/audit',
    component: () => withWords(import('@/pages/AuditPage.vue')),
    meta: signedIn,
  },
  {
    path: '/district/people/:id',
    component: () => withWords(import('@/pages/PersonPage.vue')),
    props: true,
    meta: signedIn,
  },
  {
    path: '/confirm-email',
    component: () => withWords(import('@/pages/MailLinkPage.vue')),
    props: { deed: 'confirm' },
  },
  {
    path: '/unsubscribe',
    component: () => withWords(import('@/pages/MailLinkPage.vue')),
    props: { deed: 'unsubscribe' },
  },
  { path: '/about', component: text, props: { name: 'about', parts: 4 } },
  { path: '/help', component: text, props: { name: 'help', parts: 5 } },
  { path: '/accessibility', component: text, props: { name: 'accessibility', parts: 3 } },
  { path: '/:missing(.*)*', component: NotFoundPage },
]

export const router = createRouter({
  history: createWebHistory(),
  routes,
  scrollBehavior: (to, from, saved) => {
    if (saved) return saved
    if (to.hash) return { el: to.hash }
    // A filter changes the address, not the place; the first screen is at its top.
    return to.path === from.path || from === START_LOCATION ? false : { top: 0 }
  },
})

const { me, refresh } = useSession()
const asked = start()

router.beforeEach(async (to) => {
  if (!to.meta.signedIn) return true
  await asked
  if (!me.value) await refresh()
  if (me.value) return true
  login(to.fullPath)
  return false
})

// What the next screen shows has an age of its own.
router.beforeEach((to, from) => {
  if (to.path !== from.path) readAt.value = undefined
})

// The same thing under every filter is one page to those who search.
router.afterEach(({ path }) => {
  document.querySelector('link[rel=canonical]')?.setAttribute('href', location.origin + path)
})

// The frame is painted before the first screen is drawn into it.
router.beforeResolve((to, from) =>
  from === START_LOCATION ? new Promise((resolve) => setTimeout(resolve)) : undefined,
)

watchHistory(router)
