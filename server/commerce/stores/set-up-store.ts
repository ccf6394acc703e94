import { type Shop, transaction } from '../../platform/context.ts'
import { emit } from '../../platform/events.ts'
import { newId } from '../../platform/ids.ts'
import { sql } from '../../platform/sql.ts'
import { forgetSettings, type Market, type StockLocation, type Store } from './current-store.ts'

type OrderSetting = 'supportRefundMaxMinor' | 'invoiceOn' | 'taxNumber'

export type NewStore = {
  store: Omit<Store, 'id' | 'look' | OrderSetting> & Partial<Pick<Store, 'look' | OrderSetting>>
  markets: Omit<Market, 'id'>[]
  locations: (Omit<StockLocation, 'id' | 'translations'> & { translations?: StockLocation['translations'] })[]
}

/** Sets up the shop, its markets and its stock locations, once. Setting it up again changes what has the same code. */
export async function setUpStore(ctx: Shop, wish: NewStore): Promise<void> {
  await transaction(ctx, async (tx) => {
    const { store } = wish
    await tx.run(sql`
      insert into stores (id, name, tagline, support_email, default_locale, locales, address, look, capture, is_demo, created_at)
      values (${newId('store')}, ${store.name}, ${store.tagline}, ${store.supportEmail}, ${store.defaultLocale},
        ${store.locales}, ${store.address}, ${store.look ?? {}}, ${store.capture}, ${store.isDemo}, ${ctx.clock.now()})
      on conflict (only_one) do update set name = excluded.name, tagline = excluded.tagline,
        support_email = excluded.support_email, default_locale = excluded.default_locale, locales = excluded.locales,
        address = excluded.address, capture = excluded.capture, is_demo = excluded.is_demo`)
    for (const [position, market] of wish.markets.entries()) {
      await tx.run(sql`
        insert into markets (id, code, currency, countries, default_country, prices_include_tax, position)
        values (${newId('market')}, ${market.code}, ${market.currency}, ${market.countries}, ${market.defaultCountry},
          ${market.pricesIncludeTax}, ${position})
        on conflict (code) do update set currency = excluded.currency, countries = excluded.countries,
          default_country = excluded.default_country, prices_include_tax = excluded.prices_include_tax,
          position = excluded.position`)
    }
    for (const location of wish.locations) {
      await tx.run(sql`
        insert into stock_locations (id, code, name, translations, kind, address, hours, ships, priority)
        values (${newId('location')}, ${location.code}, ${location.name}, ${location.translations ?? {}},
          ${location.kind}, ${location.address}, ${JSON.stringify(location.hours)}, ${location.ships}, ${location.priority})
        on conflict (code) do update set name = excluded.name, translations = excluded.translations,
          kind = excluded.kind, address = excluded.address, hours = excluded.hours, ships = excluded.ships,
          priority = excluded.priority`)
    }
    await emit(ctx, tx, { type: 'store.changed', subject: 'store' })
    tx.afterCommit(() => forgetSettings(ctx))
  })
}
