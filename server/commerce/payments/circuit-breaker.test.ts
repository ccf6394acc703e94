import { expect, test } from 'vitest'
import { manualClock } from '../../platform/clock.ts'
import { failuresMax, withBreaker } from './circuit-breaker.ts'
import type { PaymentProvider } from './payment-provider.ts'

/** A provider that says what it is told to, and counts how often it was asked. */
function provider() {
  const told = { asked: 0, isSilent: true }
  const voidCall: PaymentProvider['void'] = async () => {
    told.asked++
    return told.isSilent ? { kind: 'unknown', reason: 'timeout' } : { kind: 'answered', id: 'v', amountMinor: 1 }
  }
  return { told, real: { void: voidCall } as PaymentProvider }
}

const asked = { authorizationId: 'a', key: 'k' }
const clockAtTen = () => manualClock('2026-03-02T10:00:00Z')

test('after five calls without a word the provider is not asked any more, and the answer is unknown at once', async () => {
  const { told, real } = provider()
  const guarded = withBreaker(real, clockAtTen())
  for (let call = 0; call < 12; call++) await guarded.void(asked)
  expect(told.asked).toBe(failuresMax)
  expect(await guarded.void(asked)).toEqual({ kind: 'unknown', reason: 'not-asked' })
})

test('after ten seconds one call is let through; heard, it opens the way for all', async () => {
  const { told, real } = provider()
  const clock = clockAtTen()
  const guarded = withBreaker(real, clock)
  for (let call = 0; call < failuresMax; call++) await guarded.void(asked)
  clock.advance({ seconds: 10 })
  await Promise.all([guarded.void(asked), guarded.void(asked), guarded.void(asked)])
  expect(told.asked).toBe(failuresMax + 1)
  clock.advance({ seconds: 9 })
  await guarded.void(asked)
  expect(told.asked).toBe(failuresMax + 1)
  clock.advance({ seconds: 1 })
  told.isSilent = false
  expect((await guarded.void(asked)).kind).toBe('answered')
  await Promise.all([guarded.void(asked), guarded.void(asked)])
  expect(told.asked).toBe(failuresMax + 4)
})

test('a word now and then keeps it closed, and a no of the provider is a word', async () => {
  const { told, real } = provider()
  const guarded = withBreaker(real, clockAtTen())
  for (let call = 0; call < 30; call++) {
    told.isSilent = call % 4 !== 3
    await guarded.void(asked)
  }
  expect(told.asked).toBe(30)
})

test('a provider has one breaker, wherever it is asked for', () => {
  const { real } = provider()
  expect(withBreaker(real, clockAtTen())).toBe(withBreaker(real, clockAtTen()))
})
