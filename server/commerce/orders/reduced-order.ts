import { errors } from './errors.ts'
import type { OrderLineRow, OrderRow, OrderTaxLine } from './tables.ts'
import { sumOf, unitShares } from './unit-shares.ts'

/** So many units are taken out of a line. */
export type Reduction = { orderLineId: string; quantity: number }

/** What a line is once units were taken out of it. */
export type ReducedLine = Pick<
  OrderLineRow,
  'id' | 'title' | 'quantity' | 'canceledQuantity' | 'subtotalMinor' | 'discountMinor' | 'taxMinor' | 'totalMinor'
> & {
  takenOut: number
  /** What the units taken out had cost, and the tax in it. */
  takenOutMinor: number
  takenOutTaxMinor: number
  unsentQuantity: number
}

/** What an order costs. */
export type OrderAmounts = Pick<
  OrderRow,
  | 'goodsMinor'
  | 'shippingMinor'
  | 'discountMinor'
  | 'taxMinor'
  | 'shippingTaxMinor'
  | 'totalMinor'
  | 'giftCardsMinor'
  | 'shippingDiscountMinor'
  | 'taxLines'
>

type Order = OrderAmounts & Pick<OrderRow, 'pricesIncludeTax'> & { lines: readonly OrderLineRow[] }

/**
 * What an order costs without some of its units. Nothing is priced again: units go with exactly what they cost, discount
 * and tax included, the last ones first; what stays costs what it did. Delivery stays as it was paid.
 */
export function reducedOrder(
  order: Order,
  reductions: readonly Reduction[],
): { lines: ReducedLine[]; amounts: OrderAmounts } {
  const lines = reductions.map(({ orderLineId, quantity }) => {
    const line = order.lines.find(({ id }) => id === orderLineId)
    if (!line) throw errors.lineNotFound()
    return reducedLine(line, { takenOut: quantity, pricesIncludeTax: order.pricesIncludeTax })
  })
  const before = lines.map(({ id }) => order.lines.find((line) => line.id === id) as OrderLineRow)
  const less = (name: 'subtotalMinor' | 'discountMinor' | 'taxMinor' | 'totalMinor') =>
    sumOf(before.map((line) => line[name])) - sumOf(lines.map((line) => line[name]))
  return {
    lines,
    amounts: {
      goodsMinor: order.goodsMinor - less('subtotalMinor'),
      discountMinor: order.discountMinor - less('discountMinor'),
      taxMinor: order.taxMinor - less('taxMinor'),
      totalMinor: order.totalMinor - less('totalMinor'),
      shippingMinor: order.shippingMinor,
      shippingTaxMinor: order.shippingTaxMinor,
      giftCardsMinor: order.giftCardsMinor,
      shippingDiscountMinor: order.shippingDiscountMinor,
      taxLines: taxLinesWithout(
        order.taxLines,
        before.map((line, index) => ({
          name: line.taxName,
          ratePpm: line.taxRatePpm,
          taxMinor: line.taxMinor - (lines[index]?.taxMinor ?? 0),
        })),
      ),
    },
  }
}

/** Units that have not left and were not given back: those that can be taken out. */
export function unitsToCancel(line: OrderLineRow): number {
  return line.isGiftCard ? 0 : line.quantity - Math.max(line.fulfilledQuantity, line.refundedQuantity)
}

function reducedLine(line: OrderLineRow, of: { takenOut: number; pricesIncludeTax: boolean }): ReducedLine {
  const { id, title } = line
  if (line.isGiftCard) throw errors.giftCardLine({ title })
  const left = unitsToCancel(line)
  if (of.takenOut > left) throw errors.tooManyToCancel({ title, left })
  const quantity = line.quantity - of.takenOut
  const totalMinor = sumOf(unitShares(line.totalMinor, line.quantity).slice(0, quantity))
  const taxMinor = sumOf(unitShares(line.taxMinor, line.quantity).slice(0, quantity))
  // A free amount was shared over the whole line; what stays of it must have cost at least that.
  if (line.refundedMinor > totalMinor || line.refundedTaxMinor > taxMinor) throw errors.givenBackMeanwhile({ title })
  const subtotalMinor = line.unitPriceMinor * quantity
  return {
    id,
    title,
    quantity,
    canceledQuantity: line.canceledQuantity + of.takenOut,
    subtotalMinor,
    discountMinor: subtotalMinor + (of.pricesIncludeTax ? 0 : taxMinor) - totalMinor,
    taxMinor,
    totalMinor,
    takenOut: of.takenOut,
    takenOutMinor: line.totalMinor - totalMinor,
    takenOutTaxMinor: line.taxMinor - taxMinor,
    unsentQuantity: line.quantity - line.fulfilledQuantity,
  }
}

function taxLinesWithout(taxLines: readonly OrderTaxLine[], gone: readonly OrderTaxLine[]): OrderTaxLine[] {
  return taxLines
    .map((tax) => {
      const less = gone.filter(({ name, ratePpm }) => name === tax.name && ratePpm === tax.ratePpm)
      return { ...tax, taxMinor: tax.taxMinor - sumOf(less.map(({ taxMinor }) => taxMinor)) }
    })
    .filter((tax) => tax.taxMinor > 0)
}
