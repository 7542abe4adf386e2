/** @type {Record<string, string>} */
const SCREENS = {
  topic: '/topics/{id}',
  project: '/projects/{id}',
  partner: '/partners/{id}',
  call: '/calls/{id}',
  meeting: '/meetings/{id}',
  partner_application: '/join/{id}',
  claim: '/desk',
  appeal: '/appeals',
  report: '/reports',
  area: '/topics?area={id}',
  category: '/topics?category={id}',
}

/**
 * The screen that shows a thing, where there is one.
 * @param {{kind: string, id: string}} subject
 */
export const addressOf = ({ kind, id }) => SCREENS[kind]?.replace('{id}', id)
