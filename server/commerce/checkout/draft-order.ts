import type { PricedCart } from '../carts/index.ts'
import { errors as giftCardErrors } from '../gift-cards/index.ts'
import { outOfStock } from '../inventory/index.ts'
import type { NewOrder, NewOrderDiscount, NewOrderLine } from '../orders/index.ts'
import { errors } from './errors.ts'

/**
 * Turns a priced cart into the order that it asks for. Refuses one that is empty, lacks something that its delivery
 * needs, has goods that are gone, or costs another sum than the shopper was shown: nobody pays a surprise.
 */
export function draftOrder(
  cart: PricedCart,
  shown: { totalMinor: number | undefined; dueMinor?: number | undefined },
): NewOrder {
  if (cart.lines.length === 0) throw errors.empty()
  const gone = cart.lines.filter((line) => line.unitPriceMinor === null)
  if (gone.length > 0) throw errors.noLongerSold({ titles: gone.map((line) => line.title) })
  const missing = missingIn(cart)
  if (missing.length > 0) throw errors.incomplete({ missing })
  const { totals, shipping } = cart
  if (shown.totalMinor !== undefined && shown.totalMinor !== totals.totalMinor)
    throw errors.totalChanged({ totalMinor: totals.totalMinor, expectedTotalMinor: shown.totalMinor })
  if (shown.dueMinor !== undefined && shown.dueMinor !== cart.dueMinor)
    throw errors.dueChanged({ dueMinor: cart.dueMinor, expectedDueMinor: shown.dueMinor })
  // Locked, over or spent since it was put in: said, not passed over and charged to the card instead.
  if (cart.tenders.some((tender) => tender.availableMinor <= 0)) throw giftCardErrors.notEnough()
  const short = cart.lines.filter((line) => line.available !== null && line.available < line.quantity)
  if (short.length > 0) throw outOfStock(short.map((line) => ({ ...line, left: Math.max(0, line.available ?? 0) })))
  return {
    cartId: cart.id,
    marketId: cart.marketId,
    currency: cart.currency,
    locale: cart.locale,
    country: cart.country,
    contact: contactOf(cart),
    pricesIncludeTax: cart.pricesIncludeTax,
    goodsMinor: totals.goodsMinor,
    shippingMinor: totals.shippingMinor,
    discountMinor: totals.discountMinor,
    shippingDiscountMinor: totals.shippingDiscountMinor,
    taxMinor: totals.taxMinor,
    shippingTaxMinor: totals.shippingTaxMinor,
    taxLines: totals.taxLines,
    totalMinor: totals.totalMinor,
    giftCardsMinor: giftCardsIn(cart),
    shippingMethodId: shipping?.id ?? null,
    shippingMethod: shipping ? shippingFacts(shipping) : {},
    deliverFrom: shipping?.deliverFrom ?? null,
    deliverUntil: shipping?.deliverUntil ?? null,
    lines: linesOf(cart),
    discounts: discountsOf(cart),
  }
}

/** What has to be known: an address only where something is carried to one. */
function missingIn({ contact, requiresShipping, shipping }: PricedCart): string[] {
  const missing: string[] = []
  if (!contact.email) missing.push('email')
  if (!requiresShipping) return missing
  if (!contact.name) missing.push('name')
  if (!shipping) missing.push('shippingMethodId')
  if (shipping?.kind === 'pickup') return missing
  for (const field of ['line1', 'postcode', 'city'] as const)
    if (!contact.address?.[field]) missing.push(`address.${field}`)
  return missing
}

function contactOf({ contact, country, requiresShipping, shipping }: PricedCart): NewOrder['contact'] {
  const { email = '', name, phone, address, giftRecipient } = contact
  const isDelivered = requiresShipping && shipping?.kind === 'delivery'
  return {
    email,
    ...(name ? { name } : {}),
    ...(phone ? { phone } : {}),
    ...(isDelivered ? { address: { ...address, country } } : {}),
    ...(giftRecipient ? { giftRecipient } : {}),
  }
}

function shippingFacts(shipping: NonNullable<PricedCart['shipping']>): NewOrder['shippingMethod'] {
  const { deliverFrom: _, deliverUntil: __, taxCategory: ___, amountMinor: ____, ...facts } = shipping
  return facts
}

/** What the gift cards in it will be worth: their full price, whatever was taken off it. */
function giftCardsIn(cart: PricedCart): number {
  return cart.lines.reduce((sum, line) => sum + (line.isGiftCard ? (line.unitPriceMinor ?? 0) * line.quantity : 0), 0)
}

/** Every cent that was taken off, with the promotion that took it and the line it was taken from. */
function discountsOf({ discounts, lines }: PricedCart): NewOrderDiscount[] {
  return discounts.flatMap(({ promotionId, title, code, lines: taken, shippingMinor }) => [
    ...taken.map(({ lineId, amountMinor }) => {
      const line = lines.findIndex(({ id }) => id === lineId)
      return { promotionId, title, code, line, amountMinor }
    }),
    ...(shippingMinor > 0 ? [{ promotionId, title, code, line: null, amountMinor: shippingMinor }] : []),
  ])
}

function linesOf(cart: PricedCart): NewOrderLine[] {
  return cart.lines.map((line, index) => {
    const totals = cart.totals.lines[index]
    if (!totals) throw new Error(`line ${line.id} of cart ${cart.id} was not priced`)
    return {
      productId: line.productId,
      variantId: line.variantId,
      title: line.title,
      variantTitle: line.variantTitle,
      sku: line.sku,
      image: line.picture,
      quantity: line.quantity,
      unitPriceMinor: line.unitPriceMinor ?? 0,
      ...totals,
      taxRatePpm: line.tax.ratePpm,
      taxName: line.tax.name,
      requiresShipping: line.requiresShipping,
      weightGrams: line.weightGrams,
      isGiftCard: line.isGiftCard,
    }
  })
}
