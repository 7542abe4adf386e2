import { ref } from 'vue'
import { read } from '@/api'
import { lastVisit, visited } from './visits.js'

/** What is new in a topic since this device last showed it. @param {string} id */
export function useNews(id) {
  const since = lastVisit(id)
  const news = ref({ replies: 0, steps: 0 })

  /** @param {string} [from] */
  async function ask(from) {
    const { data } = await read('/topics/{id}/news', { id }, { since: from })
    visited(id, data.asOf)
    return data
  }

  ask(since).then(
    (data) => (news.value = data),
    // Where nobody answers, nothing is said to be new.
    () => undefined,
  )
  /** Whoever has seen what came meanwhile does not find it new next time. */
  const seen = () => ask().catch(() => undefined)
  /** @param {Api.Reply} reply */
  const isNew = (reply) =>
    Boolean(since && !reply.mine && Date.parse(reply.createdAt) > Date.parse(since))
  return { news, isNew, seen }
}
