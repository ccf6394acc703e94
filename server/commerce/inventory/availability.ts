import type { Queryable } from '../../platform/database.ts'
import { type Statement, sql } from '../../platform/sql.ts'

/** How many of a variant can be promised now; null: as many as anyone wants (not counted, or sold on when empty). */
export type Availability = { variantId: string; available: number | null }

/**
 * A subquery for statements in which a variant is called `v`: how many of it the given locations can still promise,
 * null when it is not limited. Of a bundle, as many as its scarcest item allows. `locationIds` is an expression that
 * makes a text[].
 */
export function stockOf(locationIds: Statement): Statement {
  // Nested as it is, each level is looked up by its key; a join here is planned as a scan of all stock now and then.
  return sql`(
    case when v.track_inventory and not v.backorder then coalesce((
      select min((
        select coalesce(sum(level.on_hand - level.reserved), 0) from stock_levels level
        where level.inventory_item_id = need.inventory_item_id and level.location_id = any(${locationIds})
      ) / need.quantity)::int
      from variant_inventory_items need where need.variant_id = v.id
    ), 0) end)`
}

/** Availability of several variants over some locations, in one statement; unknown variants are left out. */
export async function availabilities(
  from: Queryable,
  of: { variantIds: readonly string[]; locationIds: readonly string[] },
): Promise<Availability[]> {
  return from.rows<Availability>(sql`
    select v.id as variant_id, ${stockOf(sql`${of.locationIds}::text[]`)} as available
    from variants v where v.id = any(${of.variantIds})`)
}
