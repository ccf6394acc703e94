import type { Shop } from '../../platform/context.ts'
import { type Statement, sql } from '../../platform/sql.ts'
import { errors } from './errors.ts'
import type { FulfillmentRow } from './tables.ts'

/** A parcel with what is in it. */
export type Fulfillment = Omit<FulfillmentRow, 'requestKey'> & { lines: { orderLineId: string; quantity: number }[] }

/** A parcel by its id; `fulfillment.not-found` when there is none. */
export async function fulfillmentById(ctx: Shop, fulfillmentId: string): Promise<Fulfillment> {
  const [found] = await read(ctx, sql`f.id = ${fulfillmentId}`)
  if (!found) throw errors.notFound()
  return found
}

/** The parcels of an order, the first one first. */
export async function fulfillmentsOf(ctx: Shop, orderId: string): Promise<Fulfillment[]> {
  return read(ctx, sql`f.order_id = ${orderId}`)
}

function read(ctx: Shop, which: Statement): Promise<Fulfillment[]> {
  return ctx.database.rows<Fulfillment>(sql`
    select f.id, f.order_id, f.status, f.carrier, f.tracking_number, f.tracking_url, f.shipped_at, f.delivered_at,
      (select jsonb_agg(jsonb_build_object('orderLineId', l.order_line_id, 'quantity', l.quantity) order by l.order_line_id)
        from fulfillment_lines l where l.fulfillment_id = f.id) as lines
    from fulfillments f where ${which} order by f.shipped_at, f.id`)
}
