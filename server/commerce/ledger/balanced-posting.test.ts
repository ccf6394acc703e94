import fc from 'fast-check'
import { expect, test } from 'vitest'
import { balancedPosting, type LedgerEntry } from './balanced-posting.ts'

const entry = (account: string, amountMinor: number, currency = 'EUR'): LedgerEntry => ({
  account,
  currency,
  amountMinor,
})
const posting = (...entries: LedgerEntry[]) => ({ kind: 'order-placed', reference: 'order_1', entries })

test('entries of zero are left out, and accounts come once, in order, each with its kind', () => {
  const sale = [entry('revenue:goods', -700), entry('assets:till', 1000), entry('revenue:shipping', 0)]
  const { entries, accounts } = balancedPosting(posting(...sale, entry('revenue:goods', -300)))
  expect(entries).toEqual([entry('revenue:goods', -700), entry('assets:till', 1000), entry('revenue:goods', -300)])
  expect(accounts).toEqual([
    { code: 'assets:till', kind: 'asset' },
    { code: 'revenue:goods', kind: 'revenue' },
  ])
})

test('every kind of account is known by its root, and no other root is', () => {
  const codes = ['assets:a', 'equity:b', 'expenses:c', 'liabilities:d', 'revenue:e']
  const { accounts } = balancedPosting(
    posting(...codes.map((code, index) => entry(code, [1, 1, 1, 1, -4][index] ?? 0))),
  )
  expect(accounts.map(({ kind }) => kind)).toEqual(['asset', 'equity', 'expense', 'liability', 'revenue'])
  expect(() => balancedPosting(posting(entry('profits:goods', 1), entry('assets:a', -1)))).toThrow(
    'no kind of account is called profits:goods',
  )
})

test('a movement that is off in one currency is refused with what is missing, though another one makes up for it', () => {
  const off = posting(entry('assets:till', 5, 'EUR'), entry('revenue:goods', -5, 'USD'))
  expect(() => balancedPosting(off)).toThrow('order-placed of order_1 is off by 5 EUR minor units')
})

test('a movement in which every entry is zero books nothing, and is refused', () => {
  expect(() => balancedPosting(posting(entry('assets:till', 0)))).toThrow('order-placed of order_1 books nothing')
  expect(() => balancedPosting(posting())).toThrow('books nothing')
})

test('what is accepted sums to zero in each currency; what does not is refused', () => {
  const anyEntry = fc.record({
    account: fc.constantFrom('assets:a', 'revenue:b', 'liabilities:c'),
    currency: fc.constantFrom('EUR', 'JPY'),
    amountMinor: fc.integer({ min: -3, max: 3 }),
  })
  fc.assert(
    fc.property(fc.array(anyEntry, { maxLength: 6 }), (entries) => {
      const sums = ['EUR', 'JPY'].map((currency) =>
        entries.reduce((sum, each) => sum + (each.currency === currency ? each.amountMinor : 0), 0),
      )
      const isSound = sums.every((sum) => sum === 0) && entries.some(({ amountMinor }) => amountMinor !== 0)
      if (!isSound) expect(() => balancedPosting(posting(...entries))).toThrow()
      else
        expect(balancedPosting(posting(...entries)).entries).toEqual(
          entries.filter(({ amountMinor }) => amountMinor !== 0),
        )
    }),
  )
})
