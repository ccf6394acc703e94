import type { Shop } from '../../platform/context.ts'
import { deadDeliveries } from '../../platform/dead-deliveries.ts'
import { sql } from '../../platform/sql.ts'
import { lowStockMax, stockOf } from '../inventory/index.ts'
import { type PaymentTrouble, paymentTrouble } from '../payments/index.ts'
import { storeTimeZone } from '../shipping/index.ts'
import { currentStore, marketFor } from '../stores/index.ts'
import { countToShip } from './order-list.ts'

export type DaySales = { date: string; orders: number; totalMinor: number }
export type LowStock = { productId: string; title: string; variantTitle: string; available: number }

/** What an owner wants to know in the morning. Money in minor units of the shop's own currency. */
export type Summary = {
  currency: string
  today: DaySales
  /** The same weekday a week ago, up to the same hour. */
  weekAgo: DaySales
  /** The last thirty days, today included, the oldest first; days without a sale are there too. */
  days: DaySales[]
  toShip: number
  oldestToShipAt: Date | null
  lowStock: LowStock[]
  failedMessages: number
  deadDeliveries: number
  unclearPayments: number
} & PaymentTrouble

const daysShown = 30

/** Reads the summary. A day is a day in the store's time zone. */
export async function summary(ctx: Shop): Promise<Summary> {
  const [store, market] = await Promise.all([currentStore(ctx), marketFor(ctx)])
  const zone = storeTimeZone(store.address.country)
  const now = Temporal.Instant.fromEpochMilliseconds(ctx.clock.now().getTime()).toZonedDateTimeISO(zone)
  const midnight = now.startOfDay()
  const [days, weekAgo, toShip, trouble, money, lowStock, dead] = await Promise.all([
    salesByDay(ctx, { since: midnight.subtract({ days: daysShown - 1 }), zone, currency: market.currency }),
    salesByDay(ctx, {
      since: midnight.subtract({ days: 7 }),
      until: now.subtract({ days: 7 }),
      zone,
      currency: market.currency,
    }),
    countToShip(ctx),
    troubleOf(ctx),
    paymentTrouble(ctx),
    runningLow(ctx),
    deadDeliveries(ctx),
  ])
  const nothing = (date: string): DaySales => ({ date, orders: 0, totalMinor: 0 })
  const all = Array.from({ length: daysShown }, (_, index) => {
    const date = midnight
      .subtract({ days: daysShown - 1 - index })
      .toPlainDate()
      .toString()
    return days.find((day) => day.date === date) ?? nothing(date)
  })
  return {
    currency: market.currency,
    today: all.at(-1) as DaySales,
    weekAgo: weekAgo[0] ?? nothing(midnight.subtract({ days: 7 }).toPlainDate().toString()),
    days: all,
    toShip,
    ...trouble,
    ...money,
    lowStock,
    deadDeliveries: dead.length,
  }
}

function salesByDay(
  ctx: Shop,
  of: { since: Temporal.ZonedDateTime; until?: Temporal.ZonedDateTime; zone: string; currency: string },
): Promise<DaySales[]> {
  const until = of.until ? new Date(of.until.epochMilliseconds) : null
  return ctx.database.rows<DaySales>(sql`
    select (placed_at at time zone ${of.zone}::text)::date as date, count(*) as orders, sum(total_minor)::bigint as total_minor
    from orders
    where placed_at >= ${new Date(of.since.epochMilliseconds)} and (${until}::timestamptz is null or placed_at <= ${until})
      and currency = ${of.currency} and status in ('placed', 'completed')
    group by 1 order by 1`)
}

type Trouble = Pick<Summary, 'oldestToShipAt' | 'failedMessages' | 'unclearPayments'>

function troubleOf(ctx: Shop): Promise<Trouble> {
  return ctx.database.one<Trouble>(sql`
    select (select min(placed_at) from orders
        where status = 'placed' and fulfillment_status in ('unfulfilled', 'partly-shipped')) as oldest_to_ship_at,
      (select count(*) from messages where status = 'failed') as failed_messages,
      (select count(*) from payments where status = 'unknown') as unclear_payments`)
}

/**
 * The variants of which the fewest are left, sold out ones first. What is few everywhere together is few at each place,
 * so that one look over the shelves finds the candidates.
 */
function runningLow(ctx: Shop): Promise<LowStock[]> {
  return ctx.database.rows<LowStock>(sql`
    with candidates as materialized (
      select distinct inventory_item_id from stock_levels
      where on_hand - reserved < ${lowStockMax + 1} * (select max(quantity) from variant_inventory_items)
    ), held as materialized (
      select inventory_item_id, sum(level.on_hand - level.reserved) as free
      from candidates join stock_levels level using (inventory_item_id) group by inventory_item_id
    ), scarce as materialized (
      select distinct need.variant_id from held join variant_inventory_items need using (inventory_item_id)
      where held.free < ${lowStockMax + 1} * need.quantity
    )
    select * from (
      select p.id as product_id, p.title, array_to_string(v.option_values, ' / ') as variant_title,
        ${stockOf(sql`(select array_agg(id) from stock_locations)::text[]`)} as available
      from scarce join variants v on v.id = scarce.variant_id
      join products p on p.id = v.product_id and p.status = 'active'
    ) one
    where available <= ${lowStockMax} order by available, title, variant_title limit 8`)
}
