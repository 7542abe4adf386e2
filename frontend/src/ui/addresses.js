/** @type {Record<string, string>} */
const SCREENS = { topic: '/topics', project: '/projects', partner: '/partners' }

/**
 * The screen that shows a thing, where there is one.
 * @param {{kind: string, id: string}} subject
 */
export function addressOf({ kind, id }) {
  if (kind === 'claim') return '/desk'
  return SCREENS[kind] && `${SCREENS[kind]}/${id}`
}
