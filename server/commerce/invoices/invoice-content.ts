import type { OrderView } from '../orders/index.ts'
import { storeTimeZone } from '../shipping/index.ts'
import type { Address, Store } from '../stores/index.ts'
import type { InvoiceKind } from './tables.ts'

/** A line as it stands on the paper; `amountMinor` is as the shop states its prices, with tax in it or without. */
export type InvoiceLine = {
  title: string
  variantTitle: string
  sku: string | null
  /** None for a price reduction. */
  quantity: number
  unitMinor: number
  discountMinor: number
  amountMinor: number
  taxName: string
  ratePpm: number
}

/** All that is billed at one rate. */
export type InvoiceTax = { name: string; ratePpm: number; netMinor: number; taxMinor: number }

/** Everything that stands on an invoice or a credit note, as it was when it was issued. */
export type InvoiceContent = {
  kind: InvoiceKind
  number: string
  locale: string
  currency: string
  pricesIncludeTax: boolean
  /** ISO days in the shop's time zone. */
  issuedOn: string
  orderedOn: string
  suppliedOn: string | null
  orderNumber: number
  /** The invoices that a credit note takes back a part of. */
  refersTo: string[]
  merchant: { name: string; address: Address; email: string; taxNumber: string }
  customer: { name: string; email: string; address: Address }
  lines: InvoiceLine[]
  shipping: { name: string; amountMinor: number } | null
  taxes: InvoiceTax[]
  netMinor: number
  taxMinor: number
  totalMinor: number
  paidWith: { type: string; brand: string; last4: string }[]
}

type OrderLine = OrderView['lines'][number]

/** Units of a line that are billed or credited, with their share of its total and tax. */
export type BilledPart = { line: OrderLine; quantity: number; grossMinor: number; taxMinor: number }

/** What is billed or credited: parts of lines, and of delivery. */
export type Billed = { parts: readonly BilledPart[]; shipping: { grossMinor: number; taxMinor: number } }

/** What an order cost for delivery, discount and tax included: whatever of its total is not a line's. */
export function shippingOf(order: OrderView): Billed['shipping'] {
  const grossMinor = order.totalMinor - sum(order.lines.map((line) => line.totalMinor))
  return { grossMinor, taxMinor: order.shippingTaxMinor }
}

/** Writes the content of a paper, all but its number. Its sums are those of its parts: nothing is computed anew. */
export function invoiceContent(of: {
  kind: InvoiceKind
  order: OrderView
  store: Store
  billed: Billed
  issuedAt: Date
  suppliedAt: Date | null
  refersTo: readonly string[]
}): Omit<InvoiceContent, 'number'> {
  const { order, store, billed } = of
  const day = dayIn(storeTimeZone(store.address.country))
  const { contact } = order
  const taxes = taxesOf(order, billed)
  const netMinor = sum(taxes.map((tax) => tax.netMinor))
  const taxMinor = sum(taxes.map((tax) => tax.taxMinor))
  const { grossMinor, taxMinor: shippingTaxMinor } = billed.shipping
  return {
    kind: of.kind,
    locale: order.locale,
    currency: order.currency,
    pricesIncludeTax: order.pricesIncludeTax,
    issuedOn: day(of.issuedAt),
    orderedOn: day(order.placedAt ?? order.createdAt),
    suppliedOn: of.suppliedAt && day(of.suppliedAt),
    orderNumber: order.number ?? 0,
    refersTo: [...of.refersTo],
    merchant: { name: store.name, address: store.address, email: store.supportEmail, taxNumber: store.taxNumber },
    customer: {
      name: contact.name ?? '',
      email: contact.email,
      address: { ...contact.address, ...(contact.address?.line1 ? { country: order.country } : {}) },
    },
    lines: billed.parts.map((part) => lineOf(part, order.pricesIncludeTax)),
    shipping:
      grossMinor > 0
        ? {
            name: order.shipping?.name ?? '',
            amountMinor: grossMinor - (order.pricesIncludeTax ? 0 : shippingTaxMinor),
          }
        : null,
    taxes,
    netMinor,
    taxMinor,
    totalMinor: netMinor + taxMinor,
    paidWith: order.payments
      .filter(({ status }) => status === 'authorized' || status === 'captured' || status === 'refunded')
      .map(({ method }) => ({ type: method.type ?? 'card', brand: method.brand ?? '', last4: method.last4 ?? '' })),
  }
}

function lineOf(part: BilledPart, pricesIncludeTax: boolean): InvoiceLine {
  const { line, quantity } = part
  const amountMinor = part.grossMinor - (pricesIncludeTax ? 0 : part.taxMinor)
  return {
    title: line.title,
    variantTitle: line.variantTitle,
    sku: line.sku,
    quantity,
    unitMinor: line.unitPriceMinor,
    // What was given back as a reduction has no units, and so no discount of its own.
    discountMinor: quantity === 0 ? 0 : Math.max(0, line.unitPriceMinor * quantity - amountMinor),
    amountMinor,
    taxName: line.taxName,
    ratePpm: line.taxRatePpm,
  }
}

/** Highest rate first; delivery is taxed at the rate that the order's taxes leave for it. */
function taxesOf(order: OrderView, billed: Billed): InvoiceTax[] {
  const parts = [
    ...billed.parts.map(({ line, grossMinor, taxMinor }) => ({
      name: line.taxName,
      ratePpm: line.taxRatePpm,
      grossMinor,
      taxMinor,
    })),
    ...(billed.shipping.grossMinor > 0 ? [{ ...shippingRate(order), ...billed.shipping }] : []),
  ]
  return [...Map.groupBy(parts, (part) => `${part.ratePpm} ${part.name}`).values()]
    .map((some) => {
      const taxMinor = sum(some.map((part) => part.taxMinor))
      const { name = '', ratePpm = 0 } = some[0] ?? {}
      return { name, ratePpm, netMinor: sum(some.map((part) => part.grossMinor)) - taxMinor, taxMinor }
    })
    .sort((a, b) => b.ratePpm - a.ratePpm)
}

function shippingRate(order: OrderView): { name: string; ratePpm: number } {
  const left = order.taxLines.find(({ name, ratePpm, taxMinor }) => {
    const ofLines = order.lines.filter((line) => line.taxName === name && line.taxRatePpm === ratePpm)
    return taxMinor > sum(ofLines.map((line) => line.taxMinor))
  })
  return left ? { name: left.name, ratePpm: left.ratePpm } : { name: '', ratePpm: 0 }
}

function dayIn(timeZone: string): (moment: Date) => string {
  const format = new Intl.DateTimeFormat('en-CA', { timeZone })
  return (moment) => format.format(moment)
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((all, amount) => all + amount, 0)
}
