/** Payments: money asked of providers. Every call is written down before it is made, and "unknown" is resolved by asking. */
export {
  askAboutPayment,
  authorizePayment,
  closePaymentPage,
  openPaymentPage,
  type PaymentOutcome,
  type WayBack,
} from './authorize-payment.ts'
export { declinedBecause, errors } from './errors.ts'
export { forgetOldMessages, type HeardMessage, noteMessage, readMessage } from './hear-message.ts'
export { capturePayment, refundPayment, resolveUnknownCalls, voidPayment } from './move-payment.ts'
export { disputesOfOrder } from './note-dispute.ts'
export {
  captureOrderMoney,
  makeCalls,
  type OrderMoney,
  recordOrderRefund,
  refundOrderMoney,
  voidOrderMoney,
} from './order-money.ts'
export {
  type PaymentProvider,
  type ProviderAnswer,
  type ProviderAuthorization,
  type ProviderOperation,
  type ProviderPage,
  providerOf,
} from './payment-provider.ts'
export { disputeStatuses, nextPaymentStatuses, type PaymentStatus, paymentStatuses } from './payment-states.ts'
export { reconcilePayment } from './reconcile-payment.ts'
export {
  newPayment,
  type PendingPayment,
  paymentRecorded,
  paymentsOfOrder,
  pendingPayment,
  type RecordedPayment,
} from './record-payment.ts'
export { type PaymentTrouble, paymentTrouble, renewAuthorizations } from './renew-authorization.ts'
export { forgetMethod, keepAgreedMethods, type SavedMethod, savedMethodsOfOrder } from './saved-methods.ts'
export {
  notePaymentAwaitsShopper,
  notePaymentUnknown,
  paymentSettled,
  type SettledOutcome,
  settlePayment,
} from './settle-payment.ts'
export {
  authorizeTenders,
  isStoredValue,
  newTender,
  recordTenders,
  releaseTenders,
  type Tender,
} from './stored-value.ts'
export type { PaymentMethod } from './tables.ts'
