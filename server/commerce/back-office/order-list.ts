import type { Shop } from '../../platform/context.ts'
import { badCursor, keysOf, pageOf } from '../../platform/cursor.ts'
import { allOf, type Statement, sql } from '../../platform/sql.ts'
import type { Picture } from '../catalog/index.ts'
import { emailIndex, type FulfillmentStatus, type OrderContact, type OrderStatus } from '../orders/index.ts'
import type { PaymentStatus } from '../payments/index.ts'

export const orderFilters = ['to-ship', 'shipped', 'all', 'unpaid'] as const
export type OrderFilter = (typeof orderFilters)[number]

/** An order as a list shows it. */
export type OrderRow = {
  id: string
  number: number | null
  status: OrderStatus
  fulfillmentStatus: FulfillmentStatus
  paymentStatus: PaymentStatus | null
  currency: string
  totalMinor: number
  placedAt: Date | null
  createdAt: Date
  country: string
  customerName: string
  shippingName: string | null
  isPickup: boolean
  pieces: number
  pictures: Picture[]
}

type Row = Omit<OrderRow, 'customerName' | 'pictures'> & {
  contactSealed: Buffer
  sortedAt: string
  pictures: (Picture | null)[] | null
}

type Wish = { filter: OrderFilter; q?: string; cursor?: string; limit: number }

/**
 * Orders, page by page. What is to be shipped comes in the order in which it was bought; the rest, the newest first.
 * `q` finds by order number or by the customer's whole e-mail address: names are sealed, and cannot be searched.
 */
export async function orderList(ctx: Shop, wish: Wish): Promise<{ items: OrderRow[]; next: string | null }> {
  const oldestFirst = wish.filter === 'to-ship'
  const at = wish.filter === 'unpaid' ? sql`o.created_at` : sql`o.placed_at`
  const conditions = [...conditionsOf(ctx, wish), ...afterCursor(wish, at, oldestFirst)]
  const order = oldestFirst ? sql`${at}, o.id` : sql`${at} desc, o.id desc`
  const rows = await ctx.database.rows<Row>(sql`
    with page as materialized (
      select o.*, ${at} as sort_key from orders o where ${allOf(conditions)} order by ${order} limit ${wish.limit + 1}
    )
    select o.id, o.number, o.status, o.fulfillment_status, o.currency, o.total_minor, o.placed_at, o.created_at, o.country,
      o.contact_sealed,
      coalesce((select m.name from shipping_methods m where m.id = o.shipping_method_id), o.shipping_method ->> 'name') as shipping_name,
      coalesce(o.shipping_method ->> 'kind' = 'pickup', false) as is_pickup,
      to_char(o.sort_key at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as sorted_at,
      (select p.status from payments p where p.order_id = o.id order by p.created_at desc, p.id desc limit 1) as payment_status,
      (select sum(l.quantity)::int from order_lines l where l.order_id = o.id) as pieces,
      (select jsonb_agg(l.image order by l.position) from order_lines l where l.order_id = o.id and l.position <= 3) as pictures
    from page o order by ${oldestFirst ? sql`o.sort_key, o.id` : sql`o.sort_key desc, o.id desc`}`)
  const page = pageOf(rows, { limit: wish.limit, keys: (row) => [row.sortedAt, row.id] })
  return { items: page.items.map((row) => shown(ctx, row)), next: page.next }
}

/** How many orders wait to be sent. */
export async function countToShip(ctx: Shop): Promise<number> {
  const { count } = await ctx.database.one<{ count: number }>(sql`
    select count(*) as count from orders
    where status = 'placed' and fulfillment_status in ('unfulfilled', 'partly-shipped')`)
  return count
}

function conditionsOf(ctx: Shop, { filter, q }: Wish): Statement[] {
  const words = q?.trim() ?? ''
  const conditions = [filterOf(words === '' ? filter : filter === 'unpaid' ? 'unpaid' : 'all')]
  if (words === '') return conditions
  const number = /^#?(\d{1,15})$/.exec(words)?.[1]
  if (number !== undefined) conditions.push(sql`o.number = ${Number(number)}`)
  else if (words.includes('@')) conditions.push(sql`o.email_index = ${emailIndex(ctx, words)}`)
  else conditions.push(sql`o.id = ${words}`)
  return conditions
}

function filterOf(filter: OrderFilter): Statement {
  if (filter === 'to-ship')
    return sql`o.status = 'placed' and o.fulfillment_status in ('unfulfilled', 'partly-shipped')`
  if (filter === 'shipped') return sql`o.placed_at is not null and o.fulfillment_status in ('shipped', 'delivered')`
  if (filter === 'unpaid') return sql`o.placed_at is null`
  return sql`o.placed_at is not null`
}

function afterCursor(wish: Wish, at: Statement, oldestFirst: boolean): Statement[] {
  const after = keysOf(wish.cursor, 2)
  if (!after) return []
  const [moment = '', id = ''] = after
  if (Number.isNaN(Date.parse(moment))) throw badCursor()
  return [
    oldestFirst
      ? sql`(${at}, o.id) > (${moment}::timestamptz, ${id})`
      : sql`(${at}, o.id) < (${moment}::timestamptz, ${id})`,
  ]
}

function shown(ctx: Shop, { contactSealed, sortedAt: _, pictures, ...row }: Row): OrderRow {
  const contact = ctx.vault.open<OrderContact>(contactSealed, 'order')
  return {
    ...row,
    customerName: contact.name || contact.email,
    pictures: (pictures ?? []).filter((picture) => picture !== null),
  }
}
