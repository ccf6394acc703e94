import { randomBytes } from 'node:crypto'
import type pg from 'pg'
import { newId } from '../../server/platform/ids.ts'

/** One thing a shopper does to a cart. */
export type CartMove = { kind: 'add' | 'raise' | 'set'; variantId: string; quantity: number }

/** What the limit needs to know of the shop so that its rows are as good as the shop's. */
export type World = {
  marketId: string
  currency: string
  shippingMethodId: string
  /** From this value of goods on, delivery costs nothing and has no entry in the ledger. */
  freeFromMinor: number
  variants: Map<
    string,
    { itemId: string; locationId: string; productId: string; title: string; amountMinor: number; image: string | null }
  >
}

/** A cart that lies ready for the limit to write to. */
export type LimitCart = { id: string; lines: { id: string; variantId: string }[] }

/** Reads it, once. */
export async function readWorld(pool: pg.Pool): Promise<World> {
  const { rows: markets } = await pool.query<{ id: string; currency: string }>(
    'select id, currency from markets order by position limit 1',
  )
  const { rows: methods } = await pool.query<{ id: string }>(
    `select id from shipping_methods where kind = 'delivery' and active order by position limit 1`,
  )
  const { rows: free } = await pool.query<{ from: string | null }>(
    `select min(value_min_minor) as "from" from shipping_rates
     where amount_minor = 0 and method_id = $1 and 'DE' = any(countries)`,
    [methods[0]?.id],
  )
  const { rows } = await pool.query(
    `select vi.variant_id, vi.inventory_item_id, s.location_id, v.product_id, p.title, price.amount_minor::int as amount_minor,
       jsonb_build_object('hash', m.content_hash, 'width', m.width, 'height', m.height, 'widths', m.widths,
         'placeholderColor', m.placeholder_color) as image, m.id is not null as has_image
     from variant_inventory_items vi join stock_levels s using (inventory_item_id)
     join variants v on v.id = vi.variant_id join products p on p.id = v.product_id
     cross join lateral (select amount_minor from prices where variant_id = v.id order by quantity_min limit 1) price
     left join product_media pm on pm.product_id = p.id and pm.position = 0 left join media m on m.id = pm.media_id
     where s.on_hand > 100000`,
  )
  const [market, method] = [markets[0], methods[0]]
  if (!market || !method) throw new Error('the shop is not filled')
  return {
    marketId: market.id,
    currency: market.currency,
    shippingMethodId: method.id,
    freeFromMinor: Number(free[0]?.from ?? Number.POSITIVE_INFINITY),
    variants: new Map(
      rows.map((row) => [
        row.variant_id as string,
        {
          itemId: row.inventory_item_id as string,
          locationId: row.location_id as string,
          productId: row.product_id as string,
          title: row.title as string,
          amountMinor: row.amount_minor as number,
          image: row.has_image ? JSON.stringify(row.image) : null,
        },
      ]),
    ),
  }
}

/** Lays carts ready, outside of any clock: with these variants in them, or empty with ids for the lines to come. */
export async function prepareCarts(
  pool: pg.Pool,
  world: World,
  of: { linesOf: string[][]; filled: boolean },
): Promise<LimitCart[]> {
  const carts = of.linesOf.map((variantIds) => ({
    id: newId('cart'),
    lines: variantIds.map((variantId) => ({ id: newId('cartLine'), variantId })),
  }))
  const now = new Date()
  await pool.query(
    `insert into carts (id, token_hash, market_id, currency, locale, country, contact_sealed, created_at, updated_at)
     select id, $2, $3, $4, 'en', 'DE', $5, $6, $6 from unnest($1::text[]) as id`,
    [
      carts.map((cart) => cart.id),
      randomBytes(32),
      world.marketId,
      world.currency,
      of.filled ? randomBytes(200) : null,
      now,
    ],
  )
  if (!of.filled) return carts
  const lines = carts.flatMap((cart) => cart.lines.map((line) => ({ ...line, cartId: cart.id })))
  await pool.query(
    `insert into cart_lines (id, cart_id, variant_id, quantity, quoted_minor, added_at)
     select id, cart_id, variant_id, 1, 100, $4 from unnest($1::text[], $2::text[], $3::text[]) as l(id, cart_id, variant_id)`,
    [lines.map((line) => line.id), lines.map((line) => line.cartId), lines.map((line) => line.variantId), now],
  )
  return carts
}
