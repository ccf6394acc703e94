import type { operations } from '../../contract/api.d.ts'

/** What the shop's API answers, taken from its contract. Amounts are in minor units of their currency. */
type Answered<Operation extends keyof operations> = operations[Operation] extends {
  responses: { 200: { content: { 'application/json': infer Body } } }
}
  ? Body
  : never

export type Store = Answered<'readStore'>
export type OpeningHours = Store['locations'][number]['hours'][number]
export type Category = Answered<'listCategories'>[number]
export type Picture = NonNullable<Category['picture']>

export type ProductSort = NonNullable<NonNullable<operations['listProducts']['parameters']['query']>['sort']>
export type ProductList = Answered<'listProducts'>
export type ProductTile = ProductList['items'][number]
export type Product = Answered<'readProduct'>
export type Variant = Product['variants'][number]
export type Availability = Variant['availability']
export type Suggestions = Answered<'suggest'>

export type Cart = Answered<'readCart'>
export type GiftCardBalance = Answered<'checkGiftCard'>
export type CartContent = Answered<'addToCart'>
export type CartLine = Cart['lines'][number]
export type Contact = Cart['contact']
export type Address = NonNullable<Contact['address']>
export type Totals = Cart['totals']
export type ShippingOptions = Answered<'listShippingOptions'>
export type ShippingOption = ShippingOptions['items'][number]

/** What "Buy" came to: an order, or also a page on which it is to be paid, or the payer has to be recognised. */
export type Placed = Answered<'placeOrder'> & { redirectUrl?: string; isChallenge?: boolean }
export type Order = Answered<'readOrder'>
export type OrderLine = Order['lines'][number]
export type Invoice = Answered<'listInvoices'>['items'][number]

/** RFC 9457, as every failed call answers it. */
export type Problem = { status: number; code: string; title: string; details?: Record<string, unknown> }
