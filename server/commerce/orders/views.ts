import { Type } from 'typebox'
import { AddressView, nullable, oneOf, PictureView, ShippingOptionView, TaxLineView } from '../carts/index.ts'
import { paymentStatuses } from '../payments/index.ts'
import { fulfillmentStatuses, orderStatuses, refundKinds, refundStatuses } from './order-states.ts'
import type { OrderView } from './order-view.ts'
import type { RefundView } from './refund-view.ts'

const { deliverFrom: _, deliverUntil: __, amountMinor: ___, ...shippingProperties } = ShippingOptionView.properties

const LineView = Type.Object({
  id: Type.String(),
  productId: nullable(Type.String()),
  variantId: nullable(Type.String()),
  title: Type.String(),
  variantTitle: Type.String(),
  sku: nullable(Type.String()),
  image: nullable(PictureView),
  isGiftCard: Type.Boolean(),
  quantity: Type.Integer(),
  fulfilledQuantity: Type.Integer(),
  unitPriceMinor: Type.Integer(),
  subtotalMinor: Type.Integer(),
  discountMinor: Type.Integer(),
  taxRatePpm: Type.Integer(),
  taxName: Type.String(),
  taxMinor: Type.Integer(),
  totalMinor: Type.Integer({ description: 'What was paid for this line, tax and discount included.' }),
  canceledQuantity: Type.Integer({ description: 'Taken out after it was ordered.' }),
  refundedQuantity: Type.Integer(),
  refundedMinor: Type.Integer({ description: 'Given back of what was paid for this line.' }),
})

const DiscountView = Type.Object({
  promotionId: Type.String(),
  title: Type.String(),
  code: nullable(Type.String()),
  orderLineId: nullable(Type.String({ description: 'Null: from shipping.' })),
  amountMinor: Type.Integer(),
})

const PaymentView = Type.Object({
  id: Type.String(),
  provider: Type.String(),
  status: oneOf(paymentStatuses),
  amountMinor: Type.Integer(),
  authorizedMinor: Type.Integer(),
  capturedMinor: Type.Integer(),
  refundedMinor: Type.Integer(),
  method: Type.Object({
    type: Type.Optional(Type.String()),
    brand: Type.Optional(Type.String()),
    last4: Type.Optional(Type.String()),
  }),
  declineCode: nullable(Type.String()),
})

export const RefundSchema = Type.Object({
  id: Type.String(),
  orderId: Type.String(),
  kind: oneOf(refundKinds),
  status: oneOf(refundStatuses),
  currency: Type.String(),
  amountMinor: Type.Integer({ description: 'Tax and delivery included.' }),
  taxMinor: Type.Integer(),
  shippingMinor: Type.Integer(),
  shippingTaxMinor: Type.Integer(),
  refusedMinor: Type.Integer({ description: 'What the providers would not give back.' }),
  reason: Type.String(),
  isRestocked: Type.Boolean(),
  actor: Type.String(),
  createdAt: Type.String(),
  finishedAt: nullable(Type.String()),
  lines: Type.Array(
    Type.Object({
      orderLineId: Type.String(),
      quantity: Type.Integer(),
      amountMinor: Type.Integer(),
      taxMinor: Type.Integer(),
    }),
  ),
  payments: Type.Array(Type.Object({ paymentId: Type.String(), amountMinor: Type.Integer() })),
})

export const OrderSchema = Type.Object(
  {
    id: Type.String(),
    number: nullable(Type.Integer({ description: 'What people call it by; given when it is placed.' })),
    status: oneOf(orderStatuses),
    fulfillmentStatus: oneOf(fulfillmentStatuses),
    marketId: Type.String(),
    currency: Type.String(),
    locale: Type.String(),
    country: Type.String(),
    contact: Type.Object({
      email: Type.String(),
      name: Type.Optional(Type.String()),
      phone: Type.Optional(Type.String()),
      address: Type.Optional(AddressView),
    }),
    pricesIncludeTax: Type.Boolean(),
    goodsMinor: Type.Integer(),
    shippingMinor: Type.Integer(),
    discountMinor: Type.Integer({ description: 'From lines and shipping together.' }),
    shippingDiscountMinor: Type.Integer({ description: 'The part of it that was taken from shipping.' }),
    taxMinor: Type.Integer(),
    shippingTaxMinor: Type.Integer(),
    taxLines: Type.Array(TaxLineView),
    totalMinor: Type.Integer(),
    shipping: nullable(Type.Object(shippingProperties)),
    deliverFrom: nullable(Type.String()),
    deliverUntil: nullable(Type.String()),
    placedAt: nullable(Type.String()),
    createdAt: Type.String(),
    lines: Type.Array(LineView),
    discounts: Type.Array(DiscountView, { description: 'Which promotion took how much, and of what.' }),
    payments: Type.Array(PaymentView),
    refundedMinor: Type.Integer({ description: 'Given back of the total.' }),
    refundedShippingMinor: Type.Integer(),
    canceledAt: nullable(Type.String()),
    revision: Type.Integer({ description: 'How often it was changed after it was placed.' }),
    refunds: Type.Array(RefundSchema),
    timeline: Type.Array(
      Type.Object({
        type: Type.String({ description: 'What happened: order.placed, payment.captured, fulfillment.shipped ...' }),
        at: Type.String(),
        actor: nullable(Type.String()),
        details: Type.Record(Type.String(), Type.Unknown()),
      }),
    ),
  },
  { $id: 'Order', description: 'Amounts are in minor units of the currency.' },
)

export const OrderSummaryView = Type.Object({
  id: Type.String(),
  number: nullable(Type.Integer()),
  status: oneOf(orderStatuses),
  currency: Type.String(),
  totalMinor: Type.Integer(),
})

/** A refund with its moments as ISO texts. */
export function shownRefund(refund: RefundView) {
  return {
    ...refund,
    createdAt: refund.createdAt.toISOString(),
    finishedAt: refund.finishedAt?.toISOString() ?? null,
  }
}

/** An order with its moments as ISO texts. */
export function shownOrder(order: OrderView) {
  return {
    ...order,
    placedAt: order.placedAt?.toISOString() ?? null,
    createdAt: order.createdAt.toISOString(),
    canceledAt: order.canceledAt?.toISOString() ?? null,
    refunds: order.refunds.map(shownRefund),
    timeline: order.timeline.map((step) => ({ ...step, at: step.at.toISOString() })),
  }
}
