// The first route has to reach a slow phone: scripts and styles are held to a fixed compressed size.
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'

const LIMITS = { js: 100 * 1024, css: 12 * 1024 }
const manifest = JSON.parse(readFileSync('dist/.vite/manifest.json', 'utf8'))
const files = new Set()

function collect(key) {
  const chunk = manifest[key]
  if (files.has(chunk.file)) return
  files.add(chunk.file)
  chunk.css?.forEach((file) => files.add(file))
  chunk.imports?.forEach(collect)
}

collect('index.html')

const size = (kind) =>
  [...files]
    .filter((file) => file.endsWith(`.${kind}`))
    .reduce((sum, file) => sum + gzipSync(readFileSync(`dist/${file}`), { level: 9 }).length, 0)

for (const [kind, limit] of Object.entries(LIMITS)) {
  const bytes = size(kind)
  console.log(`first route ${kind}: ${(bytes / 1024).toFixed(1)} of ${limit / 1024} KB compressed`)
  if (bytes > limit) process.exitCode = 1
}
