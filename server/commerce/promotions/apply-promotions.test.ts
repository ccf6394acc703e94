import fc from 'fast-check'
import { expect, test } from 'vitest'
import { applyPromotions, type Candidate } from './apply-promotions.ts'
import type { Basket, BasketLine, Benefit, PromotionRule } from './promotion-rule.ts'
import { anyBasket, anyCandidates } from './testing/any-promotions.ts'

const line = (variantId: string, unitPriceMinor: number, quantity = 1, more: Partial<BasketLine> = {}): BasketLine => ({
  id: `line-${variantId}`,
  variantId,
  productId: `product-${variantId}`,
  categoryIds: [],
  tags: [],
  isReduced: false,
  quantity,
  unitPriceMinor,
  ...more,
})
const basket = (lines: BasketLine[], more: Partial<Basket> = {}): Basket => ({
  currency: 'EUR',
  country: 'DE',
  marketId: 'home',
  customerGroupId: null,
  lines,
  shippingMinor: 4_90,
  ...more,
})
const promotion = (id: string, gives: Benefit, more: Partial<Candidate> & Partial<PromotionRule> = {}): Candidate => ({
  id,
  code: id.toUpperCase(),
  rule: { gives, ...(more.needs ? { needs: more.needs } : {}) },
  priority: 0,
  combines: 'with-all',
  combinesWith: [],
  leftMinor: null,
  ...more,
})
const percent = (ratePpm: number, goods = {}): Benefit => ({ kind: 'percent', tiers: [{ ratePpm }], goods })
const amount = (minor: number, currency = 'EUR'): Benefit => ({
  kind: 'amount',
  tiers: [{ amounts: { [currency]: minor } }],
})
const sum = (amounts: number[]) => amounts.reduce((total, each) => total + each, 0)
const worth = ({ lines, shippingMinor }: Basket) =>
  sum(lines.map((each) => each.unitPriceMinor * each.quantity)) + (shippingMinor ?? 0)

test('a fixed discount of 50,000 minor units is not read as a percentage', () => {
  const dear = basket([line('sofa', 1_200_00)])
  expect(applyPromotions(dear, [promotion('five-hundred', amount(500_00))]).discountMinor).toBe(500_00)
  expect(applyPromotions(basket([line('cup', 80_00)]), [promotion('five-hundred', amount(500_00))])).toMatchObject({
    discountMinor: 80_00,
    applied: [{ lines: [{ lineId: 'line-cup', amountMinor: 80_00 }], shippingMinor: 0 }],
  })
})

test('a 70% and a 40% code never make goods free: each takes its part of what the other has left', () => {
  const codes = [promotion('seventy', percent(700_000)), promotion('forty', percent(400_000))]
  const hundred = basket([line('cup', 100_00)])
  expect(applyPromotions(hundred, codes)).toMatchObject({ discountMinor: 82_00 })
  expect(applyPromotions(hundred, codes.toReversed())).toEqual(applyPromotions(hundred, codes))
})

test('tax-inclusive fixed discounts never give a negative total, however many there are', () => {
  const codes = ['a', 'b', 'c'].map((id) => promotion(id, amount(50_00)))
  const outcome = applyPromotions(basket([line('cup', 30_00, 2), line('book', 9_99)]), codes)
  expect(outcome.discountMinor).toBe(69_99)
  expect(outcome.applied.map((applied) => applied.amountMinor)).toEqual([50_00, 19_99])
  expect(outcome.refused).toEqual([{ promotionId: 'c', code: 'C', because: 'not-together' }])
})

test('a discount is shared over lines to the cent, by what each costs', () => {
  const { applied } = applyPromotions(basket([line('c', 3_33), line('a', 3_33), line('b', 3_34)]), [
    promotion('ten', amount(1_00)),
  ])
  expect(applied[0]?.lines).toEqual([
    { lineId: 'line-a', amountMinor: 33 },
    { lineId: 'line-b', amountMinor: 34 },
    { lineId: 'line-c', amountMinor: 33 },
  ])
})

test('the highest tier that is reached counts, by value or by quantity', () => {
  const tiers: Benefit = {
    kind: 'percent',
    tiers: [
      { fromValue: { EUR: 50_00 }, ratePpm: 50_000 },
      { fromValue: { EUR: 100_00 }, ratePpm: 100_000 },
      { fromQuantity: 10, ratePpm: 200_000 },
    ],
  }
  const off = (quantity: number) =>
    applyPromotions(basket([line('cup', 20_00, quantity)]), [promotion('more', tiers)]).discountMinor
  expect([1, 3, 5, 10].map(off)).toEqual([0, 3_00, 10_00, 40_00])
})

test('free shipping takes what shipping costs, or as far as it goes', () => {
  const cup = basket([line('cup', 20_00)])
  expect(applyPromotions(cup, [promotion('post', { kind: 'free-shipping' })]).applied).toMatchObject([
    { shippingMinor: 4_90, lines: [], amountMinor: 4_90 },
  ])
  expect(applyPromotions(cup, [promotion('post', { kind: 'free-shipping', upTo: { EUR: 3_00 } })]).discountMinor).toBe(
    3_00,
  )
  const collected = basket([line('cup', 20_00)], { shippingMinor: 0 })
  expect(applyPromotions(collected, [promotion('post', { kind: 'free-shipping' })]).discountMinor).toBe(0)
})

