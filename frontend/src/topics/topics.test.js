import { fireEvent, screen, waitFor } from '@testing-library/vue'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test } from 'vitest'
import { aServer, refusal, show } from '../../test/given.js'
import { useSession } from '@/ui/session.js'
import SupportButton from './SupportButton.vue'

const { me } = useSession()
const topic = { id: 'T-1', supportCount: 4, supportedByMe: false }
afterEach(() => (me.value = undefined))

test('support shows at once and is taken back when the server refuses', async () => {
  me.value = /** @type {any} */ ({ id: 'U-1', areas: [], memberships: [], roles: [] })
  aServer({ 'PUT /topics/T-1/support': () => refusal(503, 'unavailable') })
  const { emitted } = await show(SupportButton, { props: { modelValue: topic } })
  await userEvent.click(screen.getByRole('button'))
  await waitFor(() => screen.getByRole('alert'))
  const counts = emitted()['update:modelValue']?.map((/** @type {any} */ [one]) => one.supportCount)
  expect(counts?.[0]).toBe(5)
  expect(counts?.at(-1)).toBeLessThan(5)
})

test('the server’s sum is the one that stays', async () => {
  me.value = /** @type {any} */ ({ id: 'U-1', areas: [], memberships: [], roles: [] })
  aServer({ 'PUT /topics/T-1/support': { supportCount: 9, supportedByMe: true } })
  const { emitted } = await show(SupportButton, { props: { modelValue: topic } })
  await fireEvent.click(screen.getByRole('button'))
  await waitFor(() =>
    expect(emitted()['update:modelValue']?.at(-1)).toMatchObject([
      { supportCount: 9, supportedByMe: true },
    ]),
  )
})
