import { expect, test } from 'vitest'
import { amountDue } from './amount-due.ts'

const lamp = { quantity: 1, totalMinor: 1000 }
const cups = { quantity: 2, totalMinor: 500 }

test('the last parcel takes what earlier ones should have taken and did not', () => {
  const lines = [{ ...cups, sentBefore: 1, sentWith: 1 }]
  expect(amountDue({ lines, totalMinor: 990, capturedMinor: 0 })).toBe(990)
  expect(amountDue({ lines, totalMinor: 990, capturedMinor: 740 })).toBe(250)
})

test('a parcel that completes one line is not the last one while another line waits', () => {
  const lines = [
    { ...lamp, sentBefore: 0, sentWith: 1 },
    { ...cups, sentBefore: 0, sentWith: 0 },
  ]
  expect(amountDue({ lines, totalMinor: 1990, capturedMinor: 0 })).toBe(1490)
})

test('delivery is not paid again by a parcel that is the first for one of its lines only', () => {
  const lines = [
    { ...lamp, sentBefore: 1, sentWith: 0 },
    { ...cups, sentBefore: 0, sentWith: 1 },
  ]
  expect(amountDue({ lines, totalMinor: 1990, capturedMinor: 1490 })).toBe(250)
})
