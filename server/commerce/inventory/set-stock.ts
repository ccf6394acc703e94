import { type Shop, transaction } from '../../platform/context.ts'
import type { Transaction } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'
import { sql } from '../../platform/sql.ts'
import { errors } from './errors.ts'
import { type LockedLevel, lockLevels, type MoveReason, writeMoves } from './move-stock.ts'

/** So many pieces of a variant at a location. */
export type StockCount = { variantId: string; locationId: string; quantity: number }

const batchMax = 1000
// Any number will do, as long as it is always the same one: two that say what a variant takes from the shelf take turns.
export const itemsLock = 7_226_110

/**
 * Says how many pieces lie somewhere; the difference to what was known becomes a movement. Variants that are not
 * counted yet get an inventory item. Fewer than are promised to orders is refused (`inventory.reserved`).
 * Counting a variant counts its item. Answers how many levels changed.
 */
export async function setStock(ctx: Shop, counts: readonly StockCount[], why: MoveReason): Promise<number> {
  return changeStock(ctx, counts, { ...why, target: (count) => count.quantity })
}

/** Adds pieces to what lies somewhere, as when goods arrive. Answers how many levels changed. */
export async function receiveStock(ctx: Shop, counts: readonly StockCount[], why: MoveReason): Promise<number> {
  return changeStock(ctx, counts, { ...why, target: (count, onHand) => onHand + count.quantity })
}

async function changeStock(
  ctx: Shop,
  counts: readonly StockCount[],
  how: MoveReason & { target: (count: StockCount, onHand: number) => number },
): Promise<number> {
  if (!counts.every(({ quantity }) => Number.isSafeInteger(quantity) && quantity >= 0)) throw errors.invalidQuantity()
  let changed = 0
  for (let from = 0; from < counts.length; from += batchMax) {
    const batch = counts.slice(from, from + batchMax)
    changed += await transaction(ctx, async (tx) => {
      const items = await itemsOf(tx, batch)
      const levels = await lockLevels(tx, items)
      const moves = movesOf(levels, items, how.target)
      await writeMoves(ctx, tx, { moves, why: how })
      return moves.length
    })
  }
  return changed
}

type ItemCount = StockCount & { inventoryItemId: string }

/** What changes on each level. Counts are taken in their order: variants may share an item. */
function movesOf(
  levels: readonly LockedLevel[],
  counts: readonly ItemCount[],
  targetOf: (count: StockCount, onHand: number) => number,
) {
  const targets = new Map(levels.map((level) => [keyOf(level), { level, target: level.onHand }]))
  for (const count of counts) {
    const known = targets.get(keyOf(count))
    if (known) known.target = targetOf(count, known.target)
  }
  return [...targets.values()].flatMap(({ level, target }) => {
    if (target === level.onHand) return []
    if (target < level.reserved) throw errors.reserved({ reserved: level.reserved })
    return [{ ...level, quantity: target - level.onHand }]
  })
}

/**
 * The items of variants; those that take nothing from any shelf get one of their own. A set has no stock of its own: of
 * how many parts of it were counted says a count of the set nothing, and is refused.
 */
async function itemsOf(tx: Transaction, counts: readonly StockCount[]): Promise<ItemCount[]> {
  const variantIds = [...new Set(counts.map((count) => count.variantId))]
  await tx.run(sql`select pg_advisory_xact_lock(${itemsLock})`)
  await tx.run(sql`
    with missing as (
      select v.id as variant_id, t.item_id, v.sku
      from unnest(${variantIds}::text[], ${variantIds.map(() => newId('inventoryItem'))}::text[]) as t(variant_id, item_id)
      join variants v on v.id = t.variant_id
      where not exists (select from variant_inventory_items known where known.variant_id = v.id)
    ), made as (
      insert into inventory_items (id, sku) select item_id, sku from missing
    )
    insert into variant_inventory_items (variant_id, inventory_item_id) select variant_id, item_id from missing`)
  const needs = await tx.rows<{ variantId: string; inventoryItemId: string; quantity: number }>(sql`
    select variant_id, inventory_item_id, quantity from variant_inventory_items where variant_id = any(${variantIds})`)
  const needsOf = Map.groupBy(needs, (need) => need.variantId)
  return counts.flatMap((count) => {
    const [need, ...more] = needsOf.get(count.variantId) ?? []
    if (!need) return []
    if (more.length > 0 || need.quantity > 1) throw errors.isSet()
    return [{ ...count, inventoryItemId: need.inventoryItemId }]
  })
}

function keyOf(of: { inventoryItemId: string; locationId: string }): string {
  return `${of.inventoryItemId} ${of.locationId}`
}
