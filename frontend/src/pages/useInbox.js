import { computed } from 'vue'
import { useSession } from '@/ui/session.js'
import { usePage } from '@/ui/usePage.js'

const MANY = 50
const SUBDISTRICT = 9

/** What waits for a community worker, what is due first on top. */
export function useInbox() {
  const { me } = useSession()
  const area = computed(() => me.value?.areas.map(({ code }) => code))

  /** @param {Api.Query} filter */
  const topics = (filter) =>
    usePage(
      '/topics',
      () => area.value && { area: area.value, sort: 'dueAt', pageSize: MANY, ...filter },
    )
  /** @param {Api.Query} filter */
  const projects = (filter) =>
    usePage('/projects', () => area.value && { area: area.value, pageSize: MANY, ...filter })

  /** Staff see the claims of their areas. */
  const offers = usePage('/claims', () => me.value && { state: 'submitted', pageSize: MANY })

  /** What went up is for subdistricts and the district. */
  const offices = (me.value?.areas ?? [])
    .map(({ code }) => code)
    .filter(({ length }) => length <= SUBDISTRICT)
  const raised = offices.length
    ? [{ name: 'raised', kind: 'topic', page: topics({ escalatedTo: offices }) }]
    : []

  const trays = [
    { name: 'new', kind: 'topic', page: topics({ state: 'open' }) },
    { name: 'overdue', kind: 'topic', page: topics({ overdue: true }) },
    ...raised,
    { name: 'mine', kind: 'topic', page: topics({ assignedToMe: true }) },
    { name: 'running', kind: 'topic', page: topics({ state: ['accepted', 'in_progress'] }) },
    { name: 'waiting', kind: 'topic', page: topics({ state: 'waiting_resident' }) },
    { name: 'offers', kind: 'project', page: offers },
    { name: 'delivered', kind: 'project', page: projects({ state: 'delivered' }) },
    { name: 'drafts', kind: 'project', page: projects({ state: 'draft' }) },
  ]
  const reload = () => trays.forEach(({ page }) => page.reload())

  /** Nothing yet is not nothing. @param {{items: any[], nextCursor?: string, loaded: boolean}} page */
  const count = ({ items, nextCursor, loaded }) =>
    loaded ? `${items.length}${nextCursor ? '+' : ''}` : '–'
  return { trays, reload, count }
}

/** What a row is about: the thing itself, or the project that a claim is on. @param {any} item */
export const thingOf = (item) => item.project ?? item
