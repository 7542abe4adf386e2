/** @type {Record<string, string>} */
const SCREENS = {
  topic: '/topics',
  project: '/projects',
  partner: '/partners',
  call: '/calls',
  partner_application: '/join',
}

/**
 * The screen that shows a thing, where there is one.
 * @param {{kind: string, id: string}} subject
 */
export function addressOf({ kind, id }) {
  if (kind === 'claim') return '/desk'
  return SCREENS[kind] && `${SCREENS[kind]}/${id}`
}
