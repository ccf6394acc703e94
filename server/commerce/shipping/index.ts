/** Shipping: the ways an order can reach its buyer, what each costs, and when it arrives. */
export { deliveryDates, storeTimeZone } from './delivery-dates.ts'
export {
  type SaveShippingMethod,
  type ShippingMethod,
  saveShippingMethods,
  shippingMethods,
} from './shipping-methods.ts'
export {
  defaultOption,
  type Parcel,
  type ShippingOption,
  shippingOptions,
  shippingOptionsFrom,
} from './shipping-options.ts'
