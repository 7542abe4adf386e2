// Learns from PostgreSQL's log which statements one request makes, so that pgbench runs those and no others.
import { readFileSync, statSync } from 'node:fs'
import { ask, sql } from './drive.mjs'

const LOG = `${process.env.DATA}/postgresql.log`
const MARK = 'bench-mark'

/** Statements of one request as pgbench takes them, with the key drawn anew each time. */
export async function capture(a, bearer, fresh) {
  let earlier
  for (let attempt = 0; attempt < 10; attempt++) {
    const key = String(fresh()).padStart(7, '0')
    const seen = await trace(a, key, bearer)
    // What works in the background shows as a difference between two requests.
    if (earlier && String(earlier.map((s) => s.text)) === String(seen.map((s) => s.text))) return seen.map((s) => s.replay(key))
    earlier = seen
  }
  throw new Error(`${a.name}: no two requests made the same statements`)
}

async function trace(a, key, bearer) {
  await sql('-c', "alter system set log_line_prefix = '%m [%p] %u %d '", '-c', "alter system set log_statement = 'all'", '-c', 'select pg_reload_conf()')
  await new Promise((resolve) => setTimeout(resolve, 300))
  const from = statSync(LOG).size
  const answer = await ask(a.path.replace('KEY', key), {
    method: a.method, headers: { ...(bearer && { authorization: `Bearer ${bearer}` }), 'content-type': 'application/json' },
    body: a.body && JSON.stringify(a.body),
  })
  await answer.text()
  const to = statSync(LOG).size
  if (!answer.ok && !a.refused) throw new Error(`${a.name}: ${answer.status}`)
  await sql('-c', 'alter system reset log_statement', '-c', 'select pg_reload_conf()', '-c', `select '${MARK}'`)
  await new Promise((resolve) => setTimeout(resolve, 300))
  return upToItsCommit(statements(readFileSync(LOG).subarray(from, to).toString()))
}

/** What was committed sets others to work at once: that is not the request's. */
function upToItsCommit(seen) {
  const commit = seen.findIndex((s) => /^commit\b/i.test(s.text))
  return commit < 0 ? seen : seen.slice(0, commit + 1)
}

function statements(log) {
  const entries = log.split(/\n(?=\S)/).filter((line) => /hehuo hehuo (LOG|DETAIL):/.test(line))
  const found = []
  for (const entry of entries) {
    const text = entry.replace(/\n\t/g, '\n').match(/(?:execute \S+|statement): ([^]*)$/)?.[1]
    if (text && !text.includes(MARK) && !/alter system|pg_reload_conf/.test(text)) found.push(new Statement(text))
    else if (/DETAIL: {2}(?:P|p)arameters: /.test(entry) && found.length) found.at(-1).take(entry)
  }
  return found
}

class Statement {
  parameters = {}

  constructor(text) {
    this.text = text.trim()
  }

  take(detail) {
    for (const [, number, absent, value] of detail.replace(/\n\t/g, '\n').matchAll(/(\$\d+) = (?:(NULL)|'((?:[^']|'')*)')/g)) {
      this.parameters[number] = absent ? null : value.replaceAll("''", "'")
    }
  }

  replay(key) {
    const words = this.text.replace(/\$\d+/g, (number) => literal(this.parameters[number], key))
    return words.replace(/;?\s*$/, '').replace(/\s*\n\s*/g, ' ') + ';'
  }
}

/** pgbench would take a colon and what follows for a variable, also inside quotes. */
function literal(value, key) {
  if (value === null || value === undefined) return 'null'
  const [, array, prefix, number] = value.match(/^(\{?)([TP]-2020-)(\d{7})\}?$/) ?? []
  if (number === key) return `${array && 'array['}('${prefix}' || lpad(:n, 7, '0'))${array && ']'}`
  return "E'" + value.replaceAll('\\', '\\\\').replaceAll("'", "''").replaceAll(':', '\\x3a') + "'"
}
