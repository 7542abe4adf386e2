import { VISITS } from '@/ui/kept.js'

/** As many topics are remembered; the one not opened for the longest time is forgotten first. */
const MOST = 200

/** @returns {Map<string, string>} */
function visits() {
  try {
    return new Map(JSON.parse(localStorage.getItem(VISITS) ?? '[]'))
  } catch {
    return new Map()
  }
}

/** When this device last showed the topic, by the server's clock. @param {string} id */
export const lastVisit = (id) => visits().get(id)

/** @param {string} id @param {string} at */
export function visited(id, at) {
  const all = visits()
  all.delete(id)
  all.set(id, at)
  localStorage.setItem(VISITS, JSON.stringify([...all].slice(-MOST)))
}
