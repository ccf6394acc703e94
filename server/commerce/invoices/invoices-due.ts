import type { Shop } from '../../platform/context.ts'
import { sql } from '../../platform/sql.ts'
import { type OrderView, orderById, unitShares } from '../orders/index.ts'
import { type Billed, type BilledPart, shippingOf } from './invoice-content.ts'
import { issueInvoice } from './issue-invoice.ts'

type Step = OrderView['timeline'][number]
type Sent = { orderLineId: string; quantity: number }

const sendings = ['order.shipped', 'order.ready-for-pickup']

/** The invoice of an order as a whole, issued when it is placed in a shop that wants it so. */
export async function invoiceForOrder(ctx: Shop, orderId: string): Promise<string | undefined> {
  const order = await orderById(ctx, orderId)
  return issueInvoice(ctx, { kind: 'invoice', order, reference: orderId, billed: allOf(order), suppliedAt: null })
}

/**
 * The invoice of what left with a parcel, delivery with the first one: so all invoices of an order come to exactly what
 * it cost. An order that was invoiced as a whole has its invoice; then that one is answered.
 */
export async function invoiceForParcel(
  ctx: Shop,
  of: { orderId: string; fulfillmentId: string },
): Promise<string | undefined> {
  const whole = await issuedFor(ctx, of.orderId)
  if (whole) return whole
  const order = await orderById(ctx, of.orderId)
  const parcels = order.timeline.filter((step) => sendings.includes(step.type))
  const at = parcels.findIndex((step) => step.details.fulfillmentId === of.fulfillmentId)
  const parcel = parcels[at]
  if (!parcel) return undefined
  const gone = (steps: readonly Step[], lineId: string) =>
    steps
      .flatMap((step) => step.details.lines as Sent[])
      .reduce((sum, line) => sum + (line.orderLineId === lineId ? line.quantity : 0), 0)
  const parts = order.lines.flatMap((line): BilledPart[] => {
    const before = gone(parcels.slice(0, at), line.id)
    const quantity = gone([parcel], line.id)
    if (quantity === 0) return []
    const shareOf = (amountMinor: number) =>
      sum(unitShares(amountMinor, line.quantity).slice(before, before + quantity))
    return [{ line, quantity, grossMinor: shareOf(line.totalMinor), taxMinor: shareOf(line.taxMinor) }]
  })
  const billed = { parts, shipping: at === 0 ? shippingOf(order) : { grossMinor: 0, taxMinor: 0 } }
  const { fulfillmentId: reference } = of
  const id = await issueInvoice(ctx, { kind: 'invoice', order, reference, billed, suppliedAt: parcel.at })
  // What was given back before there was an invoice to take it back from.
  for (const refund of order.refunds) await creditForRefund(ctx, { orderId: order.id, refundId: refund.id })
  return id
}

/** The credit note of money that was given back for what had been invoiced. */
export async function creditForRefund(
  ctx: Shop,
  of: { orderId: string; refundId: string },
): Promise<string | undefined> {
  const order = await orderById(ctx, of.orderId)
  const refund = order.refunds.find(({ id }) => id === of.refundId)
  if (refund?.status !== 'refunded' || refund.kind !== 'refund' || !(await isInvoiced(ctx, order.id))) return undefined
  const parts = refund.lines.flatMap(({ orderLineId, quantity, amountMinor: grossMinor, taxMinor }) => {
    const line = order.lines.find(({ id }) => id === orderLineId)
    return line ? [{ line, quantity, grossMinor, taxMinor }] : []
  })
  const shipping = { grossMinor: refund.shippingMinor, taxMinor: refund.shippingTaxMinor }
  const billed = { parts, shipping }
  return issueInvoice(ctx, { kind: 'credit-note', order, reference: refund.id, billed, suppliedAt: null })
}

/** The credit note of units that were taken out of an order that had been invoiced as a whole. */
export async function creditForChange(ctx: Shop, of: { orderId: string; change: Step['details'] }): Promise<void> {
  if (!(await issuedFor(ctx, of.orderId))) return
  const order = await orderById(ctx, of.orderId)
  const gone = (of.change.lines ?? []) as {
    orderLineId: string
    takenOut: number
    amountMinor: number
    taxMinor: number
  }[]
  const parts = gone.flatMap(({ orderLineId, takenOut: quantity, amountMinor: grossMinor, taxMinor }) => {
    const line = order.lines.find(({ id }) => id === orderLineId)
    return line ? [{ line, quantity, grossMinor, taxMinor }] : []
  })
  const shipping = {
    grossMinor: Number(of.change.shippingLessMinor ?? 0),
    taxMinor: Number(of.change.shippingTaxLessMinor ?? 0),
  }
  const reference = `${order.id}#${of.change.revision}`
  await issueInvoice(ctx, { kind: 'credit-note', order, reference, billed: { parts, shipping }, suppliedAt: null })
}

/** The credit note of all that was left of an order that was invoiced as a whole and then canceled. */
export async function creditForCanceled(ctx: Shop, orderId: string): Promise<void> {
  if (!(await issuedFor(ctx, orderId))) return
  const order = await orderById(ctx, orderId)
  const reference = `${orderId}#canceled`
  await issueInvoice(ctx, { kind: 'credit-note', order, reference, billed: leftOf(order), suppliedAt: null })
}

function allOf(order: OrderView): Billed {
  const parts = order.lines
    .filter((line) => line.quantity > 0)
    .map((line) => ({ line, quantity: line.quantity, grossMinor: line.totalMinor, taxMinor: line.taxMinor }))
  return { parts, shipping: shippingOf(order) }
}

/** All that has not been given back, and so not been credited. */
function leftOf(order: OrderView): Billed {
  const whole = allOf(order)
  const parts = whole.parts.flatMap((part) => {
    const grossMinor = part.grossMinor - part.line.refundedMinor
    const taxMinor = part.taxMinor - part.line.refundedTaxMinor
    const quantity = part.quantity - part.line.refundedQuantity
    return grossMinor > 0 ? [{ ...part, quantity, grossMinor, taxMinor }] : []
  })
  return {
    parts,
    shipping: {
      grossMinor: whole.shipping.grossMinor - order.refundedShippingMinor,
      taxMinor: whole.shipping.taxMinor - order.refundedShippingTaxMinor,
    },
  }
}

async function issuedFor(ctx: Shop, reference: string): Promise<string | undefined> {
  const known = await ctx.database.maybe<{ id: string }>(
    sql`select id from invoices where kind = 'invoice' and reference = ${reference}`,
  )
  return known?.id
}

async function isInvoiced(ctx: Shop, orderId: string): Promise<boolean> {
  const known = await ctx.database.maybe(
    sql`select id from invoices where order_id = ${orderId} and kind = 'invoice' limit 1`,
  )
  return known !== undefined
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((all, amount) => all + amount, 0)
}
