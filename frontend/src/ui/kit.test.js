import { fireEvent, screen, waitFor } from '@testing-library/vue'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { ref } from 'vue'
import { aServer, refusal, show } from '../../test/given.js'
import ActionBar from './ActionBar.vue'
import AreaPicker from './AreaPicker.vue'
import ProblemNote from './ProblemNote.vue'
import StateBadge from './StateBadge.vue'
import Tabs from './Tabs.vue'
import TextField from './TextField.vue'
import Timeline from './Timeline.vue'
import { asProblem, Problem } from '@/api/problem.js'
import { bigNumber, relativeTime } from './time.js'
import { useAction } from './useAction.js'

test('a field ties its hint and its error to the control', async () => {
  await show(TextField, {
    props: { label: '什么事', hint: '一句话', error: '太短', required: true },
  })
  const input = screen.getByRole('textbox', { name: '什么事' })
  expect(input.getAttribute('aria-invalid')).toBe('true')
  const described = (input.getAttribute('aria-describedby') ?? '')
    .split(' ')
    .map((id) => document.getElementById(id)?.textContent?.trim())
  expect(described).toEqual(['一句话', '太短'])
})

test('a state is a word, and one that nobody knows yet is shown as it is', async () => {
  const { rerender } = await show(StateBadge, { props: { kind: 'topic', state: 'open' } })
  screen.getByText('待受理')
  await rerender({ kind: 'topic', state: 'closed', outcome: 'partly_solved' })
  screen.getByText('部分解决')
  await rerender({ kind: 'topic', state: 'teleported', outcome: undefined })
  screen.getByText('teleported')
})

test('a problem says what happened, what to quote, and offers another try', async () => {
  const retry = vi.fn()
  const problem = new Problem({ status: 500, detail: '服务出错了', traceId: 'abc' })
  await show(ProblemNote, { props: { problem, retry } })
  expect(screen.getByRole('alert').textContent).toContain('服务出错了')
  screen.getByText(/abc/)
  await fireEvent.click(screen.getByRole('button', { name: '再试一次' }))
  expect(retry).toHaveBeenCalledOnce()
})

test('no network is told in plain words', async () => {
  await show(ProblemNote, { props: { problem: asProblem(new TypeError('Failed to fetch')) } })
  screen.getByText(/连不上服务/)
})

test('tabs are walked by arrow keys', async () => {
  const tabs = [
    { value: 'a', label: 'A' },
    { value: 'b', label: 'B' },
  ]
  const { emitted } = await show(Tabs, { props: { label: 'x', tabs, modelValue: 'a' } })
  screen.getByRole('tab', { name: 'A' }).focus()
  await userEvent.keyboard('{ArrowRight}')
  expect(emitted()['update:modelValue']).toEqual([['b']])
})

test('only what the API allows is drawn, and what a step needs is asked for', async () => {
  const asked = aServer({
    'POST /topics/T-1/decline': { id: 'T-1', state: 'declined', allowedActions: [] },
  })
  const thing = ref({
    id: 'T-1',
    state: 'open',
    allowedActions: ['accept', 'decline', 'unheard-of'],
  })
  await show(ActionBar, {
    props: { kind: 'topic', thing: thing.value, action: useAction('/topics', thing) },
  })
  expect(screen.getAllByRole('button').map((button) => button.textContent?.trim())).toEqual([
    '受理',
    '不予受理',
  ])
  await userEvent.click(screen.getByRole('button', { name: '不予受理' }))
  const reason = await screen.findByRole('textbox', { name: /原因/ })
  await userEvent.type(reason, '不归社区管')
  await fireEvent.submit(/** @type {Element} */ (reason.closest('form')))
  await waitFor(() => expect(asked[0]?.body).toEqual({ reason: '不归社区管' }))
  expect(thing.value.state).toBe('declined')
})

test('a refused step keeps its dialog and what was typed', async () => {
  aServer({
    'POST /topics/T-1/decline': () =>
      refusal(422, 'invalid', {
        violations: [{ field: 'reason', code: 'size', message: '太长了' }],
      }),
  })
  const thing = ref({ id: 'T-1', state: 'open', allowedActions: ['decline'] })
  await show(ActionBar, {
    props: { kind: 'topic', thing: thing.value, action: useAction('/topics', thing) },
  })
  await userEvent.click(screen.getByRole('button', { name: '不予受理' }))
  const reason = await screen.findByRole('textbox', { name: /原因/ })
  await userEvent.type(reason, '长')
  await fireEvent.submit(/** @type {Element} */ (reason.closest('form')))
  await screen.findByText('太长了')
  expect(/** @type {HTMLTextAreaElement} */ (reason).value).toBe('长')
})

test('an area is found step by step or by its name', async () => {
  const dagang = {
    code: '370203019',
    name: '大港街道',
    level: 'subdistrict',
    parent: '370203',
    path: ['市北区', '大港街道'],
    retired: false,
  }
  const qinghai = {
    ...dagang,
    code: '370203019001',
    name: '青海路社区',
    level: 'community',
    parent: '370203019',
    path: ['市北区', '大港街道', '青海路社区'],
  }
  aServer({
    'GET /areas': (/** @type {any} */ { query }) => ({
      items: query.get('level') === 'subdistrict' ? [dagang] : [qinghai],
    }),
  })
  const { emitted } = await show(AreaPicker, { props: { label: '在哪里', required: true } })
  await userEvent.click(screen.getByRole('button', { name: '在哪里 选街道、社区、小区' }))
  await userEvent.click(await screen.findByRole('button', { name: '大港街道' }))
  expect(emitted()['update:modelValue']).toEqual([['370203019']])
  expect(document.activeElement).toBe(screen.getByRole('button', { name: '在哪里 大港街道' }))
})

test('time is relative, big numbers are counted in 万', () => {
  const now = Date.parse('2026-03-10T12:00:00Z')
  expect(relativeTime('2026-03-07T11:00:00Z', 'zh-CN', now)).toBe('3天前')
  expect(relativeTime('2026-03-12T13:00:00Z', 'en', now)).toBe('in 2 days')
  expect(bigNumber('1260000', 'zh-CN')).toBe('126万')
})

test('a step says whose affair it was, and a story without steps says so', async () => {
  const step = {
    at: '2026-03-10T12:00:00Z',
    subject: { kind: 'claim', id: 'C-1' },
    action: 'create',
    to: 'confirmed',
    actor: { displayName: '老王', role: 'partner' },
    partner: { id: 'HH-0001', name: '供电所' },
  }
  aServer({ 'GET /programme': { name: '合伙人', timeZone: 'Asia/Shanghai' } })
  const { rerender } = await show(Timeline, { props: { items: [step] } })
  expect(screen.getByRole('link', { name: '供电所' }).getAttribute('href')).toBe(
    '/partners/HH-0001',
  )
  screen.getByText('老王 · 合伙人')
  await rerender({ items: [] })
  screen.getByText('还没有经过')
})
