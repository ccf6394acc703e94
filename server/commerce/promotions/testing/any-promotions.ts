import fc from 'fast-check'
import type { Candidate } from '../apply-promotions.ts'
import type { Basket, BasketLine, Benefit, Goods, Needs } from '../promotion-rule.ts'

const variants = Array.from({ length: 12 }, (_, index) => `variant-${index}`)
const tags = ['summer', 'sale', 'new']
const categories = ['mugs', 'lamps']

const anyLine = (variantId: string) =>
  fc.record({
    id: fc.constant(`line of ${variantId}`),
    variantId: fc.constant(variantId),
    productId: fc.constant(`product of ${variantId}`),
    categoryIds: fc.subarray(categories),
    tags: fc.subarray(tags),
    isReduced: fc.boolean(),
    quantity: fc.integer({ min: 1, max: 12 }),
    unitPriceMinor: fc.oneof(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 0, max: 10_000_000 })),
  }) satisfies fc.Arbitrary<BasketLine>

/** Any basket of up to seven lines, in euro, yen or dinar. */
export const anyBasket: fc.Arbitrary<Basket> = fc
  .tuple(fc.shuffledSubarray(variants, { maxLength: 7 }), fc.constantFrom('EUR', 'JPY', 'KWD'))
  .chain(([chosen, currency]) =>
    fc.record({
      currency: fc.constant(currency),
      country: fc.constantFrom('DE', 'JP', 'KW'),
      marketId: fc.constant('home'),
      customerGroupId: fc.constantFrom(null, 'trade'),
      lines: fc.tuple(...chosen.map(anyLine)),
      shippingMinor: fc.option(fc.integer({ min: 0, max: 5_000 })),
    }),
  )

const anyGoods: fc.Arbitrary<Goods> = fc.record(
  {
    tags: fc.subarray(tags),
    categoryIds: fc.subarray(categories),
    exceptTags: fc.subarray(tags, { maxLength: 1 }),
    exceptReduced: fc.boolean(),
  },
  { requiredKeys: [] },
)
const anyRate = fc.oneof(fc.integer({ min: 1, max: 1_000_000 }), fc.constantFrom(1_000_000, 700_000, 400_000))
const anyAmounts = fc.record({
  EUR: fc.integer({ min: 1, max: 100_000 }),
  JPY: fc.integer({ min: 1, max: 100_000 }),
  KWD: fc.integer({ min: 1, max: 100_000 }),
})

/** Anything that a promotion may give. */
export const anyBenefit: fc.Arbitrary<Benefit> = fc.oneof(
  fc.record({
    kind: fc.constant('percent' as const),
    tiers: fc.tuple(fc.record({ ratePpm: anyRate }), fc.record({ fromQuantity: fc.constant(5), ratePpm: anyRate })),
    goods: anyGoods,
  }),
  fc.record({
    kind: fc.constant('amount' as const),
    tiers: fc.tuple(fc.record({ amounts: anyAmounts })),
    goods: anyGoods,
  }),
  fc.record({ kind: fc.constant('free-shipping' as const), upTo: anyAmounts }, { requiredKeys: ['kind'] }),
  fc.record(
    {
      kind: fc.constant('buy-x-get-y' as const),
      buy: fc.record({ quantity: fc.integer({ min: 1, max: 4 }), goods: anyGoods }),
      get: fc.record({ quantity: fc.integer({ min: 1, max: 3 }), goods: anyGoods, ratePpm: anyRate }),
      timesMax: fc.integer({ min: 1, max: 3 }),
    },
    { requiredKeys: ['kind', 'buy', 'get'] },
  ),
)

const anyNeeds: fc.Arbitrary<Needs> = fc.record(
  {
    quantityMin: fc.integer({ min: 1, max: 4 }),
    valueMin: anyAmounts,
    customerGroupIds: fc.constant(['trade']),
    countries: fc.constant(['DE', 'JP']),
  },
  { requiredKeys: [] },
)

/** Up to six promotions that combine in any way. */
export const anyCandidates: fc.Arbitrary<Candidate[]> = fc
  .array(
    fc.record({
      id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
      code: fc.constant(null),
      rule: fc.record({ gives: anyBenefit, needs: fc.oneof(fc.constant({}), anyNeeds) }),
      priority: fc.integer({ min: 0, max: 2 }),
      combines: fc.constantFrom('with-all', 'with-all', 'with-none', 'with-listed'),
      combinesWith: fc.subarray(['a', 'b', 'c']),
      leftMinor: fc.oneof(fc.constant(null), fc.constant(null), fc.integer({ min: 0, max: 5_000 })),
    }),
    { maxLength: 6 },
  )
  .map((all) => [...new Map(all.map((each) => [each.id, each])).values()])
