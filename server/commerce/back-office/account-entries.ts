import type { Shop } from '../../platform/context.ts'
import { keysOf, pageOf } from '../../platform/cursor.ts'
import { type Statement, sql } from '../../platform/sql.ts'
import type { Period } from '../ledger/index.ts'

/** One line of the books: debit is positive, credit negative, in minor units. */
export type AccountEntry = {
  transactionId: string
  line: number
  kind: string
  reference: string
  /** The number of the order that the movement is about, where it is about one. */
  orderNumber: number | null
  occurredAt: Date
  currency: string
  amountMinor: number
  /** What the account stood at, in this currency, after this line. */
  balanceMinor: number
  /** Where it came from or went to: the other accounts of the same movement. */
  against: string[]
}

type OfAccount = Period & { account: string; currency?: string | undefined }

/** What was booked on an account, the newest first, page by page, with the balance after each line. */
export async function accountEntries(
  ctx: Shop,
  of: OfAccount & { cursor?: string; limit: number },
): Promise<{ items: AccountEntry[]; next: string | null }> {
  const [afterId = null, afterLine = '0'] = keysOf(of.cursor, 2) ?? []
  const before = sql`(${afterId}::text is null or (entry.transaction_id, entry.line) < (${afterId}, ${Number(afterLine)}::int))`
  // Ids rise with time, so that they alone say what is newer. The balance of the first line of the page is the sum of it
  // and all before it, those of the period and those that it opened with; from there it goes down line by line.
  const rows = await ctx.database.rows<AccountEntry>(sql`
    with page as materialized (
      select entry.*, t.kind, t.reference, t.occurred_at
      from ledger_entries entry join ledger_transactions t on t.id = entry.transaction_id
      where entry.account = ${of.account} and ${isMeant(of)} and ${before}
      order by entry.transaction_id desc, entry.line desc limit ${of.limit + 1}
    ), base as materialized (
      select currency, sum(amount_minor) as minor from (
        select entry.currency, entry.amount_minor
        from ledger_entries entry join ledger_transactions t on t.id = entry.transaction_id
        where entry.account = ${of.account} and entry.currency in (select currency from page)
          and (${before} or t.occurred_at < ${of.from ?? null})
          and (${of.until ?? null}::timestamptz is null or t.occurred_at < ${of.until ?? null})
      ) earlier group by currency
    )
    select page.transaction_id, page.line, page.kind, page.reference, page.occurred_at, page.currency, page.amount_minor,
      (base.minor - coalesce(sum(page.amount_minor) over (partition by page.currency
        order by page.transaction_id desc, page.line desc rows between unbounded preceding and 1 preceding), 0))::bigint
        as balance_minor,
      array(select distinct other.account from ledger_entries other
        where other.transaction_id = page.transaction_id and other.account <> page.account order by 1) as against,
      ${orderNumber} as order_number
    from page join base on base.currency = page.currency
    order by page.transaction_id desc, page.line desc`)
  return pageOf(rows, { limit: of.limit, keys: (row) => [row.transactionId, String(row.line)] })
}

/** The order that a movement called `page` is about: by its own reference, or by that of the call to the bank. */
const orderNumber = sql`coalesce(
  (select number from orders where id = page.reference),
  (select paid.number from payment_calls call join payments payment on payment.id = call.payment_id
    join orders paid on paid.id = payment.order_id where call.id = page.reference))`

function isMeant(of: OfAccount): Statement {
  return sql`(${of.currency ?? null}::text is null or entry.currency = ${of.currency ?? null})
    and (${of.from ?? null}::timestamptz is null or t.occurred_at >= ${of.from ?? null})
    and (${of.until ?? null}::timestamptz is null or t.occurred_at < ${of.until ?? null})`
}

const batchSize = 500

/** The same as lines of a CSV file, the oldest first, for a spreadsheet. Amounts are plain decimals. */
export async function* accountCsv(
  ctx: Shop,
  of: OfAccount & { decimal(amountMinor: number, currency: string): string; day(at: Date): string },
): AsyncGenerator<string> {
  yield 'date,movement,reference,order,currency,debit,credit,balance\n'
  const balances = new Map<string, number>()
  const opened = await ctx.database.rows<{ currency: string; minor: number }>(sql`
    select entry.currency, sum(entry.amount_minor)::bigint as minor
    from ledger_entries entry join ledger_transactions t on t.id = entry.transaction_id
    where entry.account = ${of.account} and t.occurred_at < ${of.from ?? null} group by entry.currency`)
  for (const { currency, minor } of opened) balances.set(currency, minor)
  for (let after: [string, number] = ['', 0]; ; ) {
    const batch = await ctx.database.rows<AccountEntry>(sql`
      with page as (
        select entry.*, t.kind, t.reference, t.occurred_at
        from ledger_entries entry join ledger_transactions t on t.id = entry.transaction_id
        where entry.account = ${of.account} and ${isMeant(of)}
          and (entry.transaction_id, entry.line) > (${after[0]}, ${after[1]}::int)
        order by entry.transaction_id, entry.line limit ${batchSize}
      )
      select page.*, ${orderNumber} as order_number from page order by transaction_id, line`)
    const last = batch.at(-1)
    if (!last) return
    yield batch.map((entry) => csvLine(entry, balances, of)).join('')
    after = [last.transactionId, last.line]
  }
}

function csvLine(
  entry: AccountEntry,
  balances: Map<string, number>,
  of: { decimal(amountMinor: number, currency: string): string; day(at: Date): string },
): string {
  const { currency, amountMinor } = entry
  const balance = (balances.get(currency) ?? 0) + amountMinor
  balances.set(currency, balance)
  const debit = amountMinor > 0 ? of.decimal(amountMinor, currency) : ''
  const credit = amountMinor < 0 ? of.decimal(-amountMinor, currency) : ''
  const cells = [
    of.day(entry.occurredAt),
    entry.kind,
    entry.reference,
    entry.orderNumber ?? '',
    currency,
    debit,
    credit,
  ]
  return `${[...cells, of.decimal(balance, currency)].map((cell) => quoted(String(cell))).join(',')}\n`
}

/** Quotes what a spreadsheet would take apart, or run as a formula. */
function quoted(cell: string): string {
  const safe = /^[=+@\t\r]|^-(?!\d)/.test(cell) ? `'${cell}` : cell
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
