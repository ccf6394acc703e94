import { type Shop, transaction } from '../../platform/context.ts'
import { emit } from '../../platform/events.ts'
import { sql } from '../../platform/sql.ts'
import { type ShippingOption, shippingOptions } from '../shipping/index.ts'
import { taxOf, taxRateFor } from '../taxes/index.ts'
import { errors } from './errors.ts'
import { type LockedOrder, lockOrder, refuseOutdated, refuseSent } from './lock-order.ts'
import type { OrderAmounts } from './reduced-order.ts'
import { settleChange } from './settle-change.ts'
import type { OrderLineRow, OrderTaxLine } from './tables.ts'
import { bookChange } from './take-out.ts'
import { sumOf } from './unit-shares.ts'

type OrderToSend = Pick<LockedOrder, 'country' | 'currency' | 'locale'> & {
  lines: readonly Pick<
    OrderLineRow,
    'weightGrams' | 'quantity' | 'subtotalMinor' | 'discountMinor' | 'requiresShipping'
  >[]
}

/**
 * Sends an order another way, while nothing of it has left. The new way costs what it costs, where that is less than
 * what was paid; where it is more, the shop pays the difference. A parcel stays a parcel, a pick-up a pick-up: the
 * stock lies where it was promised from.
 */
export async function changeShipping(
  ctx: Shop,
  of: { orderId: string; shippingMethodId: string; revision?: number | undefined; actor: string },
): Promise<void> {
  await transaction(ctx, async (tx) => {
    const order = await lockOrder(tx, of.orderId)
    refuseSent(order)
    refuseOutdated(order, of.revision)
    if (order.shippingMethodId === of.shippingMethodId) return
    const option = (await deliveryOptions(ctx, order)).find(({ id }) => id === of.shippingMethodId)
    if (!option || option.kind === 'pickup' || order.shippingMethod.kind === 'pickup') throw errors.noSuchShipping()
    const amounts = await amountsWith(ctx, order, option)
    const { deliverFrom, deliverUntil, taxCategory: _, amountMinor: __, ...facts } = option
    await tx.run(sql`
      update orders set shipping_method_id = ${option.id}, shipping_method = ${facts}, deliver_from = ${deliverFrom},
        deliver_until = ${deliverUntil}, shipping_minor = ${amounts.shippingMinor},
        discount_minor = ${amounts.discountMinor}, shipping_discount_minor = ${amounts.shippingDiscountMinor},
        tax_minor = ${amounts.taxMinor}, shipping_tax_minor = ${amounts.shippingTaxMinor},
        tax_lines = ${JSON.stringify(amounts.taxLines)}, total_minor = ${amounts.totalMinor}, revision = revision + 1
      where id = ${order.id}`)
    await bookChange(ctx, tx, { order, amounts })
    await emit(ctx, tx, {
      type: 'order.changed',
      subject: order.id,
      payload: {
        change: 'shipping',
        from: order.shippingMethod.name ?? null,
        to: option.name,
        currency: order.currency,
        totalBeforeMinor: order.totalMinor,
        totalMinor: amounts.totalMinor,
        shippingLessMinor: order.totalMinor - amounts.totalMinor,
        shippingTaxLessMinor: order.shippingTaxMinor - amounts.shippingTaxMinor,
        revision: order.revision + 1,
      },
      actor: of.actor,
    })
  })
  await settleChange(ctx, of.orderId)
}

/** The ways in which an order could still be sent. */
export function deliveryOptions(ctx: Shop, order: OrderToSend): Promise<ShippingOption[]> {
  return shippingOptions(ctx, {
    country: order.country,
    currency: order.currency,
    weightGrams: sumOf(order.lines.map((line) => line.weightGrams * line.quantity)),
    valueMinor: sumOf(order.lines.map((line) => line.subtotalMinor - line.discountMinor)),
    requiresShipping: order.lines.some((line) => line.requiresShipping && line.quantity > 0),
    locale: order.locale,
  })
}

/** What the order costs when it goes this way: never more than before. */
async function amountsWith(ctx: Shop, order: LockedOrder, option: ShippingOption): Promise<OrderAmounts> {
  const paidMinor = order.shippingMinor - order.shippingDiscountMinor
  if (option.amountMinor >= paidMinor) return order
  if (order.refundedShippingMinor > 0) throw errors.givenBackMeanwhile({ title: order.shippingMethod.name ?? '' })
  const tax = await taxRateFor(ctx, { country: order.country, taxCategory: option.taxCategory })
  const { pricesIncludeTax: included } = order
  const shippingTaxMinor = taxOf({ amountMinor: option.amountMinor, ratePpm: tax.ratePpm, included })
  const lessTax = order.shippingTaxMinor - shippingTaxMinor
  const lessPaid = paidMinor - option.amountMinor
  return {
    ...order,
    shippingMinor: option.amountMinor,
    shippingDiscountMinor: 0,
    discountMinor: order.discountMinor - order.shippingDiscountMinor,
    shippingTaxMinor,
    taxMinor: order.taxMinor - lessTax,
    totalMinor: order.totalMinor - lessPaid - (included ? 0 : lessTax),
    taxLines: taxLinesOf(order, { ...tax, taxMinor: shippingTaxMinor }),
  }
}

/** The taxes of the lines, and delivery's with its own rate. */
function taxLinesOf(order: LockedOrder, delivery: OrderTaxLine): OrderTaxLine[] {
  const taxes = [
    ...order.lines.map((line) => ({ name: line.taxName, ratePpm: line.taxRatePpm, taxMinor: line.taxMinor })),
    delivery,
  ].filter((tax) => tax.ratePpm > 0 && tax.taxMinor > 0)
  return [...Map.groupBy(taxes, (tax) => `${tax.ratePpm} ${tax.name}`).values()]
    .map((some) => ({ ...(some[0] as OrderTaxLine), taxMinor: sumOf(some.map((tax) => tax.taxMinor)) }))
    .sort((a, b) => b.ratePpm - a.ratePpm)
}
