import { Type } from 'typebox'
import { AddressView, nullable, oneOf, PictureView, ShippingOptionView, TaxLineView } from '../carts/index.ts'
import { paymentStatuses } from '../payments/index.ts'
import { fulfillmentStatuses, orderStatuses } from './order-states.ts'

const { deliverFrom: _, deliverUntil: __, amountMinor: ___, ...shippingProperties } = ShippingOptionView.properties

const LineView = Type.Object({
  id: Type.String(),
  productId: nullable(Type.String()),
  variantId: nullable(Type.String()),
  title: Type.String(),
  variantTitle: Type.String(),
  sku: nullable(Type.String()),
  image: nullable(PictureView),
  quantity: Type.Integer(),
  fulfilledQuantity: Type.Integer(),
  unitPriceMinor: Type.Integer(),
  subtotalMinor: Type.Integer(),
  discountMinor: Type.Integer(),
  taxRatePpm: Type.Integer(),
  taxName: Type.String(),
  taxMinor: Type.Integer(),
  totalMinor: Type.Integer({ description: 'What was paid for this line, tax and discount included.' }),
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
