import { type Shop, transaction } from '../../platform/context.ts'
import { sql } from '../../platform/sql.ts'
import { bookValue } from './books.ts'
import { lockAccount } from './lock-account.ts'

const batchMax = 500

/**
 * Takes back what nobody spent in time, and books it as earned. What is held for an order that is being paid stays with
 * it; should it be let go, it is over the next night. Answers how many cards it was.
 */
export async function expireCards(ctx: Shop): Promise<number> {
  const now = ctx.clock.now()
  const over = await ctx.database.rows<{ id: string }>(sql`
    select id from stored_value_accounts
    where expires_at <= ${now} and balance_minor > 0 and balance_minor > held_minor order by id limit ${batchMax}`)
  for (const { id } of over) await expire(ctx, id)
  return over.length
}

async function expire(ctx: Shop, id: string): Promise<void> {
  const now = ctx.clock.now()
  await transaction(ctx, async (tx) => {
    const { kind, currency, expiresAt, balanceMinor, heldMinor } = await lockAccount(tx, id)
    const leftMinor = balanceMinor - heldMinor
    // Money that was given back in the meantime has moved its last day.
    if (leftMinor === 0 || expiresAt === null || expiresAt > now) return
    const reference = `${id} ${now.toISOString()}`
    await tx.run(sql`
      with entry as (
        insert into stored_value_entries (account_id, kind, amount_minor, reference, actor, occurred_at)
        values (${id}, 'expired', ${-leftMinor}, ${reference}, 'system', ${now})
      )
      update stored_value_accounts set balance_minor = held_minor, updated_at = ${now} where id = ${id}`)
    const movement = { kind, movement: 'expired', reference, currency, amountMinor: -leftMinor }
    await bookValue(ctx, tx, { ...movement, against: 'breakage' })
  })
}
