import type { Queryable } from '../../platform/database.ts'
import { type Statement, sql } from '../../platform/sql.ts'

/**
 * A lateral subquery for statements in which an inventory item is called `item`: the `title` and `variant_title` that
 * people know it by. That is the variant which takes one piece of it and nothing else; failing that, any that takes it.
 */
export const itemNamed: Statement = sql`(
  select p.id as product_id, p.title, array_to_string(v.option_values, ' / ') as variant_title, v.sku, v.barcode
  from variant_inventory_items need join variants v on v.id = need.variant_id join products p on p.id = v.product_id
  where need.inventory_item_id = item.id
  order by (need.quantity = 1 and not exists (
    select from variant_inventory_items more
    where more.variant_id = v.id and more.inventory_item_id <> need.inventory_item_id)) desc, v.id
  limit 1
)`

/** What items are called, by id: "The cup, Moss". */
export async function itemNames(from: Queryable, itemIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await from.rows<{
    id: string
    title: string | null
    variantTitle: string | null
    sku: string | null
  }>(sql`
    select item.id, item.sku, named.title, named.variant_title
    from inventory_items item left join lateral ${itemNamed} named on true where item.id = any(${itemIds})`)
  return new Map(
    rows.map(({ id, title, variantTitle, sku }) => [id, [title ?? sku ?? id, variantTitle].filter(Boolean).join(', ')]),
  )
}
