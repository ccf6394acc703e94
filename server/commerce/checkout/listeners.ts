import { ExpectedError } from '../../platform/errors.ts'
import type { Listener } from '../../platform/events.ts'
import { sql } from '../../platform/sql.ts'
import { orderSummary } from '../orders/index.ts'
import type { OrderRow } from '../orders/tables.ts'
import { captureOrderMoney, keepAgreedMethods } from '../payments/index.ts'
import { currentStore } from '../stores/index.ts'

/** Takes the money as soon as an order is placed, in a shop that wants it so. */
const captureOnPlacement: Listener = {
  name: 'capture-on-placement',
  on: ['order.placed'],
  async run(ctx, event) {
    const store = await currentStore(ctx)
    if (store.capture !== 'on-placement') return
    const order = await orderSummary(ctx.database, event.subject)
    if (!order || order.status === 'canceled') return
    const money = { orderId: order.id, amountMinor: order.totalMinor, reference: order.id }
    await captureOrderMoney(ctx, money).catch(async (error: unknown) => {
      // Canceled while the bank was asked, and set free there first: then there is nothing to take, now or later.
      const isRefused = error instanceof ExpectedError && error.code === 'payments.refused'
      const now = isRefused ? await orderSummary(ctx.database, order.id) : undefined
      if (now?.status !== 'canceled') throw error
    })
  },
}

/** Keeps the card of a customer who agreed to it. */
const keepCard: Listener = {
  name: 'keep-card',
  on: ['order.placed'],
  async run(ctx, event) {
    const order = await ctx.database.maybe<Pick<OrderRow, 'emailIndex'>>(
      sql`select email_index from orders where id = ${event.subject}`,
    )
    if (order) await keepAgreedMethods(ctx, { orderId: event.subject, customerIndex: order.emailIndex })
  },
}

export const listeners: readonly Listener[] = [captureOnPlacement, keepCard]
