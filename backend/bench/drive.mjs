// Runs the load generators, one at a time, and tells what they and the kernel saw.
import { execFile, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const run = promisify(execFile)
const here = (file) => fileURLToPath(new URL(file, import.meta.url))
const { BASE_URL, DATABASE_URL, REALM_URL, APPLICATION_PID, DATA } = process.env
const POSTGRES_PID = readFileSync(`${DATA}/postgresql/postmaster.pid`, 'utf8').split('\n')[0]
const CONNECTIONS = 32
const HERTZ = Number(execFileSync('getconf', ['CLK_TCK']))

export const sql = async (...words) => (await run('psql', [DATABASE_URL, '-XqAt', '-v', 'ON_ERROR_STOP=1', ...words])).stdout.trim()
export const script = (file, ...words) => sql('-f', here(file), ...words)

/** Access tokens of the development realm's people, whom the application meets thereby. */
export async function tokens(names) {
  return Promise.all(
    names.map(async (username) => {
      const form = new URLSearchParams({ grant_type: 'password', client_id: 'hehuo-dev', username, password: username })
      const answer = await fetch(`${REALM_URL}/protocol/openid-connect/token`, { method: 'POST', body: form })
      const { access_token: token } = await answer.json()
      await ask('/api/v1/me', { headers: { authorization: `Bearer ${token}` } })
      return token
    }),
  )
}

export const ask = (path, options) => fetch(BASE_URL + path, options)

/** Seconds of a processor that these processes have used. */
function used(pids) {
  return pids.reduce((sum, pid) => {
    try {
      const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /, '').split(' ')
      return sum + (Number(fields[11]) + Number(fields[12])) / HERTZ
    } catch {
      return sum
    }
  }, 0)
}

const backends = () =>
  readdirSync('/proc').filter((pid) => {
    try {
      return /^\d+$/.test(pid) && readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /, '').split(' ')[1] === POSTGRES_PID
    } catch {
      return false
    }
  })

/** Processors in use while nothing of ours works: others' load, which spoils a round. */
export async function foreign() {
  const busy = () => {
    const [user, nice, system, , , ...rest] = readFileSync('/proc/stat', 'utf8').split('\n')[0].match(/\d+/g).map(Number)
    return user + nice + system + rest.slice(0, 3).reduce((a, b) => a + b, 0)
  }
  const before = busy()
  await new Promise((resolve) => setTimeout(resolve, 500))
  return (busy() - before) / HERTZ / 0.5
}

export const residentMegabytes = () => Number(readFileSync(`/proc/${APPLICATION_PID}/status`, 'utf8').match(/VmRSS:\s+(\d+)/)[1]) / 1024

const buffers = async () => {
  await sql('-c', 'select pg_stat_force_next_flush()')
  return Number(await sql('-c', "select blks_hit + blks_read from pg_stat_database where datname = 'hehuo'"))
}

/** The application under `wrk`, two threads and 32 connections. */
export async function wrk(a, seconds, bearers) {
  const env = {
    ...process.env, METHOD: a.method ?? 'GET', ADDRESS: a.path, BODY: a.body ? JSON.stringify(a.body) : '', STEP: String(a.step),
    FIRST: String(a.first), COUNT: String(a.count), TOKENS: bearers.join(' '),
  }
  const pids = [[APPLICATION_PID], backends()]
  const before = [...pids.map(used), await buffers()]
  const { stdout } = await run('wrk', ['-t2', `-c${CONNECTIONS}`, `-d${seconds}s`, '--timeout', '10s', '-s', here('wrk.lua'), BASE_URL], { env })
  const after = [used(pids[0]), used(backends()), await buffers()]
  const seen = JSON.parse(stdout.trim().split('\n').at(-1))
  const each = (at, scale) => ((after[at] - before[at]) * scale) / seen.requests
  return {
    rate: (seen.requests / seen.us) * 1e6, p50: seen.p50 / 1000, p99: seen.p99 / 1000, max: seen.max / 1000, bytes: seen.bytes / seen.requests,
    wrong: seen.errors + (a.refused ? seen.requests - seen.refused : seen.refused),
    application: each(0, 1e6), database: each(1, 1e6), buffers: each(2, 1),
  }
}

/** The same statements with nothing in between: the limit. */
export async function pgbench(file, statements, a, seconds) {
  const draw = a.step === 'one' ? [`\\set i :i + 1`, `\\set n ${a.first} + (:client_id * ${a.count / CONNECTIONS}) + :i`] : [`\\set n ${a.first} + ${a.step} * random(0, ${a.count - 1})`]
  writeFileSync(file, [...draw, ...statements, ''].join('\n'))
  const { stdout } = await run('pgbench', ['-n', '-Mprepared', `-c${CONNECTIONS}`, '-j2', `-T${seconds}`, '-Di=0', '-f', file, DATABASE_URL])
  const failed = Number(stdout.match(/failed transactions: (\d+)/)?.[1] ?? 0)
  return { rate: Number(stdout.match(/tps = ([\d.]+)/)[1]), wrong: failed }
}

export function quantiles(values) {
  const sorted = values.toSorted((a, b) => a - b)
  const at = (q) => sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))]
  return { p50: at(0.5), p99: at(0.99), max: sorted.at(-1) }
}

async function freePort() {
  const server = createServer().listen(0, 'localhost')
  await once(server, 'listening')
  const { port } = server.address()
  server.close()
  return port
}

/** Starts the application once more on the same database, and tells the seconds until it answers. */
export async function start() {
  const port = await freePort()
  const [program, ...words] = readFileSync(`/proc/${APPLICATION_PID}/cmdline`, 'utf8').split('\0').slice(0, -1)
  const inherited = readFileSync(`/proc/${APPLICATION_PID}/environ`, 'utf8').split('\0').filter(Boolean)
  const env = Object.fromEntries(inherited.map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]))
  const began = performance.now()
  const child = spawn(program, words, { env: { ...env, QUARKUS_HTTP_PORT: String(port) }, stdio: 'ignore' })
  const ended = once(child, 'exit')
  try {
    for (;;) {
      const seconds = (performance.now() - began) / 1000
      if (seconds > 60) throw new Error('it does not start')
      const answer = await fetch(`http://localhost:${port}/api/v1/programme`).catch(() => undefined)
      if (answer?.ok) return seconds
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
  } finally {
    child.kill()
    await ended
  }
}
