/** Fulfillment: parcels leave, bags wait at the counter, both arrive; and the money that is due by it is taken. */
export { amountDue, type DueLine } from './amount-due.ts'
export { deliverFulfillment } from './deliver-fulfillment.ts'
export { errors } from './errors.ts'
export { type Fulfillment, fulfillmentById, fulfillmentsOf } from './fulfillment-view.ts'
export { listeners } from './listeners.ts'
export { FulfillmentView, routes } from './routes.ts'
export { shipOrder } from './ship-order.ts'
export { carriers } from './tracking-url.ts'
