import fc from 'fast-check'
import { expect, test } from 'vitest'
import { applyPromotions } from './apply-promotions.ts'
import { findCombinations } from './buy-x-get-y.ts'
import { type BasketLine, type Benefit, isAmong, quantityOf } from './promotion-rule.ts'
import { anyBasket, anyBenefit } from './testing/any-promotions.ts'

type Offer = Extract<Benefit, { kind: 'buy-x-get-y' }>
const line = (variantId: string, unitPriceMinor: number, quantity: number, tags: string[] = []): BasketLine => ({
  id: variantId,
  variantId,
  productId: variantId,
  categoryIds: [],
  tags,
  isReduced: false,
  quantity,
  unitPriceMinor,
})
const discount = (lines: BasketLine[], gives: Offer, id = 'offer') =>
  applyPromotions(
    { currency: 'EUR', country: 'DE', marketId: 'home', customerGroupId: null, lines, shippingMinor: 0 },
    [{ id, code: null, rule: { gives }, priority: 0, combines: 'with-all', combinesWith: [], leftMinor: null }],
  )
const threeForTwo: Offer = { kind: 'buy-x-get-y', buy: { quantity: 2 }, get: { quantity: 1, ratePpm: 1_000_000 } }

test('buy-x-get-y finds every combination and none twice, over any number of lines', () => {
  const off = (...quantities: number[]) =>
    discount(
      quantities.map((quantity, index) => line(`v${index}`, 10_00, quantity)),
      threeForTwo,
    ).discountMinor
  expect([off(2), off(3), off(5), off(6), off(1, 1, 1), off(2, 2, 2), off(4, 3)]).toEqual([
    0, 10_00, 10_00, 20_00, 10_00, 20_00, 20_00,
  ])
})

test('the cheapest pieces are the ones given', () => {
  const { applied } = discount([line('dear', 30_00, 2), line('cheap', 5_00, 1), line('middle', 8_00, 3)], threeForTwo)
  expect(applied[0]?.lines).toEqual([
    { lineId: 'cheap', amountMinor: 5_00 },
    { lineId: 'middle', amountMinor: 8_00 },
  ])
})

test('buy-x-get-y keeps its own percentage, rounded once for a line', () => {
  const half: Offer = { kind: 'buy-x-get-y', buy: { quantity: 1 }, get: { quantity: 1, ratePpm: 333_333 } }
  expect(discount([line('cup', 9_99, 6)], half).applied[0]?.lines).toEqual([{ lineId: 'cup', amountMinor: 9_99 }])
})

test('a piece that was bought for one offer is not bought for another, nor given by it', () => {
  const offer = (id: string, ratePpm: number) => ({
    id,
    code: null,
    rule: { gives: { ...threeForTwo, get: { quantity: 1, ratePpm } } },
    priority: 0,
    combines: 'with-all' as const,
    combinesWith: [],
    leftMinor: null,
  })
  const at = (quantity: number) =>
    applyPromotions(
      {
        currency: 'EUR',
        country: 'DE',
        marketId: 'home',
        customerGroupId: null,
        lines: [line('cup', 10_00, quantity)],
        shippingMinor: 0,
      },
      [offer('a', 1_000_000), offer('b', 500_000)],
    )
  expect(at(5).applied.map(({ promotionId, amountMinor }) => [promotionId, amountMinor])).toEqual([['a', 10_00]])
})

test('one that is bought with mugs and given on tea takes tea alone, and stops where either runs out', () => {
  const teaWithMugs: Offer = {
    kind: 'buy-x-get-y',
    buy: { quantity: 2, goods: { tags: ['mug'] } },
    get: { quantity: 1, goods: { tags: ['tea'] }, ratePpm: 500_000 },
  }
  const off = (mugs: number, teas: number, timesMax?: number) =>
    discount(
      [line('mug', 20_00, mugs, ['mug']), line('tea', 6_00, teas, ['tea'])].filter((each) => each.quantity > 0),
      {
        ...teaWithMugs,
        ...(timesMax ? { timesMax } : {}),
      },
    ).discountMinor
  expect([off(1, 5), off(2, 0), off(2, 5), off(4, 1), off(6, 9), off(6, 9, 2)]).toEqual([0, 0, 3_00, 3_00, 9_00, 6_00])
})

/** Counts combinations by trying: takes them one at a time in every way there is. */
function mostByTrying(offer: Offer, units: { isBuy: boolean; isGet: boolean }[]): number {
  const kinds = { buy: 0, get: 0, both: 0 }
  for (const unit of units) {
    if (unit.isBuy && unit.isGet) kinds.both++
    else if (unit.isBuy) kinds.buy++
    else if (unit.isGet) kinds.get++
  }
  const known = new Map<string, number>()
  const most = (buy: number, get: number, both: number): number => {
    const name = `${buy} ${get} ${both}`
    const before = known.get(name)
    if (before !== undefined) return before
    let best = 0
    for (let bothBought = 0; bothBought <= Math.min(both, offer.buy.quantity); bothBought++)
      for (let bothGiven = 0; bothGiven <= Math.min(both - bothBought, offer.get.quantity); bothGiven++) {
        const restBuy = buy - (offer.buy.quantity - bothBought)
        const restGet = get - (offer.get.quantity - bothGiven)
        if (restBuy >= 0 && restGet >= 0)
          best = Math.max(best, 1 + most(restBuy, restGet, both - bothBought - bothGiven))
      }
    known.set(name, best)
    return best
  }
  return Math.min(most(kinds.buy, kinds.get, kinds.both), offer.timesMax ?? Number.POSITIVE_INFINITY)
}

test('as many combinations are found as by trying every one, and no piece is used twice', () => {
  const anyOffer = anyBenefit.filter((benefit): benefit is Offer => benefit.kind === 'buy-x-get-y')
  const small = anyBasket.map(({ lines }) => lines.map((each) => ({ ...each, quantity: Math.min(4, each.quantity) })))
  fc.assert(
    fc.property(small, anyOffer, (lines, offer) => {
      const { times, bought, given } = findCombinations(offer, { lines, free: ({ quantity }) => quantity })
      const units = lines.flatMap((each) =>
        Array.from({ length: each.quantity }, () => ({
          isBuy: isAmong(each, offer.buy.goods),
          isGet: isAmong(each, offer.get.goods),
        })),
      )
      expect(times).toBe(mostByTrying(offer, units))
      const pieces = (of: typeof given) => of.reduce((total, { quantity }) => total + quantity, 0)
      expect([pieces(bought), pieces(given)]).toEqual([times * offer.buy.quantity, times * offer.get.quantity])
      for (const each of lines) {
        const used = [...bought, ...given].filter(({ lineId }) => lineId === each.id)
        expect(pieces(used)).toBeLessThanOrEqual(quantityOf([each]))
      }
    }),
    { numRuns: 1000 },
  )
})
