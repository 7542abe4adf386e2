import { computed, onScopeDispose, ref } from 'vue'
import { read } from '@/api'
import { useLive } from '@/ui/useLive.js'

const SAMPLES = 3
const A_SECOND = 1000
const TICK = 100
/** A clock that is wrong by more than news take to come is set again, though not all the time. */
const WRONG = A_SECOND
const SELDOM = 20 * A_SECOND

/**
 * The meeting's board, live, and the clock that its rounds go by.
 * @param {() => string} id
 * @param {boolean} [rehearsal] the board of the rehearsal, which few look at: it is asked for each second
 */
export function useBoard(id, rehearsal = false) {
  const board = ref(/** @type {Api.MeetingBoard | undefined} */ (undefined))
  /** What the server's clock showed when ours, which nobody can set, began: by the quickest of some answers. */
  let began = Date.now() - performance.now()
  let quickest = Infinity
  let setAt = -Infinity
  const clock = () => began + performance.now()
  const now = ref(clock())
  const timer = setInterval(() => (now.value = clock()), TICK)
  onScopeDispose(() => clearInterval(timer))

  async function look() {
    const asked = performance.now()
    const path = rehearsal ? '/meetings/{id}/rehearsal' : '/meetings/{id}/board'
    const answer = await read(path, { id: id() }).catch(() => undefined)
    if (!answer) return false
    const took = performance.now() - asked
    if (took < quickest) {
      quickest = took
      began = Date.parse(answer.data.now) - (asked + took / 2)
    }
    if (rehearsal) board.value = answer.data
    else board.value ??= answer.data
    return true
  }
  async function setClock() {
    setAt = performance.now()
    quickest = Infinity
    for (let i = 0; i < SAMPLES; i++) if (!(await look())) return
  }
  setClock()

  /** After a sleep, or where the first answer never came, the clock is wrong. @param {string} moment of what was told just now */
  function compareClock(moment) {
    const apart = Math.abs(Date.parse(moment) - clock())
    if (apart > WRONG && performance.now() - setAt > SELDOM) setClock()
  }

  /** @param {Api.MeetingBoardChange} change */
  function changed({ tiles, partners, ...rest }) {
    compareClock(rest.now)
    if (!board.value) return
    const news = new Map(tiles.map((tile) => [tile.projectId, tile]))
    board.value = {
      ...board.value,
      ...rest,
      tiles: board.value.tiles.map((tile) => news.get(tile.projectId) ?? tile),
      partners: partners ?? board.value.partners,
    }
  }
  const { status } = useLive(() => (rehearsal ? undefined : `/meetings/${id()}/live`), {
    board: (whole) => {
      compareClock(whole.now)
      board.value = whole
    },
    changed,
  })
  if (rehearsal) {
    const again = setInterval(look, A_SECOND)
    onScopeDispose(() => clearInterval(again))
  }

  /** The round as its clock says now: screens turn by themselves. */
  const round = computed(() => {
    const known = board.value?.round
    if (!known) return undefined
    const opens = Date.parse(known.opensAt)
    const closes = Date.parse(known.closesAt)
    let { state } = known
    const live = board.value?.state === 'live'
    if (state === 'scheduled' && live && now.value >= opens) state = 'open'
    if (state === 'open' && now.value >= closes) state = 'closed'
    const left = state === 'scheduled' ? opens - now.value : closes - now.value
    return { ...known, state, left: Math.max(0, left) }
  })
  return { board, round, status, now }
}

/** Minutes and seconds that are left. @param {number} millis */
export function clockOf(millis) {
  const seconds = Math.ceil(millis / 1000)
  const two = (/** @type {number} */ n) => String(n).padStart(2, '0')
  return `${two(Math.floor(seconds / 60))}:${two(seconds % 60)}`
}
