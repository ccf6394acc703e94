import { type Shop, transaction } from '../../platform/context.ts'
import type { Queryable } from '../../platform/database.ts'
import { emit } from '../../platform/events.ts'
import { sql } from '../../platform/sql.ts'
import { countVariant } from '../catalog/index.ts'
import { availabilities } from './availability.ts'
import { errors } from './errors.ts'
import { itemNamed } from './item-names.ts'
import { itemsLock } from './set-stock.ts'

/** What one unit of a variant takes from the shelf. */
export type ItemNeed = { inventoryItemId: string; quantity: number }

/**
 * Says what a variant takes from the shelf: a set of two cups takes two of the item "cup", a breakfast set a cup and a
 * plate. From then on it is counted, and is as available as its scarcest part. Orders that hold stock keep what they
 * hold.
 */
export async function takeItems(
  ctx: Shop,
  of: { variantId: string; items: readonly ItemNeed[]; actor: string },
): Promise<void> {
  const { variantId, items } = of
  const itemIds = [...new Set(items.map((item) => item.inventoryItemId))]
  if (items.length === 0 || itemIds.length < items.length) throw errors.invalidParts()
  if (!items.every(({ quantity }) => Number.isSafeInteger(quantity) && quantity >= 1)) throw errors.invalidQuantity()
  await transaction(ctx, async (tx) => {
    await tx.run(sql`select pg_advisory_xact_lock(${itemsLock})`)
    const productId = await countVariant(tx, variantId)
    const known = await tx.rows(sql`select id from inventory_items where id = any(${itemIds})`)
    if (known.length < itemIds.length) throw errors.unknownPart()
    await tx.run(sql`delete from variant_inventory_items
      where variant_id = ${variantId} and inventory_item_id <> all(${itemIds})`)
    await tx.run(sql`
      insert into variant_inventory_items (variant_id, inventory_item_id, quantity)
      select ${variantId}, item_id, quantity
      from unnest(${items.map((item) => item.inventoryItemId)}::text[], ${items.map((item) => item.quantity)}::int[])
        as t(item_id, quantity)
      on conflict (variant_id, inventory_item_id) do update set quantity = excluded.quantity`)
    const places = await tx.rows<{ id: string }>(sql`select id from stock_locations`)
    const [now] = await availabilities(tx, { variantIds: [variantId], locationIds: places.map(({ id }) => id) })
    await emit(
      ctx,
      tx,
      {
        type: 'stock.availability-changed',
        subject: productId,
        payload: { variantId, available: now?.available ?? 0 },
      },
      { type: 'product.changed', subject: productId, actor: of.actor },
    )
  })
}

/** A part of a variant, with the name that people know it by. */
export type NamedNeed = ItemNeed & {
  title: string | null
  variantTitle: string | null
  sku: string | null
  free: number
}

/** What each of these variants takes from the shelf, and how many of each part are free everywhere. */
export async function itemNeeds(from: Queryable, variantIds: readonly string[]): Promise<Map<string, NamedNeed[]>> {
  const rows = await from.rows<NamedNeed & { variantId: string }>(sql`
    select taken.variant_id, taken.inventory_item_id, taken.quantity, named.title, named.variant_title,
      coalesce(item.sku, named.sku) as sku,
      (select coalesce(sum(level.on_hand - level.reserved), 0)::int from stock_levels level
        where level.inventory_item_id = item.id) as free
    from variant_inventory_items taken join inventory_items item on item.id = taken.inventory_item_id
    left join lateral ${itemNamed} named on true
    where taken.variant_id = any(${variantIds}) order by taken.variant_id, taken.inventory_item_id`)
  return Map.groupBy(rows, (row) => row.variantId)
}
