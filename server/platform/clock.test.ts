import { expect, test } from 'vitest'
import { manualClock, secondsLater, systemClock } from './clock.ts'

test('a manual clock stands still until it is moved, by months too', () => {
  const clock = manualClock('2026-01-31T10:00:00Z')
  expect(clock.now()).toEqual(clock.now())
  clock.advance({ months: 1 })
  expect(clock.now()).toEqual(new Date('2026-02-28T10:00:00Z'))
  clock.advance({ days: 1, seconds: 30 })
  expect(clock.now()).toEqual(new Date('2026-03-01T10:00:30Z'))
})

test('who is handed the time cannot turn the clock with it', () => {
  const clock = manualClock('2026-01-31T10:00:00Z')
  clock.now().setFullYear(1999)
  expect(clock.now().getUTCFullYear()).toBe(2026)
})

test('the real clock tells the time', () => {
  const before = Date.now()
  const told = systemClock.now().getTime()
  expect(told).toBeGreaterThanOrEqual(before)
  expect(told).toBeLessThanOrEqual(Date.now())
})

test('a moment some seconds later', () => {
  expect(secondsLater(new Date('2026-12-31T23:59:30Z'), 45)).toEqual(new Date('2027-01-01T00:00:15Z'))
})
