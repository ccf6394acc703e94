import type { Shop } from '../../platform/context.ts'
import type { Transaction } from '../../platform/database.ts'
import { sql } from '../../platform/sql.ts'
import { stockLocations } from '../stores/index.ts'
import { announceStock, type StockChange } from './announce-stock.ts'
import { outOfStock, type ShortLine } from './errors.ts'
import { type Need, type Plan, planReservations } from './plan-reservations.ts'
import type { StockLevelRow } from './tables.ts'

/** A line that wants stock. `title` is what the buyer is told when there is not enough. */
export type StockWish = { orderLineId: string; variantId: string; quantity: number; title: string }

type LockedLevel = StockLevelRow & { mostTaken: number }
/** A counted variant without an item has the id '', which lies nowhere, so that it is sold out. */
type NeedRow = { variantId: string; inventoryItemId: string; quantity: number; backorder: boolean }

/**
 * Holds stock for an order until a moment, in the caller's transaction. The whole order is checked at once; if any
 * line is short, nothing is held and `inventory.out-of-stock` says which lines, and how many are left of each.
 * `locationId` takes from that place alone (a pick-up); otherwise from every place that ships, in the owner's order.
 */
export async function reserveStock(
  ctx: Shop,
  tx: Transaction,
  wish: { orderId: string; lines: readonly StockWish[]; locationId?: string | null; heldUntil: Date },
): Promise<void> {
  const { needs, levels } = await lockLevels(tx, wish.lines)
  if (needs.length === 0) return
  const locationIds = wish.locationId ? [wish.locationId] : await shippingLocationIds(ctx)
  const plan = planReservations({
    needs: needsOf(wish.lines, needs),
    shelves: levels.map((level) => ({ ...level, free: level.onHand - level.reserved })),
    locationIds,
  })
  if (plan.short.length > 0) throw outOfStock(shortLines(wish.lines, plan))
  if (plan.takings.length === 0) return
  // Lists stand in selects of their own, here and below: seeing how short they are, the planner would make a new plan
  // for every order, while others wait for these goods.
  await tx.run(sql`
    with taken as (
      select * from unnest(
        (select ${plan.takings.map((taking) => wish.lines[taking.line]?.orderLineId)}::text[]),
        (select ${plan.takings.map((taking) => taking.inventoryItemId)}::text[]),
        (select ${plan.takings.map((taking) => taking.locationId)}::text[]),
        (select ${plan.takings.map((taking) => taking.quantity)}::int[]))
        as t(order_line_id, inventory_item_id, location_id, quantity)
    ), held as (
      insert into reservations (order_id, order_line_id, inventory_item_id, location_id, quantity, held_until)
      select ${wish.orderId}, order_line_id, inventory_item_id, location_id, quantity, ${wish.heldUntil} from taken
    )
    update stock_levels level set reserved = level.reserved + t.quantity
    from (select inventory_item_id, location_id, sum(quantity)::int as quantity from taken group by 1, 2) t
    where level.inventory_item_id = t.inventory_item_id and level.location_id = t.location_id`)
  await announceStock(ctx, tx, changesOf(levels, plan))
}

/** The places that parcels leave from, the first asked at the front. */
export async function shippingLocationIds(ctx: Shop): Promise<string[]> {
  return (await stockLocations(ctx)).filter((location) => location.ships).map((location) => location.id)
}

async function lockLevels(tx: Transaction, lines: readonly StockWish[]) {
  const variantIds = [...new Set(lines.map((line) => line.variantId))]
  // Locked in id order: two orders sharing two variants would otherwise wait on each other for ever.
  const rows = await tx.rows<NeedRow & { perUnit: number } & { [K in keyof LockedLevel]: LockedLevel[K] | null }>(sql`
    with need as materialized (
      select v.id as variant_id, v.backorder, coalesce(n.inventory_item_id, '') as inventory_item_id,
        coalesce(n.quantity, 1) as per_unit,
        (select max(other.quantity) from variant_inventory_items other
          where other.inventory_item_id = n.inventory_item_id) as most_taken
      from variants v left join variant_inventory_items n on n.variant_id = v.id
      where v.id = any(array(select unnest(${variantIds}::text[]))) and v.track_inventory
    ), locked as materialized (
      select inventory_item_id, location_id, on_hand, reserved from stock_levels
      where inventory_item_id = any(array(select inventory_item_id from need))
      order by inventory_item_id, location_id
      for update
    )
    select need.*, locked.location_id, locked.on_hand, locked.reserved
    from need left join locked on locked.inventory_item_id = need.inventory_item_id`)
  const needs = new Map<string, NeedRow>()
  const levels = new Map<string, LockedLevel>()
  for (const { variantId, inventoryItemId, perUnit, backorder, locationId, onHand, reserved, mostTaken } of rows) {
    needs.set(`${variantId} ${inventoryItemId}`, { variantId, inventoryItemId, quantity: perUnit, backorder })
    if (locationId === null || onHand === null || reserved === null) continue
    const level = { inventoryItemId, locationId, onHand, reserved, mostTaken: mostTaken ?? 1 }
    levels.set(`${inventoryItemId} ${locationId}`, level)
  }
  return { needs: [...needs.values()], levels: [...levels.values()] }
}

function needsOf(lines: readonly StockWish[], needs: readonly NeedRow[]): Need[] {
  return lines.flatMap((wish, line) =>
    needs
      .filter((need) => need.variantId === wish.variantId)
      .map((need) => ({
        line,
        inventoryItemId: need.inventoryItemId,
        quantity: wish.quantity * need.quantity,
        perUnit: need.quantity,
        isOptional: need.backorder,
      })),
  )
}

function changesOf(levels: readonly LockedLevel[], plan: Plan): StockChange[] {
  return [...Map.groupBy(levels, (level) => level.inventoryItemId)].map(([inventoryItemId, places]) => {
    const taken = plan.takings
      .filter((taking) => taking.inventoryItemId === inventoryItemId)
      .reduce((sum, taking) => sum + taking.quantity, 0)
    const free = places.reduce((sum, place) => sum + place.onHand - place.reserved, 0)
    return { inventoryItemId, free: free - taken, change: -taken, mostTaken: places[0]?.mostTaken ?? 1 }
  })
}

function shortLines(lines: readonly StockWish[], plan: Plan): ShortLine[] {
  const leftOf = new Map<number, number>()
  for (const { line, left } of plan.short) leftOf.set(line, Math.min(left, leftOf.get(line) ?? left))
  return [...leftOf].flatMap(([line, left]) => {
    const wish = lines[line]
    return wish ? [{ variantId: wish.variantId, title: wish.title, left }] : []
  })
}
