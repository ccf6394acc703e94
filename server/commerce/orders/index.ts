/** Orders: what was bought, kept as it was when it was bought. */
export { errors } from './errors.ts'
export { lockForSending, markDelivered, markSent, type SentLine } from './mark-sent.ts'
export {
  type MovedOrder,
  markDeclined,
  markPlaced,
  type OrderSummary,
  orderOfCart,
  orderSummary,
  ordersWaitingSince,
} from './move-order.ts'
export { emailIndex, orderKey } from './order-key.ts'
export {
  type FulfillmentStatus,
  fulfillmentBefore,
  fulfillmentStatuses,
  nextFulfillmentStatuses,
  nextOrderStatuses,
  type OrderStatus,
  orderStatuses,
} from './order-states.ts'
export { type OrderView, orderById, orderByKey, requireOrderKey } from './order-view.ts'
export { orderAccess, routes } from './routes.ts'
export { OrderSchema, OrderSummaryView } from './views.ts'
export {
  type NamedOrder,
  type NewOrder,
  type NewOrderDiscount,
  type NewOrderLine,
  nameOrder,
  type OrderContact,
  orderWritten,
} from './write-order.ts'
