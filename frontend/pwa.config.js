import { VitePWA } from 'vite-plugin-pwa'

const DAY = 86400

/** What is read is kept under the time it was read at, so that the screen can say how old it is. */
const dated = {
  /** @param {{response: Response}} answer */
  cacheWillUpdate: async ({ response }) => {
    if (response.status !== 200) return null
    const headers = new Headers(response.headers)
    headers.set('X-Read-At', new Date().toISOString())
    return new Response(response.body, { status: 200, headers })
  },
}

/**
 * The worker keeps the shell and what was read. It never sees a login, a logout or a write; the screens empty both of
 * its caches of answers whenever the person changes (src/ui/kept.js).
 */
export const pwa = VitePWA({
  registerType: 'autoUpdate',
  injectRegister: false,
  manifest: {
    id: '/',
    name: '合伙：家门口的事，一起办',
    short_name: '合伙',
    description: '邻里的事，有人提，有人接，有人办，有结果。',
    lang: 'zh-CN',
    dir: 'ltr',
    start_url: '/',
    scope: '/',
    display: 'standalone',
    background_color: '#fbfaf6',
    theme_color: '#f3f0e8',
    categories: ['government', 'social'],
    icons: [
      { src: '/icons/192.png', sizes: '192x192', type: 'image/png' },
      { src: '/icons/512.png', sizes: '512x512', type: 'image/png' },
      { src: '/icons/maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    ],
    shortcuts: [
      { name: '说一件事', url: '/topics/new' },
      { name: '我的', url: '/me' },
    ],
  },
  includeManifestIcons: false,
  workbox: {
    globPatterns: ['**/*.{html,js,css,svg}'],
    // Without a network a map has no ground.
    globIgnores: ['**/TopicMap-*'],
    inlineWorkboxRuntime: true,
    skipWaiting: true,
    clientsClaim: true,
    cleanupOutdatedCaches: true,
    navigateFallback: '/index.html',
    // The machines' rooms and files are the server's; every other address is a screen.
    navigateFallbackDenylist: [/^\/(api|q|open311)(\/|$)/i, /\.[^/]*$/],
    runtimeCaching: [
      {
        urlPattern:
          // A stream has no end: it is no answer to keep.
          /\/api\/v1\/(?![^?]*\/(?:stream$|news(?:\?|$)))(topics|projects|stories|partners|programme|areas|categories|fields|claims|evaluations|me)(?=[/?]|$)/,
        handler: 'NetworkFirst',
        options: {
          cacheName: 'hehuo-answers',
          networkTimeoutSeconds: 10,
          expiration: { maxEntries: 300, maxAgeSeconds: 30 * DAY, purgeOnQuotaError: true },
          plugins: [dated],
        },
      },
      {
        urlPattern: /\/api\/v1\/photos\/[^/]+\/\w+$/,
        handler: 'CacheFirst',
        options: {
          cacheName: 'hehuo-photos',
          cacheableResponse: { statuses: [200] },
          expiration: { maxEntries: 60, maxAgeSeconds: 7 * DAY, purgeOnQuotaError: true },
        },
      },
    ],
  },
})
