import type { Shop } from '../../platform/context.ts'
import { type Fulfillment, fulfillmentsOf } from '../fulfillment/index.ts'
import { type OrderView, orderById, orderKey } from '../orders/index.ts'
import { isStoredValue } from '../payments/index.ts'
import { currentStore, stockLocations } from '../stores/index.ts'
import type { OrderFacts, ParcelFacts } from './mail-facts.ts'

/** Reads what the mails of an order may say. */
export async function orderFacts(ctx: Shop, orderId: string): Promise<OrderFacts> {
  const [order, store, locations] = await Promise.all([orderById(ctx, orderId), currentStore(ctx), stockLocations(ctx)])
  const { contact, shipping } = order
  const prefix = order.locale === store.defaultLocale ? '' : `/${order.locale}`
  return {
    orderId,
    number: order.number ?? 0,
    locale: order.locale,
    currency: order.currency,
    orderUrl: `${ctx.config.baseUrl}${prefix}/orders/${orderId}?key=${orderKey(ctx, orderId)}`,
    shop: {
      name: store.name,
      url: ctx.config.baseUrl,
      supportEmail: store.supportEmail,
      address: store.address,
    },
    contact: {
      email: contact.email,
      name: contact.name ?? '',
      address: { ...(contact.address?.line1 ? { country: order.country } : {}), ...contact.address },
    },
    lines: order.lines.filter((line) => line.quantity > 0).map((line) => ({ ...line, orderLineId: line.id })),
    goodsMinor: order.goodsMinor,
    shippingMinor: order.shippingMinor,
    discountMinor: order.discountMinor,
    discounts: discountsOf(order),
    taxMinor: order.taxMinor,
    totalMinor: order.totalMinor,
    pricesIncludeTax: order.pricesIncludeTax,
    taxLines: order.taxLines,
    tenders: order.payments.flatMap(({ provider, method, amountMinor, status }) =>
      isStoredValue(provider) && status !== 'declined'
        ? [{ kind: provider, last4: method.last4 ?? '', amountMinor }]
        : [],
    ),
    delivery: deliveryOf(order, shipping, locations),
  }
}

/** By promotion; of an order that was changed since, only the sum is known. */
function discountsOf({ discounts, discountMinor }: OrderView): OrderFacts['discounts'] {
  if (discounts.reduce((sum, { amountMinor }) => sum + amountMinor, 0) !== discountMinor) return []
  return [...Map.groupBy(discounts, ({ promotionId }) => promotionId).values()].map((parts) => ({
    title: parts[0]?.title ?? '',
    amountMinor: parts.reduce((sum, { amountMinor }) => sum + amountMinor, 0),
  }))
}

function deliveryOf(
  order: OrderView,
  shipping: OrderView['shipping'],
  locations: Awaited<ReturnType<typeof stockLocations>>,
): OrderFacts['delivery'] {
  if (!shipping || !('id' in shipping)) return null
  // The shop's hours of today are of more use than those of the day of the order.
  const place = shipping.location && (locations.find(({ id }) => id === shipping.location?.id) ?? shipping.location)
  return {
    kind: shipping.kind,
    name: shipping.name,
    from: order.deliverFrom,
    until: order.deliverUntil,
    place: place && { name: shipping.location?.name ?? place.name, address: place.address, hours: place.hours },
  }
}

/** Reads what the mail of one parcel may say. */
export async function parcelFacts(
  ctx: Shop,
  order: OrderFacts,
  fulfillmentId: string,
): Promise<ParcelFacts | undefined> {
  const parcels = await fulfillmentsOf(ctx, order.orderId)
  const at = parcels.findIndex((parcel) => parcel.id === fulfillmentId)
  const parcel = parcels[at]
  if (!parcel) return undefined
  const gone = sentBy(parcels.slice(0, at + 1))
  return {
    fulfillmentId,
    carrier: parcel.carrier,
    trackingNumber: parcel.trackingNumber,
    trackingUrl: parcel.trackingUrl,
    lines: parcel.lines,
    stillToCome: order.lines.flatMap((line) => {
      const quantity = line.quantity - (gone.get(line.orderLineId) ?? 0)
      return quantity > 0 ? [{ title: line.title, quantity }] : []
    }),
  }
}

function sentBy(parcels: readonly Fulfillment[]): Map<string, number> {
  const sent = new Map<string, number>()
  for (const { orderLineId, quantity } of parcels.flatMap((parcel) => parcel.lines))
    sent.set(orderLineId, (sent.get(orderLineId) ?? 0) + quantity)
  return sent
}
