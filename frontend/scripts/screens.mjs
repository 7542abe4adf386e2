// What the server puts into the page for a public screen: which files it needs besides those of the page, so that a slow phone
// fetches them with it and not one after another, and its first words, to be read while they are on their way.
import { readFileSync, writeFileSync } from 'node:fs'

const SCREENS = {
  '/topics': 'TopicsPage',
  '/topics/:id': 'TopicPage',
  '/projects': 'ProjectsPage',
  '/projects/:id': 'ProjectPage',
  '/partners': 'PartnersPage',
  '/partners/:id': 'PartnerPage',
  '/calls/:id': 'CallPage',
  '/join': 'JoinPage',
  '/stories': 'StoriesPage',
  '/search': 'SearchPage',
}
/** The words at the top of a screen, by their keys. */
const FIRST = {
  '/': ['pages.front.slogan', 'pages.front.lead'],
  '/topics': ['topics.title', 'topics.lead'],
  '/projects': ['projects.title', 'projects.lead'],
  '/partners': ['partners.title', 'partners.lead'],
  '/stories': ['pages.stories.title', 'pages.stories.lead'],
}
const manifest = JSON.parse(readFileSync('dist/.vite/manifest.json', 'utf8'))

function files(key, found = new Set()) {
  const { file, css = [], imports = [] } = manifest[key]
  if (found.has(file)) return found
  found.add(file)
  css.forEach((sheet) => found.add(sheet))
  imports.forEach((inner) => files(inner, found))
  return found
}

const page = files('index.html')
const link = (file) =>
  file.endsWith('.css')
    ? `<link rel="preload" as="style" crossorigin href="/${file}">`
    : `<link rel="modulepreload" crossorigin href="/${file}">`
const links = (name) =>
  [...files(`src/pages/${name}.vue`)].filter((file) => !page.has(file)).map(link)

function first(language, screen) {
  if (!FIRST[screen]) return ''
  const [top, lead] = FIRST[screen].map((key) => {
    const [folder, ...names] = key.split('.')
    const words = JSON.parse(readFileSync(`src/${folder}/${language}.json`, 'utf8'))
    return names.reduce((within, name) => within[name], words)
  })
  const title = screen === '/' ? `<p class="hello">${top}</p>` : `<h1>${top}</h1>`
  // On these a button takes a part of the line.
  const beside = screen === '/topics' || screen === '/projects' ? ' class="beside"' : ''
  return `<div id="first" lang="${language}"${beside}>${title}<p>${lead}</p></div>`
}

const screens = [...new Set(['/', ...Object.keys(SCREENS)])].map((screen) => [
  screen,
  {
    links: screen in SCREENS ? links(SCREENS[screen]).join('') : '',
    zh_cn: first('zh-CN', screen),
    en: first('en', screen),
  },
])
writeFileSync('dist/screens.json', JSON.stringify(Object.fromEntries(screens), null, 1))
