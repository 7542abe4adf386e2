import { fileURLToPath, URL } from 'node:url'
import VueI18nPlugin from '@intlify/unplugin-vue-i18n/vite'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'
import { pwa } from './pwa.config.js'

const backend = process.env.HEHUO_BACKEND ?? 'http://127.0.0.1:8080'
const messages = fileURLToPath(new URL('./src/*/{zh-CN,en}.json', import.meta.url))

/** vue-i18n asks for one part of Vue by a computed name, so that all of Vue would be shipped. */
const shakeVue = {
  name: 'shake-vue',
  transform: {
    filter: { id: /vue-i18n\.runtime\.mjs$/ },
    /** @param {string} code */
    handler: (code) => code.replace(/if \(key in Vue\) \{.*?\}\s*else \{(.*?)\}/s, '$1'),
  },
}

export default defineConfig({
  plugins: [
    vue(),
    shakeVue,
    VueI18nPlugin({ include: [messages], fullInstall: false, dropMessageCompiler: true }),
    pwa,
  ],
  define: {
    __VUE_OPTIONS_API__: false,
    __VUE_I18N_LEGACY_API__: false,
    __INTLIFY_PROD_DEVTOOLS__: false,
  },
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  server: { proxy: { '/api': backend } },
  build: {
    target: ['chrome107', 'safari15.4', 'firefox104'],
    manifest: true,
    // The content security policy allows no data: scripts, styles or pictures.
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        // Few files: each costs a slow phone a request, and what is packed together packs better.
        codeSplitting: {
          groups: [
            { name: 'vue', test: /node_modules\/(?!@lucide|leaflet)/ },
            { name: 'kit', test: /\/src\/(ui|api|app)\/|@lucide/, minShareCount: 3 },
            // What the front page shares with another screen comes in one file, not in seven.
            {
              name: 'front',
              test: /\/src\/(search|notifications)\/|Card\.vue|preload-helper/,
              minShareCount: 2,
            },
          ],
        },
      },
    },
  },
  test: { environment: 'jsdom', setupFiles: ['test/setup.js'], include: ['src/**/*.test.js'] },
})
