import { timingSafeEqual } from 'node:crypto'
import type { Shop } from '../../platform/context.ts'
import type { Transaction } from '../../platform/database.ts'
import { emailIndex } from '../../platform/email-index.ts'
import { newId } from '../../platform/ids.ts'
import { sql } from '../../platform/sql.ts'
import { bookValue } from './books.ts'

/** Store credit for whoever has this address. `reference` says why (a refund, a complaint): it is given once for it. */
export type CustomerCredit = {
  email: string
  currency: string
  amountMinor: number
  /** `refunded`: what the customer had paid for an order, given back this way. `issued`: a present of the shop. */
  kind: 'issued' | 'refunded'
  reference: string
  orderId?: string
  reason?: string
  actor: string
}

/** Gives a customer store credit, and opens the account where there was none. Said twice, it is given once. */
export async function creditCustomer(ctx: Shop, tx: Transaction, of: CustomerCredit): Promise<{ accountId: string }> {
  const now = ctx.clock.now()
  const { id: accountId } = await tx.one<{ id: string }>(sql`
    insert into stored_value_accounts (id, kind, currency, email_index, holder_sealed, created_at, updated_at)
    values (${newId('storeCredit')}, 'store-credit', ${of.currency}, ${emailIndex(ctx, of.email)},
      ${ctx.vault.seal({ email: of.email.trim() }, 'gift-card')}, ${now}, ${now})
    on conflict (email_index, currency) where kind = 'store-credit' do update set updated_at = excluded.updated_at
    returning id`)
  const given = await tx.run(sql`
    with entry as (
      insert into stored_value_entries (account_id, kind, amount_minor, reference, order_id, reason, actor, occurred_at)
      values (${accountId}, ${of.kind}, ${of.amountMinor}, ${of.reference}, ${of.orderId ?? null}, ${of.reason ?? null},
        ${of.actor}, ${now})
      on conflict (account_id, kind, reference) do nothing returning account_id
    )
    update stored_value_accounts account set balance_minor = balance_minor + ${of.amountMinor}::bigint
    from entry where account.id = entry.account_id`)
  if (given > 0)
    await bookValue(ctx, tx, {
      kind: 'store-credit',
      movement: of.kind,
      reference: of.reference,
      currency: of.currency,
      amountMinor: of.amountMinor,
      against: of.kind === 'refunded' ? 'customers' : 'goodwill',
    })
  return { accountId }
}

/**
 * The key that lets a customer spend store credit, without an account: it is in the link that they are mailed. An
 * address alone opens nothing, because everybody can type it.
 */
export function storeCreditKey(ctx: Shop, accountId: string): string {
  return ctx.vault.lookup(`store-credit-key:${accountId}`).toString('base64url')
}

/** True for the key that belongs to this account. */
export function isStoreCreditKey(ctx: Shop, of: { accountId: string; key: string }): boolean {
  const right = Buffer.from(storeCreditKey(ctx, of.accountId))
  const given = Buffer.from(of.key)
  return right.length === given.length && timingSafeEqual(right, given)
}
