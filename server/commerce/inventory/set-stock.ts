import { type Shop, transaction } from '../../platform/context.ts'
import type { Transaction } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'
import { sql } from '../../platform/sql.ts'
import { announceStock, type StockChange } from './announce-stock.ts'
import { errors } from './errors.ts'
import type { StockReason } from './tables.ts'

/** So many pieces of a variant at a location. */
export type StockCount = { variantId: string; locationId: string; quantity: number }

type Why = { reason: StockReason; actor: string; reference?: string }
type Level = {
  variantId: string
  inventoryItemId: string
  locationId: string
  onHand: number
  reserved: number
  mostTaken: number
}

const batchMax = 1000
// Any number will do, as long as it is always the same one: two set-ups of one variant take turns.
const setUpLock = 7_226_110

/**
 * Says how many pieces lie somewhere; the difference to what was known becomes a movement. Variants that are not
 * counted yet get an inventory item. Fewer than are promised to orders is refused (`inventory.reserved`).
 * Counting a variant counts its item. Answers how many levels changed.
 */
export async function setStock(ctx: Shop, counts: readonly StockCount[], why: Why): Promise<number> {
  return changeStock(ctx, counts, { ...why, target: (count) => count.quantity })
}

/** Adds pieces to what lies somewhere, as when goods arrive. Answers how many levels changed. */
export async function receiveStock(ctx: Shop, counts: readonly StockCount[], why: Why): Promise<number> {
  return changeStock(ctx, counts, { ...why, target: (count, level) => level.onHand + count.quantity })
}

async function changeStock(
  ctx: Shop,
  counts: readonly StockCount[],
  how: Why & { target: (count: StockCount, level: Level) => number },
): Promise<number> {
  if (!counts.every(({ quantity }) => Number.isSafeInteger(quantity) && quantity >= 0)) throw errors.invalidQuantity()
  let changed = 0
  for (let from = 0; from < counts.length; from += batchMax) {
    const batch = counts.slice(from, from + batchMax)
    changed += await transaction(ctx, async (tx) => {
      await addMissingItems(tx, batch)
      const levels = await lockLevels(tx, batch)
      const moves = movesOf(levels, batch, how.target)
      await writeMoves(ctx, tx, { moves, why: how })
      await announceStock(ctx, tx, await changesOf(tx, moves))
      return moves.length
    })
  }
  return changed
}

/** What changes on each level. Counts are taken in their order: variants may share an item. */
function movesOf(
  levels: readonly Level[],
  counts: readonly StockCount[],
  targetOf: (count: StockCount, level: Level) => number,
): Move[] {
  const targets = new Map<string, { level: Level; target: number }>()
  const levelsOf = Map.groupBy(levels, keyOf)
  for (const count of counts) {
    for (const level of levelsOf.get(keyOf(count)) ?? []) {
      const key = `${level.inventoryItemId} ${level.locationId}`
      const target = targetOf(count, { ...level, onHand: targets.get(key)?.target ?? level.onHand })
      targets.set(key, { level, target })
    }
  }
  return [...targets.values()].flatMap(({ level, target }) => {
    if (target < level.reserved) throw errors.reserved({ reserved: level.reserved })
    return target === level.onHand ? [] : [{ ...level, quantity: target - level.onHand }]
  })
}

/** Gives variants that take nothing from any shelf an item of their own. */
async function addMissingItems(tx: Transaction, counts: readonly StockCount[]): Promise<void> {
  const variantIds = [...new Set(counts.map((count) => count.variantId))]
  await tx.run(sql`select pg_advisory_xact_lock(${setUpLock})`)
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
  await tx.run(sql`
    insert into stock_levels (inventory_item_id, location_id)
    select need.inventory_item_id, t.location_id
    from unnest(${counts.map((count) => count.variantId)}::text[], ${counts.map((count) => count.locationId)}::text[])
      as t(variant_id, location_id)
    join variant_inventory_items need on need.variant_id = t.variant_id
    on conflict do nothing`)
}

async function lockLevels(tx: Transaction, counts: readonly StockCount[]): Promise<Level[]> {
  return tx.rows<Level>(sql`
    select t.variant_id, level.inventory_item_id, level.location_id, level.on_hand, level.reserved,
      (select max(other.quantity) from variant_inventory_items other
        where other.inventory_item_id = level.inventory_item_id) as most_taken
    from unnest(${counts.map((count) => count.variantId)}::text[], ${counts.map((count) => count.locationId)}::text[])
      as t(variant_id, location_id)
    join variant_inventory_items need on need.variant_id = t.variant_id
    join stock_levels level on level.inventory_item_id = need.inventory_item_id and level.location_id = t.location_id
    order by level.inventory_item_id, level.location_id
    for update of level`)
}

type Move = Level & { quantity: number }

async function writeMoves(ctx: Shop, tx: Transaction, of: { moves: readonly Move[]; why: Why }): Promise<void> {
  if (of.moves.length === 0) return
  await tx.run(sql`
    with move as (
      select * from unnest(${of.moves.map((move) => move.inventoryItemId)}::text[],
        ${of.moves.map((move) => move.locationId)}::text[], ${of.moves.map((move) => move.quantity)}::int[])
        as m(inventory_item_id, location_id, quantity)
    ), written as (
      insert into stock_movements (inventory_item_id, location_id, quantity, reason, reference, actor, occurred_at)
      select inventory_item_id, location_id, quantity, ${of.why.reason}, ${of.why.reference ?? null}, ${of.why.actor},
        ${ctx.clock.now()}
      from move
    )
    update stock_levels level set on_hand = level.on_hand + move.quantity from move
    where level.inventory_item_id = move.inventory_item_id and level.location_id = move.location_id`)
}

async function changesOf(tx: Transaction, moves: readonly Move[]): Promise<StockChange[]> {
  if (moves.length === 0) return []
  const byItem = Map.groupBy(moves, (move) => move.inventoryItemId)
  const totals = await tx.rows<{ inventoryItemId: string; free: number }>(sql`
    select inventory_item_id, sum(on_hand - reserved)::int as free from stock_levels
    where inventory_item_id = any(${[...byItem.keys()]}) group by inventory_item_id`)
  return totals.map(({ inventoryItemId, free }) => {
    const moved = byItem.get(inventoryItemId) ?? []
    const change = moved.reduce((sum, move) => sum + move.quantity, 0)
    return { inventoryItemId, free, change, mostTaken: moved[0]?.mostTaken ?? 1 }
  })
}

function keyOf(of: { variantId: string; locationId: string }): string {
  return `${of.variantId} ${of.locationId}`
}
