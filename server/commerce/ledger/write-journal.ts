import { once } from 'node:events'
import type { Writable } from 'node:stream'
import { type Shop, transaction } from '../../platform/context.ts'
import type { Transaction } from '../../platform/database.ts'
import { sql } from '../../platform/sql.ts'
import {
  type JournalTransaction,
  journalClosing,
  journalHead,
  journalOpening,
  journalTransaction,
} from './journal-text.ts'
import { balancesOf, type Period } from './trial-balance.ts'

const batchSize = 1000

/**
 * Writes the books as a journal that hledger (and ledger, and people) read: everything, or a period with the balances
 * that it opened with. It is one picture of one moment, however many orders come in while it is written, and ends by
 * asserting the balances. Answers how many transactions it holds. `timeZone` says which day it was.
 */
export async function writeJournal(
  ctx: Shop,
  of: { out: Writable; title: string; timeZone: string } & Period,
): Promise<number> {
  return transaction(ctx, async (tx) => {
    await tx.run(sql`set transaction isolation level repeatable read, read only`)
    const balances = await balancesOf(tx, of)
    const days = await daysOf(ctx, tx, of)
    const currencies = [...new Set(balances.map((balance) => balance.currency))].sort()
    const accounts = [...new Map(balances.map((balance) => [balance.account, balance])).values()]
    await put(of.out, journalHead({ title: of.title, accounts, currencies }))
    await put(of.out, journalOpening({ date: days.first, balances }))
    let written = 0
    for (let after = ''; ; ) {
      const batch = await transactionsAfter(tx, after, of)
      const last = batch.at(-1)
      if (!last) break
      await put(of.out, batch.map(journalTransaction).join(''))
      written += batch.length
      after = last.id
    }
    await put(of.out, journalClosing({ date: days.last, balances }))
    return written
  })
}

async function put(out: Writable, text: string): Promise<void> {
  if (text !== '' && !out.write(text)) await once(out, 'drain')
}

async function transactionsAfter(
  tx: Transaction,
  afterId: string,
  of: Period & { timeZone: string },
): Promise<JournalTransaction[]> {
  return tx.rows<JournalTransaction>(sql`
    select t.id, to_char(t.occurred_at at time zone ${of.timeZone}, 'YYYY-MM-DD') as date, t.kind, t.reference,
      (select jsonb_agg(jsonb_build_object('account', account, 'currency', currency, 'amountMinor', amount_minor)
        order by line) from ledger_entries where transaction_id = t.id) as entries
    from ledger_transactions t
    where t.id > ${afterId} and (${of.from ?? null}::timestamptz is null or t.occurred_at >= ${of.from ?? null})
      and (${of.until ?? null}::timestamptz is null or t.occurred_at < ${of.until ?? null})
    order by t.id limit ${batchSize}`)
}

/** The first and the last day that the journal tells of. */
async function daysOf(
  ctx: Shop,
  tx: Transaction,
  of: Period & { timeZone: string },
): Promise<{ first: string; last: string }> {
  const now = ctx.clock.now()
  return tx.one(sql`
    with told as (
      select min(occurred_at) as first, max(occurred_at) as last from ledger_transactions
      where (${of.from ?? null}::timestamptz is null or occurred_at >= ${of.from ?? null})
        and (${of.until ?? null}::timestamptz is null or occurred_at < ${of.until ?? null})
    )
    select to_char(coalesce(${of.from ?? null}, first, ${now}) at time zone ${of.timeZone}, 'YYYY-MM-DD') as first,
      to_char(coalesce(last, ${of.from ?? null}, ${now}) at time zone ${of.timeZone}, 'YYYY-MM-DD') as last
    from told`)
}
