/** What an order can be. It is written before payment is asked, so that a crash leaves something to ask about. */
export const orderStatuses = ['awaiting-payment', 'placed', 'declined', 'canceled', 'completed'] as const
export type OrderStatus = (typeof orderStatuses)[number]

export const fulfillmentStatuses = ['unfulfilled', 'partly-shipped', 'shipped', 'delivered'] as const
export type FulfillmentStatus = (typeof fulfillmentStatuses)[number]

/** A refund of what was bought, or money that a canceled part no longer needs. */
export const refundKinds = ['refund', 'cancellation'] as const
export type RefundKind = (typeof refundKinds)[number]

/** "recorded": the providers are being asked, or do not answer at the moment. */
export const refundStatuses = ['recorded', 'refunded', 'failed'] as const
export type RefundStatus = (typeof refundStatuses)[number]

/** Which status may follow which. What is not here is refused. */
export const nextOrderStatuses: Readonly<Record<OrderStatus, readonly OrderStatus[]>> = {
  'awaiting-payment': ['placed', 'declined'],
  placed: ['canceled', 'completed'],
  declined: [],
  canceled: [],
  completed: [],
}

export const nextFulfillmentStatuses: Readonly<Record<FulfillmentStatus, readonly FulfillmentStatus[]>> = {
  unfulfilled: ['partly-shipped', 'shipped', 'delivered'],
  'partly-shipped': ['partly-shipped', 'shipped', 'delivered'],
  shipped: ['delivered'],
  delivered: [],
}

/** The statuses from which an order may become this one. */
export function statusesBefore(status: OrderStatus): OrderStatus[] {
  return orderStatuses.filter((before) => nextOrderStatuses[before].includes(status))
}

/** The same for what has been sent of it. */
export function fulfillmentBefore(status: FulfillmentStatus): FulfillmentStatus[] {
  return fulfillmentStatuses.filter((before) => nextFulfillmentStatuses[before].includes(status))
}
