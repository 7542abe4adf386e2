import { expect, test } from 'vitest'
import { aServer, json, refusal } from '../../test/given.js'
import { start, useSession } from './session.js'
import { toasts } from './toast.js'

test('who is shut out is signed out, told why, and reads on as a stranger', async () => {
  document.cookie = 'hehuo-signed-in=yes'
  const { me, known } = useSession()
  me.value = /** @type {any} */ ({ id: 'U-1', areas: [], memberships: [], roles: ['resident'] })
  const asked = aServer({ 'GET /me': refusal(403, 'person.disabled') })
  const all = globalThis.fetch
  /** @type {string[]} */
  const left = []
  globalThis.fetch = async (/** @type {any} */ what, /** @type {any} */ how) => {
    if (what !== '/api/logout') return all(what, how)
    left.push(how.method)
    return json({ redirectTo: '/elsewhere' })
  }
  await start()
  expect(asked.map(({ path }) => path)).toEqual(['/me'])
  expect(left).toEqual(['POST'])
  expect(me.value).toBeUndefined()
  expect(known.value).toBe(true)
  expect(document.cookie).not.toContain('hehuo-signed-in')
  expect(toasts.value.map(({ text }) => text)).toEqual(['refused: person.disabled'])
})
