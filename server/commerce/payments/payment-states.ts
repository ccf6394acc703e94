/**
 * What a payment can be. "unknown": the provider was asked and has not been heard; resolved by asking, never by
 * guessing. "action-required": the shopper has to prove to the card's bank that it is them.
 */
export const paymentStatuses = [
  'recorded',
  'unknown',
  'action-required',
  'authorized',
  'captured',
  'declined',
  'voided',
  'refunded',
] as const
export type PaymentStatus = (typeof paymentStatuses)[number]

export const callStatuses = ['recorded', 'unknown', 'answered'] as const
export type CallStatus = (typeof callStatuses)[number]

export const callActions = ['authorize', 'capture', 'void', 'refund', 'open-page', 'close-page', 'reauthorize'] as const
export type CallAction = (typeof callActions)[number]

export const disputeStatuses = ['open', 'won', 'lost'] as const
export type DisputeStatus = (typeof disputeStatuses)[number]

/** Which status may follow which. What is not here is refused. */
export const nextPaymentStatuses: Readonly<Record<PaymentStatus, readonly PaymentStatus[]>> = {
  recorded: ['unknown', 'action-required', 'authorized', 'declined'],
  unknown: ['action-required', 'authorized', 'declined'],
  'action-required': ['authorized', 'declined'],
  // A provider's word that comes late: the money is reserved after all, so it can be set free.
  declined: ['authorized'],
  authorized: ['captured', 'voided'],
  // In parts.
  captured: ['captured', 'refunded'],
  voided: [],
  refunded: [],
}

/** The statuses from which a payment may become this one. */
export function statusesBefore(status: PaymentStatus): PaymentStatus[] {
  return paymentStatuses.filter((before) => nextPaymentStatuses[before].includes(status))
}
