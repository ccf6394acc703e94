import { type Shop, transaction } from '../../platform/context.ts'
import { emit } from '../../platform/events.ts'
import { newId } from '../../platform/ids.ts'
import { sql } from '../../platform/sql.ts'
import type { TaxRateRow } from './tables.ts'

/** The tax on one thing: what it is called on a receipt, and its rate in parts per million. */
export type TaxRate = { name: string; ratePpm: number }
export type TaxRateInput = Omit<TaxRateRow, 'id'>

const none: TaxRate = { name: 'No tax', ratePpm: 0 }

/** All rates, by country and tax category: what `taxRateIn` looks in. */
export type TaxRates = ReadonlyMap<string, TaxRate>

const kept = new WeakMap<Shop, Promise<TaxRates>>()
const listening = new WeakSet<Shop>()

/** All rates. Kept in memory; forgotten in every process when one changes. */
export function taxRates(ctx: Shop): Promise<TaxRates> {
  const known = kept.get(ctx)
  if (known) return known
  const loading = load(ctx)
  kept.set(ctx, loading)
  loading.catch(() => kept.delete(ctx))
  if (!listening.has(ctx)) {
    listening.add(ctx)
    ctx.changes.on(['taxes.changed'], () => kept.delete(ctx))
  }
  return loading
}

/** The rate for goods of a category in a country. No rate known, or goods that are not taxable: 0, named "No tax". */
export function taxRateIn(rates: TaxRates, of: { country: string; taxCategory: string; taxable?: boolean }): TaxRate {
  if (of.taxable === false) return none
  return rates.get(`${of.country} ${of.taxCategory}`) ?? none
}

/** The rate for goods of a category in a country, as `taxRateIn` answers it. */
export async function taxRateFor(
  ctx: Shop,
  of: { country: string; taxCategory: string; taxable?: boolean },
): Promise<TaxRate> {
  return taxRateIn(await taxRates(ctx), of)
}

/** Sets rates; one that is there for the same country and category is replaced. */
export async function saveTaxRates(ctx: Shop, rates: readonly TaxRateInput[]): Promise<void> {
  await transaction(ctx, async (tx) => {
    await tx.run(sql`
      insert into tax_rates (id, country, tax_category, name, rate_ppm)
      select * from unnest(${rates.map(() => newId('taxRate'))}::text[], ${rates.map((rate) => rate.country)}::text[],
        ${rates.map((rate) => rate.taxCategory)}::text[], ${rates.map((rate) => rate.name)}::text[],
        ${rates.map((rate) => rate.ratePpm)}::int[])
      on conflict (country, tax_category) do update set name = excluded.name, rate_ppm = excluded.rate_ppm`)
    await emit(ctx, tx, { type: 'taxes.changed', subject: 'taxes' })
    tx.afterCommit(() => kept.delete(ctx))
  })
}

async function load(ctx: Shop): Promise<TaxRates> {
  const rows = await ctx.database.rows<TaxRateRow>(sql`select country, tax_category, name, rate_ppm from tax_rates`)
  return new Map(rows.map((row) => [`${row.country} ${row.taxCategory}`, { name: row.name, ratePpm: row.ratePpm }]))
}
