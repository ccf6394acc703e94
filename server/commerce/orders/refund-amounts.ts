import { divideRounded, formatMoney, shareOut } from '../../platform/money.ts'
import { errors } from './errors.ts'
import type { OrderLineRow, OrderRow } from './tables.ts'
import { sumOf, unitShares } from './unit-shares.ts'

/** A line with what was paid for it and what has been given back of that. */
export type RefundableLine = Pick<
  OrderLineRow,
  | 'id'
  | 'title'
  | 'quantity'
  | 'refundedQuantity'
  | 'totalMinor'
  | 'taxMinor'
  | 'refundedMinor'
  | 'refundedTaxMinor'
  | 'isGiftCard'
>

/** An order with what was paid for it and what has been given back of that. */
export type RefundableOrder = Pick<
  OrderRow,
  'currency' | 'totalMinor' | 'shippingTaxMinor' | 'refundedShippingMinor' | 'refundedShippingTaxMinor'
> & { lines: readonly RefundableLine[] }

/** What is to be given back: units of lines, delivery, and a free amount; each by itself or together. */
export type RefundWish = {
  lines?: readonly { orderLineId: string; quantity: number }[] | undefined
  shippingMinor?: number | undefined
  /** Not for any line: it makes every one of them, and delivery, cheaper by its share. */
  amountMinor?: number | undefined
}

/** A part of a refund: how many units, and how much of it is tax. */
export type RefundPart = { orderLineId: string; quantity: number; amountMinor: number; taxMinor: number }

/** What a refund comes to, tax included. */
export type RefundAmounts = {
  amountMinor: number
  taxMinor: number
  shippingMinor: number
  shippingTaxMinor: number
  lines: RefundPart[]
}

type Left = { quantity: number; amountMinor: number; taxMinor: number }

/**
 * What a refund comes to. Units give back exactly what was paid for them: units of a line share its total, so that all
 * of its partial refunds come to that total and never above it; a discount stays with the units that it was given on.
 * A gift card is money, and not given back here. A free amount is shared over all that has not been given back yet, so that no line ever gives back more than it cost.
 */
export function refundAmounts(order: RefundableOrder, wish: RefundWish): RefundAmounts {
  const shipping = shippingLeft(order)
  const left = new Map(order.lines.filter((line) => !line.isGiftCard).map((line) => [line.id, lineLeft(line)]))
  const parts = new Map<string, RefundPart>()
  for (const { orderLineId, quantity } of wish.lines ?? []) {
    const line = left.get(orderLineId)
    const sold = order.lines.find(({ id }) => id === orderLineId)
    if (!sold) throw errors.lineNotFound()
    const { title } = sold
    if (!line) throw errors.giftCardLine({ title })
    if (quantity > line.quantity) throw errors.tooManyUnits({ title, left: line.quantity })
    add(parts, orderLineId, { quantity, ...takeUnits(line, quantity) })
  }
  const fee = takeAmount(order, shipping, wish.shippingMinor ?? 0)
  const free = wish.amountMinor ?? 0
  const places = [...left.entries()]
  const leftMinor = sumOf(places.map(([, line]) => line.amountMinor)) + shipping.amountMinor
  if (free > leftMinor) throw moreThanPaid(order, leftMinor)
  const weights = [...places.map(([, line]) => line.amountMinor), shipping.amountMinor]
  const shares = free > 0 ? shareOut(free, weights) : []
  for (const [index, [orderLineId, line]] of places.entries()) {
    const share = shares[index] ?? 0
    if (share > 0) add(parts, orderLineId, { quantity: 0, ...takeAmount(order, line, share) })
  }
  const feeShare = takeAmount(order, shipping, shares.at(-1) ?? 0)
  const lines = order.lines.flatMap(({ id }) => parts.get(id) ?? [])
  const shippingMinor = fee.amountMinor + feeShare.amountMinor
  const shippingTaxMinor = fee.taxMinor + feeShare.taxMinor
  return {
    amountMinor: sumOf(lines.map((part) => part.amountMinor)) + shippingMinor,
    taxMinor: sumOf(lines.map((part) => part.taxMinor)) + shippingTaxMinor,
    shippingMinor,
    shippingTaxMinor,
    lines,
  }
}

/** What was paid for delivery and has not been given back: whatever of the total is not a line's. */
export function shippingLeft(order: RefundableOrder): { quantity: number; amountMinor: number; taxMinor: number } {
  const paidMinor = order.totalMinor - sumOf(order.lines.map((line) => line.totalMinor))
  return {
    quantity: 0,
    amountMinor: paidMinor - order.refundedShippingMinor,
    taxMinor: order.shippingTaxMinor - order.refundedShippingTaxMinor,
  }
}

/** What was paid for a line and has not been given back. */
export function lineLeft(line: RefundableLine): { quantity: number; amountMinor: number; taxMinor: number } {
  return {
    quantity: line.quantity - line.refundedQuantity,
    amountMinor: line.totalMinor - line.refundedMinor,
    taxMinor: line.taxMinor - line.refundedTaxMinor,
  }
}

/** The next units of what is left of a line, with their share of its tax. */
function takeUnits(left: Left, quantity: number): { amountMinor: number; taxMinor: number } {
  const amountMinor = sumOf(unitShares(left.amountMinor, left.quantity).slice(0, quantity))
  const taxMinor = sumOf(unitShares(left.taxMinor, left.quantity).slice(0, quantity))
  left.quantity -= quantity
  left.amountMinor -= amountMinor
  left.taxMinor -= taxMinor
  return { amountMinor, taxMinor }
}

/** An amount out of what is left, with the tax that is in it. */
function takeAmount(
  order: RefundableOrder,
  left: Left,
  amountMinor: number,
): { amountMinor: number; taxMinor: number } {
  if (amountMinor > left.amountMinor) throw moreThanPaid(order, left.amountMinor)
  if (amountMinor === 0) return { amountMinor: 0, taxMinor: 0 }
  const taxMinor = Number(divideRounded(BigInt(left.taxMinor) * BigInt(amountMinor), BigInt(left.amountMinor)))
  left.amountMinor -= amountMinor
  left.taxMinor -= taxMinor
  return { amountMinor, taxMinor }
}

function add(parts: Map<string, RefundPart>, orderLineId: string, part: Omit<RefundPart, 'orderLineId'>): void {
  const known = parts.get(orderLineId) ?? { orderLineId, quantity: 0, amountMinor: 0, taxMinor: 0 }
  parts.set(orderLineId, {
    orderLineId,
    quantity: known.quantity + part.quantity,
    amountMinor: known.amountMinor + part.amountMinor,
    taxMinor: known.taxMinor + part.taxMinor,
  })
}

function moreThanPaid(order: RefundableOrder, leftMinor: number) {
  return errors.moreThanPaid({ left: formatMoney(leftMinor, order.currency, 'en'), leftMinor })
}
