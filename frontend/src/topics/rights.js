import { useSession } from '@/ui/session.js'

/** What the API names no step for: the only places where a right is read from who one is. */
export function useRights() {
  const { serves } = useSession()
  /** @param {Api.Topic} topic */
  const answerOfficially = (topic) => serves(topic.area.code)
  /** @param {Api.Topic} topic a settled one takes no project; neither can it be assigned */
  const makeProject = (topic) => serves(topic.area.code) && topic.allowedActions.includes('assign')
  return { answerOfficially, makeProject }
}