test('what cannot be had together: the set that gives most is applied, whoever was entered first', () => {
  const alone = promotion('alone', percent(250_000), { combines: 'with-none' })
  const five = promotion('five', percent(50_000))
  const post = promotion('post', { kind: 'free-shipping' })
  const small = basket([line('cup', 10_00)])
  const large = basket([line('cup', 100_00)])
  const ids = (of: Basket, all: Candidate[]) => applyPromotions(of, all).applied.map((applied) => applied.promotionId)
  expect(ids(small, [alone, five, post])).toEqual(['five', 'post'])
  expect(ids(large, [post, five, alone])).toEqual(['alone'])
  expect(applyPromotions(large, [post, five, alone]).refused.map(({ because }) => because)).toEqual([
    'not-together',
    'not-together',
  ])
  const listed = promotion('listed', percent(100_000), { combines: 'with-listed', combinesWith: ['post'] })
  expect(ids(large, [listed, five, post])).toEqual(['listed', 'post'])
})

test('exceptions, groups, countries and minimums keep a promotion from what it is not meant for', () => {
  const reduced = line('sale', 40_00, 1, { isReduced: true })
  const lines = [line('cup', 40_00, 1, { categoryIds: ['mugs'] }), line('tea', 10_00, 2, { tags: ['food'] }), reduced]
  const off = (gives: Benefit, more: Partial<PromotionRule> = {}, of: Partial<Basket> = {}) =>
    applyPromotions(basket(lines, of), [promotion('p', gives, more)])
  expect(off(percent(500_000, { exceptReduced: true, exceptTags: ['food'] })).discountMinor).toBe(20_00)
  expect(off(percent(500_000, { categoryIds: ['mugs'], tags: ['food'] })).discountMinor).toBe(30_00)
  expect(off(percent(500_000, { tags: ['none'] })).refused[0]?.because).toBe('not-these-goods')
  const half = percent(500_000)
  expect(off(half, { needs: { countries: ['AT'] } }).refused[0]?.because).toBe('not-here')
  expect(off(half, { needs: { customerGroupIds: ['trade'] } }).refused[0]?.because).toBe('not-here')
  expect(off(half, { needs: { customerGroupIds: ['trade'] } }, { customerGroupId: 'trade' }).discountMinor).toBe(50_00)
  expect(off(half, { needs: { valueMin: { EUR: 100_01 } } }).refused[0]?.because).toBe('not-enough')
  expect(off(half, { needs: { valueMin: { EUR: 100_00 } } }).discountMinor).toBe(50_00)
  expect(off(half, { needs: { valueMin: { USD: 1 } } }).refused[0]?.because).toBe('not-here')
  expect(off(half, { needs: { quantityMin: 3, goods: { tags: ['food'] } } }).refused[0]?.because).toBe('not-enough')
})

test('a budget that is nearly spent gives what is left of it, and nothing after that', () => {
  const cups = basket([line('a', 10_00), line('b', 10_00)])
  expect(applyPromotions(cups, [promotion('p', percent(500_000), { leftMinor: 3_01 })]).applied).toMatchObject([
    { amountMinor: 3_01, lines: [{ amountMinor: 1_51 }, { amountMinor: 1_50 }] },
  ])
  expect(applyPromotions(cups, [promotion('p', percent(500_000), { leftMinor: 0 })])).toMatchObject({
    discountMinor: 0,
    refused: [{ because: 'not-valid' }],
  })
})

test('a promotion asked for by two codes is used once', () => {
  const twice = [promotion('p', percent(100_000), { code: 'B' }), promotion('p', percent(100_000), { code: 'A' })]
  expect(applyPromotions(basket([line('cup', 10_00)]), twice).applied).toMatchObject([{ code: 'A', amountMinor: 1_00 }])
})

const runs = { numRuns: 2000 }

test('no line and no shipping is ever paid back, and every cent of a discount is explained', () => {
  fc.assert(
    fc.property(anyBasket, anyCandidates, (cart, candidates) => {
      const { applied, discountMinor } = applyPromotions(cart, candidates)
      expect(sum(applied.map((each) => each.amountMinor))).toBe(discountMinor)
      expect(discountMinor).toBeLessThanOrEqual(worth(cart))
      for (const { amountMinor, lines, shippingMinor } of applied) {
        expect(sum(lines.map((each) => each.amountMinor)) + shippingMinor).toBe(amountMinor)
        expect(amountMinor).toBeGreaterThan(0)
        expect([...lines.map((each) => each.amountMinor), shippingMinor].every((part) => part >= 0)).toBe(true)
      }
      for (const { id, unitPriceMinor, quantity } of cart.lines) {
        const taken = applied.flatMap((each) => each.lines).filter(({ lineId }) => lineId === id)
        expect(sum(taken.map((each) => each.amountMinor))).toBeLessThanOrEqual(unitPriceMinor * quantity)
      }
      expect(sum(applied.map((each) => each.shippingMinor))).toBeLessThanOrEqual(cart.shippingMinor ?? 0)
    }),
    runs,
  )
})

test('neither the order of lines nor the order in which codes were entered changes a cent', () => {
  const shuffled = fc.tuple(anyBasket, anyCandidates).chain(([cart, candidates]) =>
    fc.record({
      cart: fc.constant(cart),
      candidates: fc.constant(candidates),
      otherLines: fc.shuffledSubarray([...cart.lines], { minLength: cart.lines.length }),
      otherCandidates: fc.shuffledSubarray(candidates, { minLength: candidates.length }),
    }),
  )
  fc.assert(
    fc.property(shuffled, ({ cart, candidates, otherLines, otherCandidates }) => {
      const one = applyPromotions(cart, candidates)
      expect(applyPromotions({ ...cart, lines: otherLines }, otherCandidates)).toEqual(one)
    }),
    runs,
  )
})
