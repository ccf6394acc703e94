import type { Shop } from '../../platform/context.ts'
import type { OrderRow } from '../orders/tables.ts'
import { shippingMethods } from '../shipping/index.ts'

/**
 * Where a parcel can be followed: the address pattern of the method that the order travels by, or of another method
 * with the same carrier; null when nobody has one. `{number}` in the pattern becomes the tracking number.
 */
export async function trackingUrlFor(
  ctx: Shop,
  of: { carrier: string | null; trackingNumber: string | null; shippingMethod: OrderRow['shippingMethod'] },
): Promise<string | null> {
  if (!of.trackingNumber || !of.carrier) return null
  const methods = await shippingMethods(ctx)
  const template =
    of.shippingMethod.carrier === of.carrier && of.shippingMethod.trackingUrlTemplate
      ? of.shippingMethod.trackingUrlTemplate
      : methods.find((method) => method.carrier === of.carrier && method.trackingUrlTemplate)?.trackingUrlTemplate
  return template ? template.replaceAll('{number}', encodeURIComponent(of.trackingNumber)) : null
}

/** The carriers that the shop works with, in the order of its shipping methods. */
export async function carriers(ctx: Shop): Promise<string[]> {
  const methods = await shippingMethods(ctx)
  return [...new Set(methods.flatMap((method) => method.carrier ?? []))]
}
