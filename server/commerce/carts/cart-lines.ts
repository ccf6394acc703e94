import { type Statement, sql } from '../../platform/sql.ts'
import type { CartLineRow, CartRow } from './tables.ts'

/** What a cart holds after a change, at the prices that were shown: enough for a badge and a sum. */
export type CartContent = {
  id: string
  currency: string
  /** How many pieces in all. */
  itemCount: number
  goodsMinor: number
  /** In the order in which they were put in. */
  lines: { id: string; variantId: string; quantity: number; unitPriceMinor: number }[]
}

/** A cart with one of its lines, as every change of a cart answers them; the line is null in an empty cart. */
export type ContentRow = Pick<CartRow, 'id' | 'status' | 'orderId' | 'currency'> & {
  lineId: CartLineRow['id'] | null
} & Pick<CartLineRow, 'variantId' | 'quantity' | 'quotedMinor'>

/** Where a statement starts: the cart `cart`, if this secret opens it, and its lines as they were, `known`. */
export function openedCart(of: { cartId: string; tokenHash: Buffer }): Statement {
  return sql`
    cart as materialized (
      select id, status, order_id, currency, market_id, customer_group_id from carts
      where id = ${of.cartId} and token_hash = ${of.tokenHash}
    ), known as materialized (
      select l.id, l.variant_id, l.quantity, l.quoted_minor, l.added_at
      from cart_lines l where l.cart_id = (select id from cart)
    )`
}

/** What it selects in the end, where the cart is called `c` and its lines, as they were, `l`. */
export const contentColumns = sql`
  c.id, c.status, c.order_id, c.currency, l.id as line_id, l.variant_id, l.quantity, l.quoted_minor`

/** A line as a change left it. */
export type ChangedLine = { id: string; variantId: string; quantity: number; quotedMinor: number | null }

/**
 * Puts the rows together with the line that a change left otherwise, or took out: a statement that writes cannot read
 * what it wrote. A line that was not there before comes last.
 */
export function contentOf(rows: readonly ContentRow[], of: { changed?: ChangedLine; removed?: string }): CartContent {
  const { changed, removed } = of
  const before = rows.flatMap(({ lineId: id, variantId, quantity, quotedMinor }) =>
    id === null || id === removed ? [] : [{ id, variantId, quantity, quotedMinor }],
  )
  const isNew = changed !== undefined && !before.some((line) => line.id === changed.id)
  const now = changed === undefined ? before : before.map((line) => (line.id === changed.id ? changed : line))
  const lines = (isNew ? [...now, changed] : now).map(({ id, variantId, quantity, quotedMinor }) => ({
    id,
    variantId,
    quantity,
    unitPriceMinor: quotedMinor ?? 0,
  }))
  return {
    id: rows[0]?.id ?? '',
    currency: rows[0]?.currency ?? '',
    itemCount: lines.reduce((sum, line) => sum + line.quantity, 0),
    goodsMinor: lines.reduce((sum, line) => sum + line.quantity * line.unitPriceMinor, 0),
    lines,
  }
}
