import { createApp } from 'vue'
import App from './app/App.vue'
import { i18n, startLanguage } from './app/i18n.js'
import { router } from './app/router.js'
import { startWorker } from './app/worker.js'
import './ui/tokens.css'
import './ui/base.css'

await startLanguage()
createApp(App).use(i18n).use(router).mount('#app')
startWorker(router)
