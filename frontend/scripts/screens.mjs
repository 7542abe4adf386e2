// Which files each public screen needs besides those of the page: the server names them in the page, so that a slow phone fetches
// them with it and not one after another.
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

const screens = Object.entries(SCREENS).map(([screen, name]) => [screen, links(name).join('')])
writeFileSync('dist/screens.json', JSON.stringify(Object.fromEntries(screens), null, 1))
