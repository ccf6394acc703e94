import { saveListPrices, savePriceList } from '../../server/commerce/pricing/index.ts'
import { addCode, createPromotion, type PromotionInput } from '../../server/commerce/promotions/index.ts'
import type { Shop } from '../../server/platform/context.ts'
import { sql } from '../../server/platform/sql.ts'

const open: Omit<PromotionInput, 'title' | 'method' | 'rule'> = {
  translations: {},
  status: 'active',
  priority: 0,
  combines: 'with-all',
  combinesWith: [],
  startsAt: null,
  endsAt: null,
  usesMax: null,
  usesPerCustomerMax: null,
  budgetCurrency: null,
  budgetMinor: null,
}

/** The code with which the demo's new customers come. */
export const welcomeCode = 'WELCOME10'

/** What the demo shop is giving: a welcome, every fourth cup, and something off a large order while the budget lasts. */
export async function fillPromotions(ctx: Shop): Promise<void> {
  const drinkware = await ctx.database.one<{ id: string }>(sql`select id from categories where slug = 'drinkware'`)
  const cups = { categoryIds: [drinkware.id] }
  await createPromotion(ctx, {
    ...open,
    title: 'Four for three: cups and glasses',
    translations: { de: { title: 'Vier für drei: Tassen und Gläser' } },
    method: 'automatic',
    rule: {
      gives: {
        kind: 'buy-x-get-y',
        buy: { quantity: 3, goods: cups },
        get: { quantity: 1, goods: cups, ratePpm: 1_000_000 },
      },
    },
  })
  const welcome = await createPromotion(ctx, {
    ...open,
    title: '10% to welcome you',
    translations: { de: { title: '10 % zum Willkommen' } },
    method: 'code',
    usesPerCustomerMax: 1,
    rule: {
      gives: { kind: 'percent', tiers: [{ ratePpm: 100_000 }], goods: { exceptReduced: true } },
      needs: { valueMin: { EUR: 30_00 } },
    },
  })
  await addCode(ctx, { promotionId: welcome, code: welcomeCode })
  const large = await createPromotion(ctx, {
    ...open,
    title: 'Something off a large order',
    translations: { de: { title: 'Ein Nachlass für Großes' } },
    method: 'code',
    budgetCurrency: 'EUR',
    budgetMinor: 500_00,
    rule: {
      gives: {
        kind: 'amount',
        tiers: [
          { fromValue: { EUR: 120_00 }, amounts: { EUR: 10_00 } },
          { fromValue: { EUR: 200_00 }, amounts: { EUR: 25_00 } },
        ],
      },
    },
  })
  await addCode(ctx, { promotionId: large, code: 'HARBOUR' })
  await fillQuantityPrices(ctx)
}

/** Whoever sets a whole table with the demo's mugs pays less for each. */
async function fillQuantityPrices(ctx: Shop): Promise<void> {
  const variants = await ctx.database.rows<{ id: string; amountMinor: number }>(sql`
    select v.id, price.amount_minor from variants v join products p on p.id = v.product_id
    join prices price on price.variant_id = v.id where p.slug = 'lantern-mug' order by v.position`)
  const priceListId = await savePriceList(ctx, {
    list: {
      code: 'for-a-whole-table',
      title: 'For a whole table',
      currency: 'EUR',
      marketId: null,
      customerGroupId: null,
      priority: 10,
      startsAt: null,
      endsAt: null,
    },
  })
  await saveListPrices(ctx, {
    priceListId,
    prices: variants.flatMap(({ id: variantId, amountMinor }) => [
      { variantId, quantityMin: 6, amountMinor: amountMinor - 3_00 },
      { variantId, quantityMin: 12, amountMinor: amountMinor - 5_00 },
    ]),
  })
}
