// Loads the packaged application on a database of growing size, beside pgbench with the same statements, and prints what came of it.
// TOPICS, ROUNDS, SECONDS and CASES (the beginning of a name) can be set for a shorter look.
import { mkdirSync, writeFileSync } from 'node:fs'
import { capture } from './capture.mjs'
import { cases as known, people } from './cases.mjs'
import { foreign, pgbench, residentMegabytes, script, sql, start, tokens, wrk } from './drive.mjs'
import { hall, paced, race, watchers } from './races.mjs'

const sizes = (process.env.TOPICS ?? '10000 200000 1000000').split(' ').map(Number)
const rounds = Number(process.env.ROUNDS ?? 3)
const seconds = Number(process.env.SECONDS ?? 5)
const folder = process.env.RESULTS ?? 'backend/bench/target'
const BUSY = 0.2
const MOST_TURNS = 6
const cases = (topics) => known(topics).filter(({ name }) => name.startsWith(process.env.CASES ?? ''))
mkdirSync(folder, { recursive: true })

const bearerOf = Object.fromEntries((await tokens(people)).map((token, i) => [people[i], token]))
const bearers = (a) => (a.bearer ?? []).map((name) => bearerOf[name])
const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]
const say = (line) => console.log(line)
const results = []

for (const topics of sizes) {
  const began = performance.now()
  await script('load.sql', '-v', `topics=${topics}`)
  say(`\n## ${topics.toLocaleString('en')} topics (loaded in ${Math.round((performance.now() - began) / 1000)} s)\n`)
  await measure(topics)
  report(topics)
}
await extremes()
writeFileSync(`${folder}/results.json`, JSON.stringify(results, null, 1))
if (results.some((r) => r.wrong > 0)) throw new Error('some answers were wrong: see the table')

async function measure(topics) {
  const all = cases(topics)
  for (const a of all) {
    let turn = 0
    const fresh = () => a.first + (a.step === 'one' ? 19990 - turn++ : a.step * Math.floor(Math.random() * a.count))
    a.statements = await capture(a, bearers(a)[0], fresh)
  }
  await warm(all.filter((a) => a.step !== 'one'))
  for (let round = 1; round <= rounds; round++) {
    for (const a of all) {
      const last = a.seconds ? Math.min(a.seconds, seconds) : seconds
      if (a.method) await script('reset.sql')
      const load = await foreign()
      const limit = await pgbench(`${folder}/statements.sql`, a.statements, a, last)
      if (a.step === 'one') await script('reset.sql')
      const seen = await wrk(a, last, bearers(a))
      const { name, statements, goal } = a
      results.push({ topics, name, goal, round, statements: statements.length, limit: limit.rate, ...seen, wrong: seen.wrong + limit.wrong, foreign: load, rss: residentMegabytes() })
    }
  }
}

/** Until the compiler has nothing left to do: as long as it works while nobody asks, what is measured is its haste. */
async function warm(all) {
  for (let turn = 1; turn <= MOST_TURNS; turn++) {
    for (const a of all) await wrk(a, seconds, bearers(a))
    if ((await foreign()) < BUSY) return
  }
}

function report(topics) {
  say('| per second | application (min–max) | pgbench | ratio | goal | p50 ms | p99 ms | max ms | statements | buffers | µs app | µs PG | bytes | wrong |')
  say('| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |')
  for (const { name } of cases(topics)) {
    const rows = results.filter((r) => r.topics === topics && r.name === name)
    const of = (key) => median(rows.map((r) => r[key]))
    const rates = rows.map((r) => Math.round(r.rate))
    const ratio = median(rows.map((r) => r.rate / r.limit))
    const busy = rows.some((r) => r.foreign > BUSY) ? ' (others worked)' : ''
    say(`| ${name} | ${Math.round(of('rate'))} (${Math.min(...rates)}–${Math.max(...rates)})${busy} | ${Math.round(of('limit'))} | ${ratio.toFixed(2)} | ${rows[0].goal ?? ''} | ${['p50', 'p99', 'max'].map((key) => of(key).toFixed(1)).join(' | ')} | ${rows[0].statements} | ${of('buffers').toFixed(0)} | ${of('application').toFixed(0)} | ${of('database').toFixed(0)} | ${of('bytes').toFixed(0)} | ${rows.reduce((sum, r) => sum + r.wrong, 0)} |`)
  }
  say(`\nMemory ${Math.round(residentMegabytes())} MB.`)
}

async function extremes() {
  say('\n## Growth, tails, races\n')
  const [small, large] = [sizes[0], sizes.at(-1)]
  const cost = (topics, name) => median(results.filter((r) => r.topics === topics && r.name === name).map((r) => r.application + r.database))
  for (const { name } of cases(large)) say(`- ${name}: µs of processor at ${large} topics ÷ at ${small}: ${(cost(large, name) / cost(small, name)).toFixed(2)}`)
  for (const a of cases(large).filter((c) => /^(topic|list of 20), bearer$/.test(c.name))) {
    const rate = median(results.filter((r) => r.topics === large && r.name === a.name).map((r) => r.rate)) / 2
    const { rate: kept, p50, p99, max, wrong } = await paced(a.path.replace('KEY', '0000777'), rate, seconds * 2, bearerOf.resident1)
    say(`- ${a.name} at half of capacity (${Math.round(kept)}/s, open loop): p50 ${p50.toFixed(1)}, p99 ${p99.toFixed(1)}, max ${max.toFixed(1)} ms, ${wrong} wrong`)
  }
  for (const claimants of [1, 500]) {
    await script('reset.sql')
    say(`- race: ${JSON.stringify(await race(claimants, bearerOf.partner2))}`)
  }
  for (const count of [1, 2000]) say(`- watchers: ${JSON.stringify(await watchers(count, 5, bearerOf.resident1))}`)
  for (const count of [1, 2000]) say(`- big screens: ${JSON.stringify(await hall(count, 20, bearerOf.partner1))}`)
  const starts = []
  for (let i = 0; i < 3; i++) starts.push(await start())
  say(`- first answer after start, database in place: ${median(starts).toFixed(2)} s (${starts.map((s) => s.toFixed(2)).join(', ')})`)
  say(`- memory: ${Math.round(residentMegabytes())} MB; database: ${await sql('-c', "select pg_size_pretty(pg_database_size('hehuo'))")}`)
}
