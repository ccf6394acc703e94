import type { Shop } from '../../platform/context.ts'

/**
 * The key that opens an order for its buyer, without an account. Derived from the order's id by the shop's secret, so
 * that everyone who may have it is told the same one, and none has to be kept.
 */
export function orderKey(ctx: Shop, orderId: string): string {
  return ctx.vault.lookup(`order-key:${orderId}`).toString('base64url')
}

export { emailIndex } from '../../platform/email-index.ts'
