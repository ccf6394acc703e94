import { type TSchema, Type } from 'typebox'
import { nullable, oneOf, PictureView } from '../carts/index.ts'
import { FulfillmentView } from '../fulfillment/index.ts'
import { fulfillmentStatuses, OrderSchema, orderStatuses } from '../orders/index.ts'
import { disputeStatuses, paymentStatuses } from '../payments/index.ts'

const text = Type.String()
const whole = Type.Integer()
const picture = nullable(PictureView)
const productStatus = oneOf(['draft', 'active', 'archived'])

/** A page of a list; `next` is what to ask for the following one, null at the end. */
export function pageView<T extends TSchema>(item: T) {
  return Type.Object({ items: Type.Array(item), next: nullable(Type.String()) })
}

export const OrderRowView = Type.Object({
  id: text,
  number: nullable(whole),
  status: oneOf(orderStatuses),
  fulfillmentStatus: oneOf(fulfillmentStatuses),
  paymentStatus: Type.Union([oneOf(paymentStatuses), Type.Null()]),
  currency: text,
  totalMinor: whole,
  placedAt: nullable(text),
  createdAt: text,
  country: text,
  customerName: text,
  shippingName: nullable(text),
  isPickup: Type.Boolean(),
  pieces: whole,
  pictures: Type.Array(PictureView),
})

export const OrderDetailView = Type.Object(
  {
    ...OrderSchema.properties,
    fulfillments: Type.Array(FulfillmentView),
    stock: Type.Array(
      Type.Object(
        { orderLineId: text, locationName: text, reserved: whole, onHand: whole },
        {
          description: 'Where pieces are promised from.',
        },
      ),
    ),
    carriers: Type.Array(text),
    disputes: Type.Array(
      Type.Object({
        id: text,
        paymentId: text,
        status: oneOf(disputeStatuses),
        reason: text,
        amountMinor: whole,
        feeMinor: whole,
        openedAt: text,
        respondBy: text,
        closedAt: nullable(text),
      }),
      { description: 'Money that cardholders took back through their banks.' },
    ),
    lapsedPayments: Type.Array(text, { description: 'Payments whose reserved money can no longer be taken.' }),
    staffNames: Type.Record(text, text, { description: 'Of the staff in the timeline, by id.' }),
    shippingChoices: Type.Array(
      Type.Object(
        { id: text, name: text, amountMinor: whole },
        { description: 'In which ways it could still go, while nothing of it has left.' },
      ),
    ),
  },
  { $id: 'AdminOrder' },
)

export const ProductRowView = Type.Object({
  id: text,
  slug: text,
  title: text,
  vendor: text,
  status: productStatus,
  variants: whole,
  priceMinMinor: nullable(whole),
  priceMaxMinor: nullable(whole),
  currency: nullable(text),
  available: nullable(whole),
  lowVariants: whole,
  picture,
})

export const ProductDetailView = Type.Object(
  {
    id: text,
    slug: text,
    title: text,
    descriptionHtml: text,
    vendor: text,
    status: productStatus,
    updatedAt: text,
    picture,
    currency: text,
    locations: Type.Array(Type.Object({ id: text, name: text })),
    variants: Type.Array(
      Type.Object({
        id: text,
        title: text,
        sku: nullable(text),
        barcode: nullable(text),
        priceMinor: nullable(whole),
        compareAtMinor: nullable(whole),
        currency: nullable(text),
        isCounted: Type.Boolean(),
        stock: Type.Array(Type.Object({ locationId: text, onHand: whole, reserved: whole }), {
          description: 'A set has none of its own.',
        }),
        isSet: Type.Boolean(),
        parts: Type.Array(
          Type.Object({
            inventoryItemId: text,
            quantity: whole,
            title: nullable(text),
            variantTitle: nullable(text),
            sku: nullable(text),
            free: Type.Integer({ description: 'Everywhere together.' }),
          }),
          { description: 'What one unit takes from the shelf.' },
        ),
      }),
    ),
  },
  { $id: 'AdminProduct' },
)

const DaySales = Type.Object({ date: text, orders: whole, totalMinor: whole })

export const SummaryView = Type.Object({
  currency: text,
  today: DaySales,
  weekAgo: DaySales,
  days: Type.Array(DaySales, { description: 'The last thirty days, today included, the oldest first.' }),
  toShip: whole,
  oldestToShipAt: nullable(text),
  lowStock: Type.Array(Type.Object({ productId: text, title: text, variantTitle: text, available: whole })),
  failedMessages: whole,
  deadDeliveries: whole,
  unclearPayments: whole,
  lapsedPayments: whole,
  expiringPayments: Type.Integer({ description: 'Reserved money that lapses within a day and cannot be renewed.' }),
  openDisputes: whole,
})

export const BalanceView = Type.Object({
  account: text,
  kind: oneOf(['asset', 'liability', 'equity', 'revenue', 'expense']),
  currency: text,
  openingMinor: Type.Integer({ description: 'What it stood at before the period.' }),
  debitMinor: whole,
  creditMinor: whole,
  balanceMinor: Type.Integer({ description: 'Debit is positive, credit negative.' }),
})

export const EntryView = Type.Object({
  transactionId: text,
  line: whole,
  kind: text,
  reference: text,
  orderNumber: nullable(whole),
  occurredAt: text,
  currency: text,
  amountMinor: Type.Integer({ description: 'Debit is positive, credit negative.' }),
  balanceMinor: Type.Integer({ description: 'What the account stood at after this line, in this currency.' }),
  against: Type.Array(text, { description: 'The other accounts of the same movement.' }),
})

export const DeadDeliveryView = Type.Object({
  eventId: whole,
  listener: text,
  type: text,
  subject: text,
  attempts: whole,
  lastError: nullable(text),
  occurredAt: text,
})
