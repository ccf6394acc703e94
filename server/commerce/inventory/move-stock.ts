import type { Shop } from '../../platform/context.ts'
import type { Transaction } from '../../platform/database.ts'
import { sql } from '../../platform/sql.ts'
import { announceStock, type StockChange } from './announce-stock.ts'
import { errors } from './errors.ts'
import { itemNames } from './item-names.ts'
import type { StockLevelRow, StockReason } from './tables.ts'

/** Pieces that come to an item at a location, or leave it (negative). */
export type StockMove = { inventoryItemId: string; locationId: string; quantity: number }

/** Why pieces move, for what (an order, a paper of the stockroom) and by whom. */
export type MoveReason = { reason: StockReason; actor: string; reference?: string | null; note?: string | null }

export type LockedLevel = StockLevelRow & { mostTaken: number }

/**
 * Moves pieces in the caller's transaction: every change of stock but a sale comes through here. What lies somewhere
 * changes by the movement alone; that fewer would be left than are promised to orders is refused
 * (`inventory.too-few`), and then nothing moves. Items are locked in id order.
 */
export async function moveStock(
  ctx: Shop,
  tx: Transaction,
  of: { moves: readonly StockMove[] } & MoveReason,
): Promise<void> {
  const moves = sumOf(of.moves)
  if (moves.length === 0) return
  const levels = new Map((await lockLevels(tx, moves)).map((level) => [keyOf(level), level]))
  const short = moves.filter((move) => {
    const { onHand, reserved } = levels.get(keyOf(move)) as LockedLevel
    return move.quantity < 0 && onHand + move.quantity < reserved
  })
  if (short.length > 0) throw await tooFew(tx, short, levels)
  await writeMoves(ctx, tx, {
    moves: moves.map((move) => ({ ...move, mostTaken: levels.get(keyOf(move))?.mostTaken ?? 1 })),
    why: of,
  })
}

/** Locks the levels of these places, in id order; where nothing ever lay, an empty level is made first. */
export async function lockLevels(
  tx: Transaction,
  places: readonly { inventoryItemId: string; locationId: string }[],
): Promise<LockedLevel[]> {
  const itemIds = places.map((place) => place.inventoryItemId)
  const locationIds = places.map((place) => place.locationId)
  await tx.run(sql`
    insert into stock_levels (inventory_item_id, location_id)
    select t.item_id, t.location_id from unnest(${itemIds}::text[], ${locationIds}::text[]) as t(item_id, location_id)
    where not exists (select from stock_levels known
      where known.inventory_item_id = t.item_id and known.location_id = t.location_id)
    order by 1, 2
    on conflict do nothing`)
  return tx.rows<LockedLevel>(sql`
    select level.inventory_item_id, level.location_id, level.on_hand, level.reserved,
      (select coalesce(max(other.quantity), 1) from variant_inventory_items other
        where other.inventory_item_id = level.inventory_item_id) as most_taken
    from unnest(${itemIds}::text[], ${locationIds}::text[]) as t(item_id, location_id)
    join stock_levels level on level.inventory_item_id = t.item_id and level.location_id = t.location_id
    order by level.inventory_item_id, level.location_id
    for update of level`)
}

/** Writes movements of levels that are locked, and tells the pages where shoppers now see another number. */
export async function writeMoves(
  ctx: Shop,
  tx: Transaction,
  of: { moves: readonly (StockMove & { mostTaken: number })[]; why: MoveReason },
): Promise<void> {
  const { moves, why } = of
  if (moves.length === 0) return
  await tx.run(sql`
    insert into stock_movements (inventory_item_id, location_id, quantity, reason, reference, actor, note, occurred_at)
    select item_id, location_id, quantity, ${why.reason}, ${why.reference ?? null}, ${why.actor}, ${why.note ?? null},
      ${ctx.clock.now()}
    from unnest(${moves.map((move) => move.inventoryItemId)}::text[], ${moves.map((move) => move.locationId)}::text[],
      ${moves.map((move) => move.quantity)}::int[]) as m(item_id, location_id, quantity)`)
  await announceStock(ctx, tx, await changesOf(tx, moves))
}

async function changesOf(
  tx: Transaction,
  moves: readonly (StockMove & { mostTaken: number })[],
): Promise<StockChange[]> {
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

/** One move for each level; what goes and comes back is none. */
function sumOf(moves: readonly StockMove[]): StockMove[] {
  if (!moves.every((move) => Number.isSafeInteger(move.quantity))) throw errors.invalidQuantity()
  return [...Map.groupBy(moves, keyOf).values()].flatMap((some) => {
    const quantity = some.reduce((sum, move) => sum + move.quantity, 0)
    return some[0] && quantity !== 0 ? [{ ...some[0], quantity }] : []
  })
}

async function tooFew(tx: Transaction, short: readonly StockMove[], levels: ReadonlyMap<string, LockedLevel>) {
  const names = await itemNames(
    tx,
    short.map((move) => move.inventoryItemId),
  )
  const free = short.map((move) => {
    const level = levels.get(keyOf(move))
    return String(level ? level.onHand - level.reserved : 0)
  })
  return errors.tooFew({
    titles: short
      .map((move, index) => `${names.get(move.inventoryItemId) ?? move.inventoryItemId} (${free[index]} free)`)
      .join(', '),
    inventoryItemIds: short.map((move) => move.inventoryItemId),
    free,
  })
}

function keyOf(of: { inventoryItemId: string; locationId: string }): string {
  return `${of.inventoryItemId} ${of.locationId}`
}
