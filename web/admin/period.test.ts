import { expect, test } from 'vitest'
import { daysQuery, periodIn } from './period.ts'

const at = (query: string, now = '2026-05-15T12:00:00Z') =>
  periodIn(new URL(`http://shop/admin/ledger${query}`), { timeZone: 'Europe/Berlin', now: new Date(now) })

test('periods by name are whole months, quarters and years of the shop', () => {
  expect(at('').choices).toEqual([
    { words: 'Everything', from: '', until: '' },
    { words: 'This month', from: '2026-05-01', until: '2026-05-31' },
    { words: 'Last month', from: '2026-04-01', until: '2026-04-30' },
    { words: 'This quarter', from: '2026-04-01', until: '2026-06-30' },
    { words: 'This year', from: '2026-01-01', until: '2026-12-31' },
    { words: 'Last year', from: '2025-01-01', until: '2025-12-31' },
  ])
})

test('last month of January is December, and a month begins when it does for the shop', () => {
  expect(at('', '2026-01-10T12:00:00Z').choices[2]).toMatchObject({ from: '2025-12-01', until: '2025-12-31' })
  expect(at('', '2026-04-30T22:30:00Z').choices[1]).toMatchObject({ from: '2026-05-01', until: '2026-05-31' })
})

test('days in the address are taken where they are days', () => {
  expect(at('?from=2026-02-01&until=soon')).toMatchObject({ from: '2026-02-01', until: '' })
  expect(daysQuery({ from: '2026-02-01', until: '' })).toEqual({ from: '2026-02-01' })
})
