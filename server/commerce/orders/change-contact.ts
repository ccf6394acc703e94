import { type Shop, transaction } from '../../platform/context.ts'
import { emit } from '../../platform/events.ts'
import { sql } from '../../platform/sql.ts'
import { errors } from './errors.ts'
import { lockOrder, refuseOutdated, refuseSent } from './lock-order.ts'
import { emailIndex } from './order-key.ts'
import type { OrderContact } from './write-order.ts'

/** What is new of whom an order is for and where it goes. */
export type ContactChange = Pick<Partial<OrderContact>, 'email' | 'name' | 'phone' | 'address'>

/**
 * Says anew whom an order is for and where it goes, while nothing of it has left. The country stays what it is: taxes
 * and delivery were priced for it. What has changed is told by its name only; names and addresses stay sealed.
 */
export async function changeContact(
  ctx: Shop,
  of: { orderId: string; contact: ContactChange; revision?: number | undefined; actor: string },
): Promise<void> {
  await transaction(ctx, async (tx) => {
    const order = await lockOrder(tx, of.orderId)
    refuseSent(order)
    refuseOutdated(order, of.revision)
    const known = ctx.vault.open<OrderContact>(order.contactSealed, 'order')
    const { address, ...rest } = of.contact
    if (address?.country && address.country !== order.country) throw errors.countryStays({ country: order.country })
    if (address && !known.address) throw errors.noAddress()
    const contact: OrderContact = {
      ...known,
      ...rest,
      ...(address ? { address: { ...known.address, ...address, country: order.country } } : {}),
    }
    const fields = (['email', 'name', 'phone', 'address'] as const).filter(
      (field) => JSON.stringify(known[field]) !== JSON.stringify(contact[field]),
    )
    if (fields.length === 0) return
    await tx.run(sql`
      update orders set contact_sealed = ${ctx.vault.seal(contact, 'order')},
        email_index = ${emailIndex(ctx, contact.email)}, revision = revision + 1
      where id = ${order.id}`)
    await emit(ctx, tx, {
      type: 'order.changed',
      subject: order.id,
      payload: { change: 'contact', fields, revision: order.revision + 1 },
      actor: of.actor,
    })
  })
}
