import type { Shop } from '../../platform/context.ts'
import { sql } from '../../platform/sql.ts'
import { errors } from './errors.ts'

export type Address = { line1?: string; line2?: string; postcode?: string; city?: string; country?: string }

/** A picture of the shop itself; renditions lie at /media/{first two letters of hash}/{hash}/{width}.avif and .webp. */
export type ShopPicture = { hash: string; width: number; height: number; widths: number[]; placeholderColor: string }

/** How the shop shows itself, as far as its owner has given pictures. */
export type ShopLook = {
  logo?: ShopPicture
  hero?: { wide: ShopPicture; tall: ShopPicture; alt: Record<string, string> }
  /** What is shown where somebody shares a link to the shop. */
  social?: ShopPicture
}

/** The shop's own facts. */
export type Store = {
  id: string
  name: string
  /** By locale. */
  tagline: Record<string, string>
  supportEmail: string
  defaultLocale: string
  locales: string[]
  address: Address
  look: ShopLook
  /** When a card is charged: as soon as the order is placed, or when it is shipped. */
  capture: 'on-placement' | 'on-shipment'
  /** Up to here, support may give back of one order; null for any amount. */
  supportRefundMaxMinor: number | null
  /** When the invoice of an order is issued. */
  invoiceOn: 'shipment' | 'placement'
  /** As it stands on invoices. */
  taxNumber: string
  isDemo: boolean
}

export type Market = {
  id: string
  code: string
  currency: string
  countries: string[]
  defaultCountry: string
  pricesIncludeTax: boolean
}

export type OpeningHours = { days: string; opens: string; closes: string }

export type StockLocation = {
  id: string
  code: string
  name: string
  /** Names in other languages: `{ de: { name: 'Laden' } }`. */
  translations: Record<string, { name?: string }>
  kind: 'warehouse' | 'store'
  address: Address
  hours: OpeningHours[]
  ships: boolean
  /** Lower is asked first. */
  priority: number
}

type Settings = { store: Store; markets: Market[]; locations: StockLocation[] }

const kept = new WeakMap<Shop, Promise<Settings>>()

/** The shop; a fault when it has not been set up. Kept in memory, forgotten in every process when settings change. */
export async function currentStore(ctx: Shop): Promise<Store> {
  return (await settings(ctx)).store
}

/** All markets, the first being the shop's own. */
export async function markets(ctx: Shop): Promise<Market[]> {
  return (await settings(ctx)).markets
}

/** The market of an id, or the one that sells to a country, or else the shop's first. */
export async function marketFor(ctx: Shop, want: { marketId?: string; country?: string } = {}): Promise<Market> {
  const all = (await settings(ctx)).markets
  const found =
    all.find((market) => market.id === want.marketId) ??
    all.find((market) => want.country !== undefined && market.countries.includes(want.country)) ??
    all[0]
  if (!found) throw errors.notSetUp()
  return found
}

/** All stock locations, the one to ship from first at the front. */
export async function stockLocations(ctx: Shop): Promise<StockLocation[]> {
  return (await settings(ctx)).locations
}

function settings(ctx: Shop): Promise<Settings> {
  let found = kept.get(ctx)
  if (!found) {
    found = load(ctx)
    kept.set(ctx, found)
    found.catch(() => kept.delete(ctx))
    listenOnce(ctx)
  }
  return found
}

const listening = new WeakSet<Shop>()
function listenOnce(ctx: Shop): void {
  if (listening.has(ctx)) return
  listening.add(ctx)
  ctx.changes.on(['store.changed'], () => kept.delete(ctx))
}

/** Forgets what this process has in memory, right after it changed the settings itself. */
export function forgetSettings(ctx: Shop): void {
  kept.delete(ctx)
}

async function load(ctx: Shop): Promise<Settings> {
  const [store, markets, locations] = await Promise.all([
    ctx.database.maybe<Store>(
      sql`select id, name, tagline, support_email, default_locale, locales, address, look, capture,
        support_refund_max_minor, invoice_on, tax_number, is_demo from stores`,
    ),
    ctx.database.rows<Market>(
      sql`select id, code, currency, countries, default_country, prices_include_tax from markets order by position, code`,
    ),
    ctx.database.rows<StockLocation>(
      sql`select id, code, name, translations, kind, address, hours, ships, priority from stock_locations order by priority, code`,
    ),
  ])
  if (!store) throw errors.notSetUp()
  return { store, markets, locations }
}
