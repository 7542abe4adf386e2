// Both languages say the same things, every key that the code uses exists, and none is left over.
import { existsSync, readdirSync, readFileSync } from 'node:fs'

const flatten = (value, path) =>
  typeof value === 'object'
    ? Object.entries(value).flatMap(([key, inner]) => flatten(inner, `${path}.${key}`))
    : [path]

function keys(language) {
  const folders = readdirSync('src').filter((folder) =>
    existsSync(`src/${folder}/${language}.json`),
  )
  return new Set(
    folders.flatMap((folder) =>
      flatten(JSON.parse(readFileSync(`src/${folder}/${language}.json`, 'utf8')), folder),
    ),
  )
}

const sources = readdirSync('src', { recursive: true })
  .filter((file) => /\.(vue|js)$/.test(file))
  .map((file) => readFileSync(`src/${file}`, 'utf8'))
  .join('\n')

const chinese = keys('zh-CN')
const english = keys('en')
const literal = new Set([...sources.matchAll(/['"`]([a-z]+(?:\.[\w-]+)+)['"`]/g)].map((m) => m[1]))
const called = new Set([...sources.matchAll(/\bt\(\s*['"]([^'"]+)['"]/g)].map((m) => m[1]))
// A key made at run time, such as t(`topics.state.${state}`), uses everything below its fixed part.
const prefixes = [...sources.matchAll(/`([a-z]+(?:\.[\w-]+)*\.)\$\{/g)].map((m) => m[1])

const faults = [
  ...[...chinese].filter((key) => !english.has(key)).map((key) => `only in zh-CN: ${key}`),
  ...[...english].filter((key) => !chinese.has(key)).map((key) => `only in en: ${key}`),
  ...[...called].filter((key) => !chinese.has(key)).map((key) => `used but missing: ${key}`),
  ...[...chinese]
    .filter((key) => !literal.has(key) && !prefixes.some((prefix) => key.startsWith(prefix)))
    .map((key) => `never used: ${key}`),
]

faults.forEach((fault) => console.error(fault))
process.exitCode = faults.length ? 1 : 0
