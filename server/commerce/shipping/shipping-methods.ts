import { type Shop, transaction } from '../../platform/context.ts'
import { emit } from '../../platform/events.ts'
import { newId } from '../../platform/ids.ts'
import { sql } from '../../platform/sql.ts'
import type { ShippingMethodRow, ShippingRateRow } from './tables.ts'

/** A method with its rates. */
export type ShippingMethod = Omit<ShippingMethodRow, 'active' | 'position'> & {
  rates: Omit<ShippingRateRow, 'methodId'>[]
}

type RateInput = Pick<ShippingRateRow, 'countries' | 'currency' | 'amountMinor'> &
  Partial<Pick<ShippingRateRow, 'weightMinGrams' | 'weightMaxGrams' | 'valueMinMinor' | 'valueMaxMinor'>>

/** A method as the shop's owner sets it up: bounds of weight (grams) and value (minor units) are inclusive. */
export type SaveShippingMethod = Pick<ShippingMethodRow, 'code' | 'name' | 'kind' | 'daysMin' | 'daysMax'> &
  Partial<
    Pick<
      ShippingMethodRow,
      | 'translations'
      | 'locationId'
      | 'carrier'
      | 'trackingUrlTemplate'
      | 'cutoffHour'
      | 'taxCategory'
      | 'active'
      | 'position'
    >
  > & { rates: RateInput[] }

const kept = new WeakMap<Shop, Promise<ShippingMethod[]>>()
const listening = new WeakSet<Shop>()

/** The active methods with their rates, in the owner's order. Kept in memory; forgotten everywhere when one changes. */
export function shippingMethods(ctx: Shop): Promise<ShippingMethod[]> {
  const known = kept.get(ctx)
  if (known) return known
  const loading = load(ctx)
  kept.set(ctx, loading)
  loading.catch(() => kept.delete(ctx))
  if (!listening.has(ctx)) {
    listening.add(ctx)
    ctx.changes.on(['shipping.changed'], () => kept.delete(ctx))
  }
  return loading
}

/** Sets up methods; one with a known code becomes what is given here, its rates replaced. */
export async function saveShippingMethods(ctx: Shop, methods: readonly SaveShippingMethod[]): Promise<void> {
  await transaction(ctx, async (tx) => {
    for (const method of methods) {
      const { id } = await tx.one<{ id: string }>(sql`
        insert into shipping_methods (id, code, name, translations, kind, location_id, carrier, tracking_url_template,
          days_min, days_max, cutoff_hour, tax_category, active, position)
        values (${newId('shippingMethod')}, ${method.code}, ${method.name}, ${method.translations ?? {}}, ${method.kind},
          ${method.locationId ?? null}, ${method.carrier ?? null}, ${method.trackingUrlTemplate ?? null},
          ${method.daysMin}, ${method.daysMax}, ${method.cutoffHour ?? 14}, ${method.taxCategory ?? 'standard'},
          ${method.active ?? true}, ${method.position ?? 0})
        on conflict (code) do update set name = excluded.name, translations = excluded.translations,
          kind = excluded.kind, location_id = excluded.location_id, carrier = excluded.carrier,
          tracking_url_template = excluded.tracking_url_template, days_min = excluded.days_min,
          days_max = excluded.days_max, cutoff_hour = excluded.cutoff_hour, tax_category = excluded.tax_category,
          active = excluded.active, position = excluded.position
        returning id`)
      await tx.run(sql`delete from shipping_rates where method_id = ${id}`)
      const rates = method.rates.map((rate) => ({
        id: newId('shippingRate'),
        countries: rate.countries,
        currency: rate.currency,
        weight_min_grams: rate.weightMinGrams ?? 0,
        weight_max_grams: rate.weightMaxGrams ?? null,
        value_min_minor: rate.valueMinMinor ?? 0,
        value_max_minor: rate.valueMaxMinor ?? null,
        amount_minor: rate.amountMinor,
      }))
      await tx.run(sql`
        insert into shipping_rates (id, method_id, countries, currency, weight_min_grams, weight_max_grams,
          value_min_minor, value_max_minor, amount_minor)
        select id, ${id}, countries, currency, weight_min_grams, weight_max_grams, value_min_minor, value_max_minor,
          amount_minor
        from jsonb_to_recordset(${JSON.stringify(rates)}::jsonb) as r(id text, countries text[], currency text,
          weight_min_grams int, weight_max_grams int, value_min_minor bigint, value_max_minor bigint, amount_minor bigint)`)
    }
    await emit(ctx, tx, { type: 'shipping.changed', subject: 'shipping' })
    tx.afterCommit(() => kept.delete(ctx))
  })
}

async function load(ctx: Shop): Promise<ShippingMethod[]> {
  const [methods, rates] = await Promise.all([
    ctx.database.rows<Omit<ShippingMethod, 'rates'>>(sql`
      select id, code, name, translations, kind, location_id, carrier, tracking_url_template, days_min, days_max,
        cutoff_hour, tax_category
      from shipping_methods where active order by position, code`),
    ctx.database.rows<ShippingRateRow>(sql`
      select id, method_id, countries, currency, weight_min_grams, weight_max_grams, value_min_minor, value_max_minor,
        amount_minor
      from shipping_rates`),
  ])
  return methods.map((method) => ({ ...method, rates: rates.filter((rate) => rate.methodId === method.id) }))
}
