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
  await sql('-c', `insert into partner (id, name, kind, state, joined_on, term_ends_on, created_at, updated_at)
    select 'HH-' || (91000 + i), '抢领 ' || i, 'enterprise', 'active', current_date, current_date + 700, now(), now() from generate_series(1, ${claimants}) i
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
  const times = answers.map((a) => a.at)
  const lastMs = Math.max(...times)
  return { claimants, made: count(201), refused: count(409), other: claimants - count(201) - count(409), held, perSecond: (claimants * 1000) / lastMs, ...quantiles(times), lastMs }
}

const send = (path, options, body) => new Promise((resolve, reject) => {
  const request = http.request(BASE_URL + path, options, (answer) => answer.resume().on('end', () => resolve(answer.statusCode)))
  request.on('error', reject).end(body)
})

const AT_ONCE = 50

const watch = (path, word, tell) => new Promise((resolve, reject) => {
  const request = http.get(BASE_URL + path, { agent: false }, (answer) => {
    if (answer.statusCode !== 200) reject(new Error(`a watcher was refused: ${answer.statusCode}`))
    answer.on('data', (piece) => String(piece).includes(word) && tell(performance.now()))
    answer.on('error', () => {})
    resolve(request)
  })
  request.on('error', reject)
})

/** So many watch the address while things happen one after the other: milliseconds from each one's acknowledgement to each screen. */
async function watched(path, word, count, deeds) {
  let told = []
  const requests = []
  // Who opens all at once is asked to come again.
  while (requests.length < count) {
    const some = Array.from({ length: Math.min(AT_ONCE, count - requests.length) }, () => watch(path, word, (at) => told.push(at)))
    requests.push(...(await Promise.all(some)))
  }
  const delays = []
  for (const deed of deeds) {
    told = []
    await deed()
    const acknowledged = performance.now()
    for (let waited = 0; told.length < count && waited < 10000; waited += 20) await pause(20)
    delays.push(...told.map((at) => Math.max(0, at - acknowledged)))
  }
  requests.forEach((request) => request.destroy())
  return { watchers: count, delivered: delays.length, expected: count * deeds.length, ...quantiles(delays) }
}

const post = (path, bearer, body) =>
  ask(path, { method: 'POST', headers: { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' }, body: JSON.stringify(body) })

/** A topic, while somebody replies. */
export const watchers = (count, replies, bearer) => {
  const topic = '/api/v1/topics/T-2020-0000002'
  const reply = () => post(`${topic}/replies`, bearer, { body: '我也看见了。' })
  return watched(`${topic}/stream`, 'topic.replied', count, Array(replies).fill(reply))
}

/** The big screen of a meeting about 120 projects, while partners claim them. */
export async function hall(count, claims, bearer) {
  const from = 1000 + Math.floor(Math.random() * 9000)
  const project = (n) => `P-2020-${String(from + n).padStart(7, '0')}`
  const meeting = `M-2020-${from}`
  await sql('-c', `insert into meeting (id, state, title, place, agenda, area_code, district, starts_at, started_at, hall_code, created_by, created_at, updated_at)
    select '${meeting}', 'live', '联席会', '礼堂', '{}', '370203', '370203', now(), now(), 'x', md5('bench1')::uuid, now(), now()`,
  '-c', `insert into meeting_project (meeting_id, project_id, position) select '${meeting}', 'P-2020-' || lpad((${from} + i)::text, 7, '0'), i from generate_series(0, 119) i`,
  '-c', `insert into meeting_partner (meeting_id, partner_id, checked_in_at, checked_in_by, in_hall) values ('${meeting}', 'HH-90000', now(), md5('bench1')::uuid, true)`,
  '-c', `insert into claim_round (meeting_id, state, opens_at, closes_at, created_at, updated_at)
    values ('${meeting}', 'open', now(), now() + interval '1 hour', now(), now())`)
  const deeds = Array.from({ length: claims }, (_, n) => async () => {
    const answer = await post(`/api/v1/projects/${project(n)}/claims`, bearer, { partnerId: 'HH-90000' })
    if (answer.status !== 201) throw new Error(`a claim was refused: ${answer.status} ${await answer.text()}`)
  })
  return watched(`/api/v1/meetings/${meeting}/live`, 'event:changed', count, deeds)
}
