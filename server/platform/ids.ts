import { randomBytes } from 'node:crypto'
import { TypeID, typeid } from 'typeid-js'

/** What an id may stand for; the prefix is part of the id, so that one pasted in the wrong place is seen at once. */
const prefixes = {
  store: 'store',
  market: 'market',
  location: 'loc',
  category: 'cat',
  product: 'prod',
  variant: 'var',
  media: 'media',
  priceList: 'plist',
  promotion: 'promo',
  customerGroup: 'group',
  taxRate: 'tax',
  inventoryItem: 'item',
  stockDocument: 'sdoc',
  shippingMethod: 'ship',
  shippingRate: 'rate',
  cart: 'cart',
  cartLine: 'cline',
  order: 'order',
  orderLine: 'oline',
  orderRefund: 'refund',
  invoice: 'inv',
  payment: 'pay',
  paymentCall: 'pcall',
  savedPaymentMethod: 'pmeth',
  ledgerTransaction: 'ltx',
  fulfillment: 'ful',
  message: 'msg',
  giftCard: 'gift',
  storeCredit: 'credit',
  staff: 'staff',
  backup: 'backup',
  webhook: 'webhook',
  webhookMessage: 'whmsg',
} as const

/** Makes a new id: a prefix and a time-sortable UUIDv7, as TypeID writes it (`order_01j...`). */
export function newId(kind: keyof typeof prefixes): string {
  return (drawUuid ? TypeID.fromUUID(prefixes[kind], drawUuid()) : typeid(prefixes[kind])).toString()
}

let drawUuid: (() => string) | undefined

/** Lets a simulation draw its ids from a seed, so that all that happens in it can happen again; undefined ends it. */
export function drawIdsFrom(source: (() => string) | undefined): void {
  drawUuid = source
}

/** The JSON Schema pattern of an id of this kind. */
export function idPattern(kind: keyof typeof prefixes): string {
  return `^${prefixes[kind]}_[0-7][0-9a-hjkmnp-tv-z]{25}$`
}

/** A secret that opens one thing, for links and cookies: 192 bits, URL-safe. */
export function newSecret(): string {
  return randomBytes(24).toString('base64url')
}
