/** Stores: the shop's own facts, the markets it sells to, and the places where its goods lie. */
export { changeOrderSettings, type OrderSettings } from './change-order-settings.ts'
export {
  type Address,
  currentStore,
  type Market,
  marketFor,
  markets,
  type OpeningHours,
  type ShopLook,
  type ShopPicture,
  type StockLocation,
  type Store,
  stockLocations,
} from './current-store.ts'
export { errors } from './errors.ts'
export { routes } from './routes.ts'
export { type NewStore, setUpStore } from './set-up-store.ts'
