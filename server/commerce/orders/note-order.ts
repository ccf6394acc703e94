import { type Shop, transaction } from '../../platform/context.ts'
import { emit } from '../../platform/events.ts'
import { sql } from '../../platform/sql.ts'
import { errors } from './errors.ts'

/** Writes a note of the staff into an order's timeline. Customers do not see it. */
export async function noteOrder(ctx: Shop, of: { orderId: string; note: string; actor: string }): Promise<void> {
  await transaction(ctx, async (tx) => {
    const order = await tx.maybe(sql`select id from orders where id = ${of.orderId}`)
    if (!order) throw errors.notFound()
    await emit(ctx, tx, {
      type: 'order.noted',
      subject: of.orderId,
      payload: { note: of.note },
      actor: of.actor,
    })
  })
}
