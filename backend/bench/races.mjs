// What `wrk` cannot do: a steady stream, many at one slot at the same moment, and many who watch.
import http from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { ask, quantiles, sql } from './drive.mjs'

const { BASE_URL } = process.env

/** An open loop: each request leaves at its time, drawn at random, however long the answers before it take. Its time counts from then. */
export async function paced(path, rate, seconds, bearer) {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 500 })
  const options = { agent, headers: { authorization: `Bearer ${bearer}` } }
  const began = performance.now()
  const answers = []
  for (let due = began; due < began + seconds * 1000; due += (-Math.log(1 - Math.random()) * 1000) / rate) {
    if (due - performance.now() >= 1) await pause(due - performance.now())
    answers.push(send(path, options, '').then((status) => ({ status, ms: performance.now() - due })))
  }
  const seen = await Promise.all(answers)
  agent.destroy()
  return { ...quantiles(seen.map((a) => a.ms)), wrong: seen.filter((a) => a.status !== 200).length, rate: seen.length / seconds }
}

/** So many partners claim one free slot at once: who won, what the database says, and when the last had an answer. */
export async function race(claimants, bearer) {
  const project = 'P-2020-0000002'
  await sql('-c', `insert into partner (id, name, kind, state, joined_on, created_at, updated_at)
    select 'HH-' || (91000 + i), '抢领 ' || i, 'enterprise', 'active', current_date, now(), now() from generate_series(1, ${claimants}) i
    on conflict do nothing`, '-c', `insert into membership (person_id, partner_id, role, since)
    select p.id, 'HH-' || (91000 + i), 'owner', now() from person p, generate_series(1, ${claimants}) i where username = 'partner2'
    on conflict do nothing`)
  const agent = new http.Agent({ keepAlive: true, maxSockets: claimants })
  const options = { agent, method: 'POST', headers: { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' } }
  const began = performance.now()
  const answers = await Promise.all(Array.from({ length: claimants }, async (_, i) => {
    const status = await send(`/api/v1/projects/${project}/claims`, options, JSON.stringify({ partnerId: `HH-${91001 + i}` }))
    return { status, at: performance.now() - began }
  }))
  agent.destroy()
  const count = (status) => answers.filter((a) => a.status === status).length
  const held = Number(await sql('-c', `select count(*) from claim where project_id = '${project}' and state = 'confirmed'`))
  return { claimants, made: count(201), refused: count(409), other: claimants - count(201) - count(409), held, lastMs: Math.max(...answers.map((a) => a.at)) }
}

const send = (path, options, body) => new Promise((resolve, reject) => {
  const request = http.request(BASE_URL + path, options, (answer) => answer.resume().on('end', () => resolve(answer.statusCode)))
  request.on('error', reject).end(body)
})

const AT_ONCE = 50

const watch = (path, tell) => new Promise((resolve, reject) => {
  const request = http.get(BASE_URL + path, { agent: false }, (answer) => {
    if (answer.statusCode !== 200) reject(new Error(`a watcher was refused: ${answer.statusCode}`))
    answer.on('data', (piece) => String(piece).includes('topic.replied') && tell(performance.now()))
    answer.on('error', () => {})
    resolve(request)
  })
  request.on('error', reject)
})

/** So many watch one topic while somebody replies: milliseconds from the reply's acknowledgement to each watcher's screen. */
export async function watchers(count, replies, bearer) {
  const topic = '/api/v1/topics/T-2020-0000002'
  let told = []
  const requests = []
  // Who opens all at once is asked to come again.
  while (requests.length < count) {
    const some = Array.from({ length: Math.min(AT_ONCE, count - requests.length) }, () => watch(`${topic}/stream`, (at) => told.push(at)))
    requests.push(...(await Promise.all(some)))
  }
  const delays = []
  for (let i = 0; i < replies; i++) {
    told = []
    const headers = { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' }
    await ask(`${topic}/replies`, { method: 'POST', headers, body: JSON.stringify({ body: '我也看见了。' }) })
    const acknowledged = performance.now()
    for (let waited = 0; told.length < count && waited < 10000; waited += 20) await new Promise((resolve) => setTimeout(resolve, 20))
    delays.push(...told.map((at) => Math.max(0, at - acknowledged)))
  }
  requests.forEach((request) => request.destroy())
  return { watchers: count, delivered: delays.length, expected: count * replies, ...quantiles(delays) }
}
