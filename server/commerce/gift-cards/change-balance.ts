import { type Shop, transaction } from '../../platform/context.ts'
import { newId } from '../../platform/ids.ts'
import { sql } from '../../platform/sql.ts'
import { bookValue } from './books.ts'
import { errors } from './errors.ts'
import { lockAccount } from './lock-account.ts'

/** What staff may do to a card or a credit, and for what reason. */
export type BalanceChange = { accountId: string; amountMinor: number; reason: string; actor: string }

/**
 * Adds to a balance, or takes from it where the amount is negative: never more than is free, what is promised to orders
 * aside. Answers the balance after it.
 */
export async function changeBalance(ctx: Shop, of: BalanceChange): Promise<number> {
  return transaction(ctx, async (tx) => {
    const account = await lockAccount(tx, of.accountId)
    const leftMinor = account.balanceMinor - account.heldMinor
    if (leftMinor + of.amountMinor < 0) throw errors.moreThanLeft({ leftMinor })
    const kind = of.amountMinor > 0 ? 'topped-up' : 'withdrawn'
    const reference = newId('ledgerTransaction')
    const now = ctx.clock.now()
    const { balanceMinor } = await tx.one<{ balanceMinor: number }>(sql`
      with entry as (
        insert into stored_value_entries (account_id, kind, amount_minor, reference, reason, actor, occurred_at)
        values (${account.id}, ${kind}, ${of.amountMinor}, ${reference}, ${of.reason}, ${of.actor}, ${now})
      )
      update stored_value_accounts set balance_minor = balance_minor + ${of.amountMinor}::bigint, updated_at = ${now}
      where id = ${account.id} returning balance_minor`)
    const { currency } = account
    const { amountMinor } = of
    await bookValue(ctx, tx, {
      kind: account.kind,
      movement: kind,
      reference,
      currency,
      amountMinor,
      against: 'goodwill',
    })
    return balanceMinor
  })
}

/** Locks a card, so that nothing can be paid with it, or opens it again. What is promised to orders stays promised. */
export async function setDisabled(ctx: Shop, of: { accountId: string; disabled: boolean }): Promise<void> {
  const changed = await ctx.database.run(sql`
    update stored_value_accounts set disabled = ${of.disabled}, updated_at = ${ctx.clock.now()}
    where id = ${of.accountId}`)
  if (changed === 0) throw errors.notFound()
}
