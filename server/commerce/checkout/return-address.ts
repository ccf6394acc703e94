import type { Shop } from '../../platform/context.ts'
import { orderKey } from '../orders/index.ts'
import { errors } from './errors.ts'

const usual = '/orders/{orderId}?key={orderKey}'

/** Where a provider's page sends the shopper back to: an address of this shop, the order's page by default. */
export function returnAddress(ctx: Shop, of: { orderId: string; wish: string | undefined }): string {
  const address = of.wish ?? usual
  refuseForeignAddress(ctx, address)
  return address.replaceAll('{orderId}', of.orderId).replaceAll('{orderKey}', orderKey(ctx, of.orderId))
}

/** A link that leads shoppers to another site under our name is refused. */
export function refuseForeignAddress(ctx: Shop, address: string): void {
  const isPath = /^\/(?![/\\])/.test(address)
  const isOwn = address.startsWith(`${ctx.config.baseUrl}/`)
  if ((!isPath && !isOwn) || /[\s\\]/.test(address)) throw errors.invalidReturnUrl()
}
