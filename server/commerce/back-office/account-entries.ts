import type { Shop } from '../../platform/context.ts'
import { keysOf, pageOf } from '../../platform/cursor.ts'
import { sql } from '../../platform/sql.ts'

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
}

/** What was booked on an account, the newest first, page by page. */
export async function accountEntries(
  ctx: Shop,
  of: { account: string; cursor?: string; limit: number },
): Promise<{ items: AccountEntry[]; next: string | null }> {
  const [afterId, afterLine] = keysOf(of.cursor, 2) ?? []
  // Ids rise with time, so that they alone say what is newer.
  const rows = await ctx.database.rows<AccountEntry>(sql`
    select entry.transaction_id, entry.line, t.kind, t.reference, t.occurred_at, entry.currency, entry.amount_minor,
      coalesce(direct.number, paid.number) as order_number
    from ledger_entries entry
    join ledger_transactions t on t.id = entry.transaction_id
    left join orders direct on direct.id = t.reference
    left join payment_calls call on call.id = t.reference
    left join payments payment on payment.id = call.payment_id
    left join orders paid on paid.id = payment.order_id
    where entry.account = ${of.account} and (${afterId ?? null}::text is null
      or (entry.transaction_id, entry.line) < (${afterId ?? ''}, ${Number(afterLine ?? 0)}::int))
    order by entry.transaction_id desc, entry.line desc limit ${of.limit + 1}`)
  return pageOf(rows, { limit: of.limit, keys: (row) => [row.transactionId, String(row.line)] })
}
