/** What the shop's API answers, as far as its pages read it. Amounts are in minor units of their currency. */

export type Picture = { hash: string; width: number; height: number; widths: number[]; placeholderColor: string }
export type Availability = 'in-stock' | 'low' | 'sold-out'
export type Address = {
  line1?: string
  line2?: string
  postcode?: string
  city?: string
  region?: string
  country?: string
}
export type OpeningHours = { days: string; opens: string; closes: string }

export type Store = {
  name: string
  tagline: Record<string, string>
  supportEmail: string
  defaultLocale: string
  locales: string[]
  currency: string
  countries: string[]
  defaultCountry: string
  pricesIncludeTax: boolean
  isDemo: boolean
  address: Address
  look: { logo?: Picture; hero?: { wide: Picture; tall: Picture; alt: Record<string, string> }; social?: Picture }
  locations: {
    id: string
    code: string
    name: string
    translations: Record<string, { name?: string }>
    address: Address
    hours: OpeningHours[]
  }[]
}

export type Category = {
  id: string
  parentId: string | null
  slug: string
  title: string
  description: string
  picture: Picture | null
}

export type ProductTile = {
  id: string
  slug: string
  title: string
  vendor: string
  priceMinor: number
  priceVaries: boolean
  compareAtMinor: number | null
  currency: string
  availability: Availability
  picture: (Picture & { alt: string }) | null
  swatches: { name: string; color: string }[]
}

export type ProductSort = 'best' | 'newest' | 'price-asc' | 'price-desc'
export type ProductList = { items: ProductTile[]; total: number; next: number | null; corrected: string | null }

export type Variant = {
  id: string
  title: string
  optionValues: string[]
  sku: string | null
  barcode: string | null
  priceMinor: number
  compareAtMinor: number | null
  availability: Availability
  left: number | null
  inStores: string[]
}

export type Product = {
  id: string
  slug: string
  title: string
  descriptionHtml: string
  summary: string
  vendor: string
  productType: string
  tags: string[]
  currency: string
  pricesIncludeTax: boolean
  options: { name: string; values: { value: string; label: string; swatch: string | null }[] }[]
  attributes: {
    code: string
    label: string
    type: 'text' | 'number' | 'boolean'
    value: string | number | boolean
    unit: string | null
  }[]
  breadcrumb: { slug: string; title: string }[]
  pictures: (Picture & { alt: string; optionValue: string | null })[]
  variants: Variant[]
}

export type ShippingOption = {
  id: string
  code: string
  name: string
  kind: 'delivery' | 'pickup'
  carrier: string | null
  amountMinor: number
  deliverFrom: string
  deliverUntil: string
  location: { id: string; name: string; address: Address; hours: OpeningHours[] } | null
}

export type CartLine = {
  id: string
  variantId: string
  productId: string
  slug: string
  title: string
  variantTitle: string
  picture: Picture | null
  quantity: number
  unitPriceMinor: number
  compareAtMinor: number | null
  subtotalMinor: number
  quotedMinor: number | null
  availability: Availability
  left: number | null
  problems: ('price-changed' | 'not-enough' | 'no-longer-sold')[]
}

export type Totals = {
  goodsMinor: number
  shippingMinor: number
  discountMinor: number
  taxMinor: number
  shippingTaxMinor: number
  totalMinor: number
  savedMinor: number
  taxLines: { name: string; ratePpm: number; taxMinor: number }[]
}

export type Contact = {
  email: string | null
  name: string | null
  phone: string | null
  address: Address | null
}

export type Cart = {
  id: string
  status: 'active' | 'ordered'
  orderId: string | null
  currency: string
  locale: string
  country: string
  pricesIncludeTax: boolean
  itemCount: number
  requiresShipping: boolean
  lines: CartLine[]
  contact: Contact
  shipping: (ShippingOption & { isChosen: boolean }) | null
  totals: Totals
}

export type OrderLine = {
  id: string
  title: string
  variantTitle: string
  image: Picture | null
  quantity: number
  fulfilledQuantity: number
  unitPriceMinor: number
  subtotalMinor: number
  totalMinor: number
}

export type Order = {
  id: string
  number: number | null
  status: 'awaiting-payment' | 'placed' | 'declined' | 'canceled' | 'completed'
  fulfillmentStatus: 'unfulfilled' | 'partly-shipped' | 'shipped' | 'delivered'
  currency: string
  locale: string
  country: string
  contact: { email: string; name?: string; phone?: string; address?: Address }
  pricesIncludeTax: boolean
  goodsMinor: number
  shippingMinor: number
  discountMinor: number
  taxMinor: number
  taxLines: { name: string; ratePpm: number; taxMinor: number }[]
  totalMinor: number
  shipping: Pick<ShippingOption, 'id' | 'code' | 'name' | 'kind' | 'carrier' | 'location'> | null
  deliverFrom: string | null
  deliverUntil: string | null
  placedAt: string | null
  createdAt: string
  lines: OrderLine[]
  payments: {
    id: string
    status: string
    amountMinor: number
    capturedMinor: number
    refundedMinor: number
    method: { type?: string; brand?: string; last4?: string }
    declineCode: string | null
  }[]
  timeline: { type: string; at: string; actor: string | null; details: Record<string, unknown> }[]
}

/** What "Buy" came to: an order, or also a page on which it is to be paid. */
export type Placed = { order: { id: string; number: number | null }; orderKey: string; redirectUrl?: string }

/** RFC 9457, as every failed call answers it. */
export type Problem = { status: number; code: string; title: string; details?: Record<string, unknown> }
