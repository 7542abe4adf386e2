/** @type {Record<string, string>} */
const SCREENS = {
  topic: '/topics',
  project: '/projects',
  partner: '/partners',
  call: '/calls',
  meeting: '/meetings',
  partner_application: '/join',
}

/**
 * The screen that shows a thing, where there is one.
 * @param {{kind: string, id: string}} subject
 */
export function addressOf({ kind, id }) {
  if (kind === 'claim') return '/desk'
  if (kind === 'area' || kind === 'category') return `/topics?${kind}=${id}`
  if (kind === 'appeal' || kind === 'report') return `/${kind}s`
  return SCREENS[kind] && `${SCREENS[kind]}/${id}`
}
