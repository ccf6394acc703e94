import type { operations } from '../../contract/api.d.ts'
import type { Order, Picture } from '../ui/api-types.ts'

/** What the API answers to the back office. Amounts are in minor units of their currency. */

export type DaySales = { date: string; orders: number; totalMinor: number }

export type Summary = {
  currency: string
  today: DaySales
  weekAgo: DaySales
  days: DaySales[]
  toShip: number
  oldestToShipAt: string | null
  lowStock: { productId: string; title: string; variantTitle: string; available: number }[]
  failedMessages: number
  deadDeliveries: number
  unclearPayments: number
  lapsedPayments: number
  expiringPayments: number
  openDisputes: number
}

export type OrderRow = {
  id: string
  number: number | null
  status: string
  fulfillmentStatus: string
  paymentStatus: string | null
  currency: string
  totalMinor: number
  placedAt: string | null
  createdAt: string
  country: string
  customerName: string
  shippingName: string | null
  isPickup: boolean
  pieces: number
  pictures: Picture[]
}

/** A gift card, or the store credit of a customer. */
export type StoredValue = operations['readStoredValue']['responses'][200]['content']['application/json']
export type StoredValueRow = Omit<StoredValue, 'entries' | 'link'>

export type Page<T> = { items: T[]; next: string | null }

export type Parcel = {
  id: string
  status: 'shipped' | 'ready-for-pickup' | 'delivered'
  carrier: string | null
  trackingNumber: string | null
  trackingUrl: string | null
  shippedAt: string
  deliveredAt: string | null
  lines: { orderLineId: string; quantity: number }[]
}

export type OrderDetail = Omit<Order, 'payments' | 'lines'> & {
  lines: (Order['lines'][number] & { sku: string | null; isGiftCard?: boolean })[]
  payments: (Order['payments'][number] & { provider: string; authorizedMinor: number })[]
  fulfillments: Parcel[]
  stock: { orderLineId: string; locationName: string; reserved: number; onHand: number }[]
  carriers: string[]
  disputes: {
    id: string
    paymentId: string
    status: 'open' | 'won' | 'lost'
    reason: string
    amountMinor: number
    feeMinor: number
    openedAt: string
    respondBy: string
    closedAt: string | null
  }[]
  lapsedPayments: string[]
  staffNames: Record<string, string>
  /** In which ways it could still go, while nothing of it has left. */
  shippingChoices: { id: string; name: string; amountMinor: number }[]
}

/** What a refund would come to. */
export type RefundQuote = {
  currency: string
  amountMinor: number
  taxMinor: number
  shippingMinor: number
  chargedMinor: number
  lines: { orderLineId: string; quantity: number; amountMinor: number; taxMinor: number }[]
}

export type OrderSettings = {
  supportRefundMaxMinor: number | null
  invoiceOn: 'shipment' | 'placement'
  taxNumber: string
}

export type Invoice = {
  id: string
  kind: 'invoice' | 'credit-note'
  name: string
  currency: string
  totalMinor: number
  issuedAt: string
}

export type Message = {
  id: string
  kind:
    | 'order-confirmation'
    | 'shipping-notice'
    | 'pickup-notice'
    | 'gift-card'
    | 'refund-notice'
    | 'cancellation-notice'
    | 'change-notice'
  orderId: string
  status: 'waiting' | 'sent' | 'failed'
  attempts: number
  lastError: string | null
  createdAt: string
  sentAt: string | null
}

export type ProductRow = {
  id: string
  slug: string
  title: string
  vendor: string
  status: 'draft' | 'active' | 'archived'
  variants: number
  priceMinMinor: number | null
  priceMaxMinor: number | null
  currency: string | null
  available: number | null
  lowVariants: number
  picture: Picture | null
}

export type VariantDetail = {
  id: string
  title: string
  sku: string | null
  barcode: string | null
  priceMinor: number | null
  compareAtMinor: number | null
  currency: string | null
  isCounted: boolean
  stock: { locationId: string; onHand: number; reserved: number }[]
  isSet: boolean
  parts: {
    inventoryItemId: string
    quantity: number
    title: string | null
    variantTitle: string | null
    sku: string | null
    free: number
  }[]
}

export type ProductDetail = {
  id: string
  slug: string
  title: string
  descriptionHtml: string
  vendor: string
  status: 'draft' | 'active' | 'archived'
  updatedAt: string
  picture: Picture | null
  currency: string
  locations: { id: string; name: string }[]
  variants: VariantDetail[]
}

export type Account = {
  account: string
  kind: string
  currency: string
  openingMinor: number
  debitMinor: number
  creditMinor: number
  balanceMinor: number
}

export type Entry = {
  transactionId: string
  line: number
  kind: string
  reference: string
  orderNumber: number | null
  occurredAt: string
  currency: string
  amountMinor: number
  balanceMinor: number
  against: string[]
}

export type DeadDelivery = {
  eventId: number
  listener: string
  type: string
  subject: string
  attempts: number
  lastError: string | null
  occurredAt: string
}

export type Backups = {
  folder: string
  isScheduled: boolean
  everyMinutes: number
  kept: number
  items: {
    id: string
    status: 'running' | 'done' | 'failed'
    file: string
    startedAt: string
    finishedAt: string | null
    bytes: number | null
    rowCount: number | null
    pictureCount: number | null
    verifiedAt: string | null
    problem: string | null
  }[]
}

export type Webhook = {
  id: string
  url: string
  description: string
  eventTypes: string[]
  status: 'active' | 'paused' | 'gone'
  failures: number
  restingUntil: string | null
  waiting: number
  createdAt: string
}

export type WebhookDelivery = {
  id: string
  type: string
  status: 'waiting' | 'delivered' | 'failed'
  attempts: number
  body: string
  createdAt: string
  nextAttemptAt: string | null
  log: { attemptedAt: string; status: number | null; problem: string | null; tookMs: number }[]
}
