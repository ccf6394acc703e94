import { lowStockMax } from '../inventory/index.ts'
import { discountByLine } from './basket.ts'
import type { CartContact } from './create-cart.ts'
import type { CartLine, PricedCart } from './price-cart.ts'

type Problem = 'price-changed' | 'not-enough' | 'no-longer-sold'

/** A cart as the shopper sees it. */
export type CartView = ReturnType<typeof cartView>

/** What of a priced cart is shown to whoever holds it. Amounts in minor units of `currency`. */
export function cartView(cart: PricedCart) {
  const { lines: _, ...totals } = cart.totals
  const takenFrom = discountByLine(cart.discounts)
  return {
    id: cart.id,
    status: cart.status,
    orderId: cart.orderId,
    currency: cart.currency,
    locale: cart.locale,
    country: cart.country,
    pricesIncludeTax: cart.pricesIncludeTax,
    itemCount: cart.lines.reduce((sum, line) => sum + line.quantity, 0),
    requiresShipping: cart.requiresShipping,
    lines: cart.lines.map((line) => lineView(line, takenFrom.get(line.id) ?? 0)),
    contact: contactView(cart.contact),
    shipping: cart.shipping && {
      ...shippingView(cart.shipping),
      isChosen: cart.shipping.id === cart.shippingMethodId,
    },
    discounts: cart.discounts.map(discountView),
    codes: cart.codes,
    totals,
    tenders: cart.tenders.map(({ id, kind, lastFour, amountMinor, availableMinor }) => ({
      id,
      kind,
      lastFour,
      amountMinor,
      availableMinor,
    })),
    dueMinor: cart.dueMinor,
  }
}

/** Which promotion takes how much, and of what. */
function discountView({ title, code, amountMinor, lines, shippingMinor }: PricedCart['discounts'][number]) {
  return { title, code, amountMinor, lines, shippingMinor }
}

/** A way of delivery as the shopper sees it. */
export function shippingView(option: PricedCart['shippingOptions'][number]) {
  const { trackingUrlTemplate: _, taxCategory: __, ...shown } = option
  return shown
}

function lineView(line: CartLine, discountMinor: number) {
  return {
    id: line.id,
    variantId: line.variantId,
    productId: line.productId,
    slug: line.slug,
    title: line.title,
    variantTitle: line.variantTitle,
    picture: line.picture,
    quantity: line.quantity,
    unitPriceMinor: line.unitPriceMinor ?? line.quotedMinor ?? 0,
    compareAtMinor: line.compareAtMinor,
    subtotalMinor: (line.unitPriceMinor ?? line.quotedMinor ?? 0) * line.quantity,
    discountMinor,
    quotedMinor: line.quotedMinor,
    isGiftCard: line.isGiftCard,
    availability: availabilityOf(line),
    left: line.available !== null && line.available <= lowStockMax ? Math.max(0, line.available) : null,
    problems: problemsOf(line),
  }
}

function availabilityOf({ available, unitPriceMinor }: CartLine): 'in-stock' | 'low' | 'sold-out' {
  if (unitPriceMinor === null || available === 0) return 'sold-out'
  return available !== null && available <= lowStockMax ? 'low' : 'in-stock'
}

function problemsOf(line: CartLine): Problem[] {
  if (line.unitPriceMinor === null) return ['no-longer-sold']
  const problems: Problem[] = []
  if (line.quotedMinor !== null && line.quotedMinor !== line.unitPriceMinor) problems.push('price-changed')
  if (line.available !== null && line.available < line.quantity) problems.push('not-enough')
  return problems
}

function contactView(contact: CartContact) {
  return {
    email: contact.email ?? null,
    name: contact.name ?? null,
    phone: contact.phone ?? null,
    address: contact.address ?? null,
    giftRecipient: contact.giftRecipient ?? null,
  }
}
