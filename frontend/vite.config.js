import { fileURLToPath, URL } from 'node:url'
import VueI18nPlugin from '@intlify/unplugin-vue-i18n/vite'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'

const backend = process.env.HEHUO_BACKEND ?? 'http://127.0.0.1:8080'
const messages = fileURLToPath(new URL('./src/*/{zh-CN,en}.json', import.meta.url))

export default defineConfig({
  plugins: [
    vue(),
    VueI18nPlugin({ include: [messages], fullInstall: false, dropMessageCompiler: true }),
  ],
  define: { __VUE_OPTIONS_API__: false, __VUE_I18N_LEGACY_API__: false },
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  server: { proxy: { '/api': backend } },
  build: {
    target: ['chrome107', 'safari15.4', 'firefox104'],
    manifest: true,
    // The content security policy allows no data: scripts, styles or pictures.
    assetsInlineLimit: 0,
  },
  test: { environment: 'jsdom', setupFiles: ['test/setup.js'], include: ['src/**/*.test.js'] },
})
