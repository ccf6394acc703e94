/** Inventory: what lies where, what of it is promised, and every piece that ever moved. */
export { type Availability, availabilities, stockOf } from './availability.ts'
export { errors, outOfStock, type ShortLine } from './errors.ts'
export { fulfillReservations } from './fulfill-reservations.ts'
export { releaseReservations, reservationsCommitted } from './release-reservations.ts'
export { reserveStock, type StockWish, shippingLocationIds } from './reserve-stock.ts'
export { receiveStock, type StockCount, setStock } from './set-stock.ts'
export { lowStockMax, shownStock } from './shown-stock.ts'
