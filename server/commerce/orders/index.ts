/** Orders: what was bought, kept as it was when it was bought. */
export { cancelOrder } from './cancel-order.ts'
export { type ContactChange, changeContact } from './change-contact.ts'
export { changeShipping, deliveryOptions } from './change-shipping.ts'
export { errors } from './errors.ts'
export { listeners } from './listeners.ts'
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
export { noteOrder } from './note-order.ts'
export { emailIndex, orderKey } from './order-key.ts'
export {
  type FulfillmentStatus,
  fulfillmentBefore,
  fulfillmentStatuses,
  nextFulfillmentStatuses,
  nextOrderStatuses,
  type OrderStatus,
  orderStatuses,
  type RefundStatus,
  refundStatuses,
} from './order-states.ts'
export { type OrderView, orderById, orderByKey, requireOrderKey } from './order-view.ts'
export {
  type RefundAmounts,
  type RefundWish,
  refundAmounts,
} from './refund-amounts.ts'
export { quoteRefund, refundOrder } from './refund-order.ts'
export { type RefundView, refundById, refundsOf } from './refund-view.ts'
export { orderAccess, routes } from './routes.ts'
export { type BookedOrder, saleEntries } from './sale-entries.ts'
export { settleChange } from './settle-change.ts'
export { unitShares } from './unit-shares.ts'
export { OrderSchema, OrderSummaryView, shownOrder } from './views.ts'
export {
  type NamedOrder,
  type NewOrder,
  type NewOrderDiscount,
  type NewOrderLine,
  nameOrder,
  type OrderContact,
  orderWritten,
} from './write-order.ts'
