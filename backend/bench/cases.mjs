/**
 * What is measured. `KEY` stands for the number of a topic or project, drawn from `count` numbers that begin at `first`, `step` apart;
 * `step: 'one'` takes each once, in order. `bearer` names whose tokens are sent.
 *
 * @typedef {{name: string, method?: string, path: string, body?: object, bearer?: string[], first: number, count: number,
 *   step: number | 'one', refused?: boolean, goal?: number, seconds?: number}} Case
 */
export const people = ['resident1', 'resident2', 'staff1', 'staff2', 'street1', 'partner1', 'partner2', 'admin1']
const one = '/api/v1/topics/T-2020-KEY'
const list = '/api/v1/topics?area=370203019001&pageSize=20'
const thread = `${one}/replies?pageSize=50`
const claim = { path: '/api/v1/projects/P-2020-KEY/claims', method: 'POST', body: { partnerId: 'HH-90000' }, bearer: ['partner1'] }

/** @param {number} topics @returns {Case[]} */
export const cases = (topics) => [
  { name: 'topic', path: one, first: 2, count: topics - 2, step: 1 },
  { name: 'topic, bearer', path: one, bearer: people, first: 2, count: topics - 2, step: 1, goal: 0.5 },
  { name: 'list of 20', path: list, first: 1, count: 1, step: 1 },
  { name: 'list of 20, bearer', path: list, bearer: people, first: 1, count: 1, step: 1, goal: 0.55 },
  { name: '50 replies', path: thread, first: 100, count: topics / 100, step: 100 },
  { name: '50 replies, bearer', path: thread, bearer: people, first: 100, count: topics / 100, step: 100, goal: 0.7 },
  { name: 'topic of 10,000 supporters', path: one, bearer: people, first: 1, count: 1, step: 1 },
  { name: 'thread of 10,000', path: thread, bearer: people, first: 1, count: 1, step: 1 },
  { name: 'support', method: 'PUT', path: `${one}/support`, bearer: people, first: 2, count: topics - 2, step: 1, goal: 0.65 },
  { name: 'reply', method: 'POST', path: `${one}/replies`, body: { body: '我们楼也是。' }, bearer: people, first: 2, count: topics - 2, step: 1 },
  { name: 'claim refused', ...claim, first: 1, count: 1, step: 1, refused: true, goal: 0.3 },
  { name: 'claim won', ...claim, first: 2, count: 20000, step: 'one', goal: 0.6, seconds: 2 },
]
