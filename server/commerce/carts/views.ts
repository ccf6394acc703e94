import { type Static, type TSchema, Type } from 'typebox'

/** A schema that also takes null, written the way that serialises fastest. */
export function nullable<T extends TSchema & { type: string }>(schema: T) {
  return Type.Unsafe<Static<T> | null>({ ...schema, type: [schema.type, 'null'] })
}

/** One of a few words. */
export function oneOf<const T extends string>(words: readonly T[]) {
  return Type.Unsafe<T>({ type: 'string', enum: words })
}

export const PictureView = Type.Object({
  hash: Type.String(),
  width: Type.Integer(),
  height: Type.Integer(),
  widths: Type.Array(Type.Integer()),
  placeholderColor: Type.String(),
})

export const AddressView = Type.Object({
  line1: Type.Optional(Type.String()),
  line2: Type.Optional(Type.String()),
  postcode: Type.Optional(Type.String()),
  city: Type.Optional(Type.String()),
  region: Type.Optional(Type.String()),
  country: Type.Optional(Type.String()),
})

export const GiftRecipientView = Type.Object({
  email: Type.Optional(Type.String()),
  name: Type.Optional(Type.String()),
  message: Type.Optional(Type.String()),
})

export const ContactView = Type.Object({
  email: nullable(Type.String()),
  name: nullable(Type.String()),
  phone: nullable(Type.String()),
  address: nullable(AddressView),
  giftRecipient: nullable(GiftRecipientView),
})

export const ShippingOptionView = Type.Object({
  id: Type.String(),
  code: Type.String(),
  name: Type.String({ description: 'In the language of the cart.' }),
  kind: oneOf(['delivery', 'pickup']),
  carrier: nullable(Type.String()),
  amountMinor: Type.Integer(),
  deliverFrom: Type.String({ description: 'The first day on which it may arrive, as an ISO date.' }),
  deliverUntil: Type.String({ description: 'The last day on which it should arrive.' }),
  location: nullable(
    Type.Object(
      {
        id: Type.String(),
        name: Type.String(),
        address: AddressView,
        hours: Type.Array(Type.Object({ days: Type.String(), opens: Type.String(), closes: Type.String() })),
      },
      { description: 'Where to pick it up.' },
    ),
  ),
})

export const TaxLineView = Type.Object({
  name: Type.String(),
  ratePpm: Type.Integer({ description: 'Parts per million: 19 % is 190000.' }),
  taxMinor: Type.Integer(),
})

export const DiscountView = Type.Object({
  title: Type.String(),
  code: nullable(Type.String({ description: 'Null for one that applies by itself.' })),
  amountMinor: Type.Integer(),
  lines: Type.Array(Type.Object({ lineId: Type.String(), amountMinor: Type.Integer() })),
  shippingMinor: Type.Integer({ description: 'The part that is taken from shipping.' }),
})

const refusals = ['not-valid', 'not-here', 'not-enough', 'not-these-goods', 'not-together'] as const
const Because = Type.Unsafe<(typeof refusals)[number] | null>({
  type: ['string', 'null'],
  enum: [...refusals, null],
  description: 'Why it takes nothing.',
})

export const CartSchema = Type.Object(
  {
    id: Type.String(),
    status: oneOf(['active', 'ordered']),
    orderId: nullable(Type.String()),
    currency: Type.String(),
    locale: Type.String(),
    country: Type.String(),
    pricesIncludeTax: Type.Boolean(),
    itemCount: Type.Integer(),
    requiresShipping: Type.Boolean(),
    lines: Type.Array(
      Type.Object({
        id: Type.String(),
        variantId: Type.String(),
        productId: Type.String(),
        slug: Type.String(),
        title: Type.String(),
        variantTitle: Type.String(),
        picture: nullable(PictureView),
        quantity: Type.Integer(),
        unitPriceMinor: Type.Integer(),
        compareAtMinor: nullable(Type.Integer()),
        subtotalMinor: Type.Integer({ description: 'Before discounts.' }),
        discountMinor: Type.Integer({ description: 'What promotions take from this line.' }),
        quotedMinor: nullable(Type.Integer({ description: 'The unit price that was shown when it was put here.' })),
        isGiftCard: Type.Boolean(),
        availability: oneOf(['in-stock', 'low', 'sold-out']),
        left: nullable(Type.Integer({ description: 'Said only when few are left.' })),
        problems: Type.Array(oneOf(['price-changed', 'not-enough', 'no-longer-sold'])),
      }),
    ),
    contact: ContactView,
    shipping: nullable(
      Type.Object(
        {
          ...ShippingOptionView.properties,
          isChosen: Type.Boolean({ description: 'False while it is only assumed, so that a total can be shown.' }),
        },
        { description: 'How it is sent; null when nothing needs sending, or nothing is offered.' },
      ),
    ),
    discounts: Type.Array(DiscountView, {
      description: 'Which promotion takes how much, in the order of application.',
    }),
    codes: Type.Array(
      Type.Object({
        code: Type.String(),
        title: nullable(Type.String()),
        isApplied: Type.Boolean(),
        because: Because,
      }),
    ),
    totals: Type.Object({
      goodsMinor: Type.Integer(),
      shippingMinor: Type.Integer(),
      discountMinor: Type.Integer({ description: 'From lines and shipping together.' }),
      shippingDiscountMinor: Type.Integer({ description: 'The part of it that is taken from shipping.' }),
      taxMinor: Type.Integer(),
      shippingTaxMinor: Type.Integer(),
      totalMinor: Type.Integer(),
      savedMinor: Type.Integer({ description: 'Against the former prices.' }),
      taxLines: Type.Array(TaxLineView),
    }),
    tenders: Type.Array(
      Type.Object({
        id: Type.String(),
        kind: oneOf(['gift-card', 'store-credit']),
        lastFour: nullable(Type.String({ description: 'Of the code of a gift card.' })),
        amountMinor: Type.Integer({ description: 'What of the total it pays.' }),
        availableMinor: Type.Integer({ description: 'What is on it now; 0 when it cannot be used any more.' }),
      }),
      { description: 'Gift cards and store credit that it is to be paid with.' },
    ),
    dueMinor: Type.Integer({ description: 'What is left of the total after them, to be paid by card.' }),
  },
  { $id: 'Cart', description: 'Amounts are in minor units of the currency.' },
)

export const CartContentSchema = Type.Object(
  {
    id: Type.String(),
    currency: Type.String(),
    itemCount: Type.Integer(),
    goodsMinor: Type.Integer({ description: 'At the prices that were shown, before shipping.' }),
    lines: Type.Array(
      Type.Object({
        id: Type.String(),
        variantId: Type.String(),
        quantity: Type.Integer(),
        unitPriceMinor: Type.Integer(),
      }),
    ),
  },
  { $id: 'CartContent', description: 'What the cart holds now; read the cart itself for everything else.' },
)
