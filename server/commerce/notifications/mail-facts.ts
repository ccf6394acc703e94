import type { Picture } from '../catalog/index.ts'

/** A line of an order as a mail shows it. */
export type MailLine = {
  orderLineId: string
  title: string
  variantTitle: string
  quantity: number
  /** Before discounts, which are listed below the goods: so the lines sum to them. */
  subtotalMinor: number
  image: Picture | null
}

export type MailAddress = {
  line1?: string
  line2?: string
  postcode?: string
  city?: string
  region?: string
  country?: string
}

export type MailHours = { days: string; opens: string; closes: string }

/** Everything about an order that its mails may say. Amounts in minor units. */
export type OrderFacts = {
  orderId: string
  number: number
  locale: string
  currency: string
  /** Where the customer sees the order, with the key that opens it. */
  orderUrl: string
  shop: { name: string; url: string; supportEmail: string; address: MailAddress }
  contact: { email: string; name: string; address: MailAddress }
  lines: MailLine[]
  goodsMinor: number
  shippingMinor: number
  discountMinor: number
  /** By promotion, in the order in which they were applied. */
  discounts: { title: string; amountMinor: number }[]
  taxMinor: number
  totalMinor: number
  pricesIncludeTax: boolean
  taxLines: { name: string; ratePpm: number; taxMinor: number }[]
  /** What gift cards and store credit pay of it. */
  tenders: { kind: 'gift-card' | 'store-credit'; last4: string; amountMinor: number }[]
  delivery: {
    kind: 'delivery' | 'pickup'
    name: string
    /** ISO dates; null where none was promised. */
    from: string | null
    until: string | null
    place: { name: string; address: MailAddress; hours: MailHours[] } | null
  } | null
}

/** What left the shop, or lies ready, at one time. */
export type ParcelFacts = {
  fulfillmentId: string
  carrier: string | null
  trackingNumber: string | null
  trackingUrl: string | null
  lines: { orderLineId: string; quantity: number }[]
  /** What of the order had not left with this parcel or one before it. */
  stillToCome: { title: string; quantity: number }[]
}

/** A mail's words, before it has a sender and a receiver. */
export type WrittenMail = {
  subject: string
  html: string
  text: string
  /** Who it is for, where that is not the buyer. */
  to?: string
}
