import { computed } from 'vue'
import { useSession } from '@/ui/session.js'
import { usePage } from '@/ui/usePage.js'
import { useThing } from '@/ui/useThing.js'

const MANY = 50
const DESK = ['open', 'accepted', 'in_progress', 'waiting_resident']
const SUBDISTRICT = 9

/** @typedef {{kind: 'topic' | 'project' | 'claim', filter: Api.Query}} Tray of which list, by which filter */

/** @type {Tray} */
const NEW = { kind: 'topic', filter: { state: 'open' } }
/** @type {Record<string, Tray>} */
const TRAYS = {
  new: NEW,
  overdue: { kind: 'topic', filter: { overdue: true } },
  raised: { kind: 'topic', filter: {} },
  mine: { kind: 'topic', filter: { assignedToMe: true, state: DESK } },
  running: { kind: 'topic', filter: { state: ['accepted', 'in_progress'] } },
  waiting: { kind: 'topic', filter: { state: 'waiting_resident' } },
  offers: { kind: 'claim', filter: { state: 'submitted' } },
  delivered: { kind: 'project', filter: { state: 'delivered' } },
  drafts: { kind: 'project', filter: { state: 'draft' } },
}

/** What the numbers of the day count. @type {Record<string, (day: string) => Api.Query>} */
const OF_THE_DAY = {
  cameIn: (day) => ({ createdFrom: day }),
  answered: (day) => ({ answeredFrom: day }),
  dueToday: (day) => ({
    dueUntil: day,
    // As a word: a filter that is off is left out.
    overdue: 'false',
    state: ['open', 'accepted', 'in_progress'],
  }),
}

/**
 * What waits for a community worker, what is due first on top: one question for all the numbers, one for the list.
 * @param {Record<string, any>} filters of the address
 */
export function useInbox(filters) {
  const { me } = useSession()
  const { thing: inbox, problem, reload: recount } = useThing('/inbox')
  const area = computed(() => me.value?.areas.map(({ code }) => code) ?? [])

  const trays = computed(() => {
    const counted = inbox.value?.trays.filter(({ name }) => TRAYS[name])
    return counted ?? Object.keys(TRAYS).map((name) => ({ name, count: undefined }))
  })
  const name = computed(() =>
    OF_THE_DAY[filters.tray] || trays.value.some((one) => one.name === filters.tray)
      ? filters.tray
      : 'new',
  )
  /** Unknown until the server has said what day it is. @type {import('vue').ComputedRef<Tray | undefined>} */
  const tray = computed(() => {
    const filter = OF_THE_DAY[name.value]
    if (!filter) return TRAYS[name.value] ?? NEW
    return inbox.value && { kind: 'topic', filter: filter(inbox.value.day.date) }
  })
  const kind = computed(() => tray.value?.kind ?? 'topic')

  /** @param {typeof kind.value} of @param {() => Api.Query} query */
  const among = (of, query) => () =>
    tray.value?.kind === of ? { pageSize: MANY, ...tray.value.filter, ...query() } : undefined
  const topics = usePage(
    '/topics',
    among('topic', () => ({
      area: area.value,
      sort: 'dueAt',
      q: filters.q,
      category: filters.category,
      // What went up is for subdistricts and the district.
      escalatedTo:
        name.value === 'raised'
          ? area.value.filter(({ length }) => length <= SUBDISTRICT)
          : undefined,
    })),
  )
  const projects = usePage(
    '/projects',
    among('project', () => ({ area: area.value, sort: 'dueAt' })),
  )
  /** Staff see the claims of their areas. */
  const claims = usePage(
    '/claims',
    among('claim', () => ({})),
  )
  const page = computed(() => ({ topic: topics, project: projects, claim: claims })[kind.value])

  const reload = () => Promise.all([recount(), page.value.reload()])
  return { inbox, problem, trays, name, kind, page, recount, reload }
}

/** What a row is about: the thing itself, or the project that a claim is on. @param {any} item */
export const thingOf = (item) => item.project ?? item
