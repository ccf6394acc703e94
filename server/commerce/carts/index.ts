/** Carts: what a shopper means to buy, before anything is promised. Nothing here holds stock. */
export { addToCart } from './add-to-cart.ts'
export { type CartTotals, cartTotals, type PricedLine, type TaxLine } from './cart-totals.ts'
export { type CartView, cartView } from './cart-view.ts'
export { type CartAddress, type CartContact, createCart, type NewCart } from './create-cart.ts'
export { errors } from './errors.ts'
export { lockCart, type LockedCart, markCartOrdered } from './lock-cart.ts'
export { type CartLine, type PricedCart, priceCart, readCart } from './price-cart.ts'
export { routes } from './routes.ts'
