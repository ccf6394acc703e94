import type { Shop } from '../../platform/context.ts'
import { sql } from '../../platform/sql.ts'
import { errors as inventoryErrors } from '../inventory/index.ts'
import { errors } from './errors.ts'
import type { ItemQuantity } from './write-document.ts'

/** An item as it was scanned: by what is printed on it. */
export type FoundItem = { id: string; title: string; variantTitle: string; sku: string | null; barcode: string | null }

/** The item that has this SKU or barcode. A set has none of its own: its parts are handled one by one. */
export async function findItem(ctx: Shop, code: string): Promise<FoundItem> {
  const [found] = await findItems(ctx, [code])
  return found as FoundItem
}

/** The same for several, in their order. */
export async function findItems(ctx: Shop, codes: readonly string[]): Promise<FoundItem[]> {
  const rows = await ctx.database.rows<FoundItem & { code: string; isSet: boolean }>(sql`
    select distinct on (wanted.code) wanted.code, need.inventory_item_id as id, p.title,
      array_to_string(v.option_values, ' / ') as variant_title, v.sku, v.barcode,
      (need.quantity > 1 or exists (select from variant_inventory_items more
        where more.variant_id = v.id and more.inventory_item_id <> need.inventory_item_id)) as is_set
    from unnest(${codes}::text[]) as wanted(code)
    join variants v on v.sku = wanted.code or v.barcode = wanted.code
    join products p on p.id = v.product_id
    join variant_inventory_items need on need.variant_id = v.id
    order by wanted.code, v.sku = wanted.code desc, v.id`)
  const byCode = new Map(rows.map((row) => [row.code, row]))
  return codes.map((code) => {
    const row = byCode.get(code)
    if (!row) throw errors.itemNotFound({ code })
    if (row.isSet) throw inventoryErrors.isSet()
    const { code: _, isSet: __, ...found } = row
    return found
  })
}

/** So many of an item, named by its id or by what is printed on it. */
export type NamedQuantity = { inventoryItemId?: string | undefined; code?: string | undefined; quantity: number }

/** The same by id alone. What is named twice, as when it was scanned twice, is added up. */
export async function itemQuantities(ctx: Shop, lines: readonly NamedQuantity[]): Promise<ItemQuantity[]> {
  const codes = [
    ...new Set(lines.flatMap((line) => (line.inventoryItemId === undefined ? [line.code?.trim() ?? ''] : []))),
  ]
  const found = await findItems(ctx, codes)
  const idOf = new Map(codes.map((code, index) => [code, found[index]?.id as string]))
  const sums = new Map<string, number>()
  for (const { inventoryItemId, code, quantity } of lines) {
    const id = inventoryItemId ?? (idOf.get(code?.trim() ?? '') as string)
    sums.set(id, (sums.get(id) ?? 0) + quantity)
  }
  return [...sums].map(([inventoryItemId, quantity]) => ({ inventoryItemId, quantity }))
}
