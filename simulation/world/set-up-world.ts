import { issueCard } from '../../server/commerce/gift-cards/index.ts'
import { addCode, createPromotion, type PromotionInput } from '../../server/commerce/promotions/index.ts'
import { stockLocations } from '../../server/commerce/stores/index.ts'
import { type Shop, transaction } from '../../server/platform/context.ts'
import { openDatabase } from '../../server/platform/database.ts'
import { sql } from '../../server/platform/sql.ts'
import { putOnSale, setUpSmallStore } from '../scorecard/small-store.ts'
import type { Good, Play } from './play.ts'
import type { Stage } from './stage.ts'

/** What is on the shelf: one thing that everybody wants and few get, and others. */
const shelf = [
  { slug: 'last-piece', priceMinor: 4900, stock: 3 },
  { slug: 'lamp', priceMinor: 12_999, stock: 20 },
  { slug: 'bowl', priceMinor: 1, stock: 60 },
  { slug: 'cup', priceMinor: 333, stock: 40 },
]
const discountCode = 'FIRSTFEW'

/** Sets up the shop of a world: its terms are drawn, too. */
export async function setUpWorld(stage: Stage): Promise<Play> {
  const eyes = openDatabase({ url: stage.database.url, connectionsMax: 3 })
  const [one] = stage.processes
  if (!one) throw new Error('a world needs a process')
  const office: Shop = { ...one.ctx, database: eyes }
  await setUpSmallStore(office, {
    capture: stage.chance.next() < 0.7 ? 'on-shipment' : 'on-placement',
    pricesIncludeTax: stage.chance.next() < 0.7,
    hasBackRoom: true,
  })
  const goods: Good[] = []
  for (const good of shelf) {
    const variantId = await putOnSale(office, good)
    const { itemId } = await eyes.one<{ itemId: string }>(
      sql`select inventory_item_id as item_id from variant_inventory_items where variant_id = ${variantId}`,
    )
    goods.push({ variantId, itemId, priceMinor: good.priceMinor })
  }
  const [warehouse, backRoom] = await stockLocations(office)
  if (!warehouse || !backRoom) throw new Error('a world needs two places for its goods')
  await makeOffers(office)
  const giftCodes = await giveCards(office, [5000, 300, 40_000])
  return {
    stage,
    eyes,
    goods,
    warehouseId: warehouse.id,
    backRoomId: backRoom.id,
    giftCodes,
    discountCode,
    shoppers: [],
    told: [],
    faults: [],
    counts: {},
    named: 0,
  }
}

/** A discount by itself until its budget is spent, and one by a code for the first few. */
async function makeOffers(office: Shop): Promise<void> {
  const usual: Omit<PromotionInput, 'title' | 'method' | 'rule'> = {
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
  await createPromotion(office, {
    ...usual,
    title: 'A tenth less',
    method: 'automatic',
    rule: { gives: { kind: 'percent', tiers: [{ fromValue: { EUR: 10_000 }, ratePpm: 100_000 }] } },
    budgetCurrency: 'EUR',
    budgetMinor: 7000,
  })
  const promotionId = await createPromotion(office, {
    ...usual,
    title: 'For the first few',
    method: 'code',
    rule: { gives: { kind: 'amount', tiers: [{ amounts: { EUR: 250 } }] } },
    usesMax: 4,
  })
  await addCode(office, { promotionId, code: discountCode })
}

async function giveCards(office: Shop, amounts: number[]): Promise<string[]> {
  const codes: string[] = []
  for (const amountMinor of amounts)
    await transaction(office, async (tx) => {
      const card = { kind: 'issued' as const, currency: 'EUR', amountMinor, reason: 'a present', actor: 'system' }
      const issued = await issueCard(office, tx, card)
      if (issued) codes.push(issued.code)
    })
  return codes
}
