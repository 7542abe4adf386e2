import { createI18n } from 'vue-i18n'
import { speak } from '@/api'
import { askAgain } from '@/ui/useOnce.js'

/** @typedef {'zh-CN' | 'en'} Language */

const REMEMBERED = 'hehuo:language'
/** Words of rooms that few enter come with the room. */
const chinese = import.meta.glob(
  [
    '/src/*/zh-CN.json',
    '!/src/{appeals,applications,audit,calendar,calls,capabilities,categories,claims,delivery,form,imports,inbox,matching,meetings,moderation,needs,people,reasons,steps,thread}/zh-CN.json',
  ],
  { eager: true, import: 'default' },
)

/** The words of `/src/topics/en.json` stand under `topics`. @param {Record<string, any>} files */
const byFolder = (files) =>
  Object.fromEntries(Object.entries(files).map(([path, words]) => [path.split('/')[2], words]))

export const i18n = createI18n({
  legacy: false,
  locale: 'zh-CN',
  fallbackLocale: 'zh-CN',
  messages: /** @type {any} */ ({ 'zh-CN': byFolder(chinese) }),
})

/**
 * A room that few enter, with its words.
 * @template T
 * @param {Promise<T>} page
 * @returns {Promise<T>}
 */
export async function withWords(page) {
  const { default: words } = await import('./rare.js')
  i18n.global.mergeLocaleMessage('zh-CN', byFolder(words))
  return page
}

/** @param {Language} language */
export async function useLanguage(language) {
  if (language === 'en' && !i18n.global.availableLocales.includes(/** @type {any} */ ('en'))) {
    const { default: english } = await import('./english.js')
    i18n.global.setLocaleMessage('en', byFolder(english))
  }
  const locale = /** @type {import('vue').Ref<string>} */ (i18n.global.locale)
  if (locale.value === language) return
  locale.value = language
  document.documentElement.lang = language
  localStorage.setItem(REMEMBERED, language)
  speak(language)
  askAgain()
}

/** The reader's choice, else the browser's first language that we speak. */
export function startLanguage() {
  const wished = localStorage.getItem(REMEMBERED) ?? navigator.language
  // Words that do not come must not keep the screen away.
  return useLanguage(wished.startsWith('en') ? 'en' : 'zh-CN').catch(() => undefined)
}
