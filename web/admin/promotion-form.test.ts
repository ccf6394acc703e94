import { expect, test } from 'vitest'
import { fieldsOf, percentOf, ppmOf, readPromotionForm } from './promotion-form.ts'
import type { Promotion } from './promotion-types.ts'

const formOf = (fields: Record<string, string>) => {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  return form
}
const read = (fields: Record<string, string>, currency = 'EUR') => readPromotionForm(formOf(fields), currency)

test('a percentage is read exactly, and never as an amount', () => {
  expect(['15', '12,5', '0.0001', '100 %', '0', '101', '50000', 'ten'].map(ppmOf)).toEqual([
    150_000,
    125_000,
    1,
    1_000_000,
    undefined,
    undefined,
    undefined,
    undefined,
  ])
  expect([150_000, 125_000, 1_000_000].map(percentOf)).toEqual(['15', '12.5', '100'])
})

test('an amount is read in the smallest coin of the currency', () => {
  const amounts = (gives0: string, currency: string) => read({ title: 'x', kind: 'amount', gives0 }, currency)
  expect(amounts('500', 'EUR')).toMatchObject({ body: { rule: { gives: { tiers: [{ amounts: { EUR: 500_00 } }] } } } })
  expect(amounts('500', 'JPY')).toMatchObject({ body: { rule: { gives: { tiers: [{ amounts: { JPY: 500 } }] } } } })
  expect(amounts('1.250', 'KWD')).toMatchObject({ body: { rule: { gives: { tiers: [{ amounts: { KWD: 1_250 } }] } } } })
  expect(amounts('34.116425', 'EUR')).toEqual({ problem: 'An amount looks like 10.00.' })
})

test('a form that is filled with a promotion and sent unchanged asks for the same promotion', () => {
  const promotion: Promotion = {
    id: 'promo_1',
    title: 'More for more',
    translations: { de: { title: 'Mehr für mehr' } },
    method: 'code',
    status: 'active',
    rule: {
      gives: {
        kind: 'percent',
        tiers: [{ ratePpm: 50_000 }, { fromValue: { EUR: 100_00 }, ratePpm: 125_000 }],
        goods: { categoryIds: ['cat_1'], tags: ['new', 'blue'], exceptReduced: true },
      },
      needs: { valueMin: { EUR: 20_00 }, quantityMin: 2, customerGroupIds: ['group_1'] },
    },
    combines: 'with-none',
    startsAt: '2026-03-02T10:00:00Z',
    endsAt: null,
    usesMax: 100,
    usesPerCustomerMax: 1,
    budgetCurrency: 'EUR',
    budgetMinor: 500_00,
    uses: 0,
    spentMinor: 0,
    codeCount: 1,
  }
  const { id: _, status: __, uses: ___, spentMinor: ____, codeCount: _____, ...asked } = promotion
  expect(read(fieldsOf(promotion, 'EUR'))).toEqual({ body: asked })
})
