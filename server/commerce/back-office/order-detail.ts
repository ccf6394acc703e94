import type { Shop } from '../../platform/context.ts'
import { sql } from '../../platform/sql.ts'
import { carriers, type Fulfillment, fulfillmentsOf } from '../fulfillment/index.ts'
import { deliveryOptions, type OrderView, orderById, errors as orderErrors } from '../orders/index.ts'
import { disputesOfOrder } from '../payments/index.ts'
import type { PaymentDisputeRow } from '../payments/tables.ts'

/** Where pieces of a line are promised from. */
export type LineStock = { orderLineId: string; locationName: string; reserved: number; onHand: number }

/** An order with everything that staff need to send it and to answer for it. */
export type OrderDetail = OrderView & {
  fulfillments: Fulfillment[]
  stock: LineStock[]
  carriers: string[]
  disputes: PaymentDisputeRow[]
  /** Payments whose reserved money can no longer be taken. */
  lapsedPayments: string[]
  /** Names of the staff who appear in the timeline, by id. */
  staffNames: Record<string, string>
  /** In which ways it could still go, while nothing of it has left. */
  shippingChoices: { id: string; name: string; amountMinor: number }[]
}

/** An order, by its id or by its number. */
export async function orderDetail(ctx: Shop, idOrNumber: string): Promise<OrderDetail> {
  const id = /^\d{1,15}$/.test(idOrNumber) ? await idOf(ctx, Number(idOrNumber)) : idOrNumber
  const [order, fulfillments, stock, carrierNames, disputes, lapsed, staff] = await Promise.all([
    orderById(ctx, id),
    fulfillmentsOf(ctx, id),
    stockOfOrder(ctx, id),
    carriers(ctx),
    disputesOfOrder(ctx.database, id),
    ctx.database.rows<{ id: string }>(sql`select id from payments where order_id = ${id} and lapsed_at is not null`),
    ctx.database.rows<{ id: string; name: string }>(sql`
      select id, name from staff_users where id in (select actor from events where subject = ${id})`),
  ])
  const staffNames = Object.fromEntries(staff.map((member) => [member.id, member.name]))
  const lapsedPayments = lapsed.map((payment) => payment.id)
  const shippingChoices = await choicesFor(ctx, order)
  const money = { disputes, lapsedPayments }
  return { ...order, fulfillments, stock, carriers: carrierNames, ...money, staffNames, shippingChoices }
}

async function choicesFor(ctx: Shop, order: OrderView): Promise<OrderDetail['shippingChoices']> {
  if (order.status !== 'placed' || order.fulfillmentStatus !== 'unfulfilled') return []
  const options = await deliveryOptions(ctx, order)
  return options
    .filter((option) => option.kind === 'delivery')
    .map(({ id, name, amountMinor }) => ({ id, name, amountMinor }))
}

async function idOf(ctx: Shop, number: number): Promise<string> {
  const order = await ctx.database.maybe<{ id: string }>(sql`select id from orders where number = ${number}`)
  if (!order) throw orderErrors.notFound()
  return order.id
}

function stockOfOrder(ctx: Shop, orderId: string): Promise<LineStock[]> {
  return ctx.database.rows<LineStock>(sql`
    select r.order_line_id, place.name as location_name, sum(r.quantity)::int as reserved, max(level.on_hand)::int as on_hand
    from reservations r
    join stock_locations place on place.id = r.location_id
    join stock_levels level on level.inventory_item_id = r.inventory_item_id and level.location_id = r.location_id
    where r.order_id = ${orderId} and r.status in ('held', 'committed')
    group by r.order_line_id, place.name, place.priority order by r.order_line_id, place.priority`)
}
