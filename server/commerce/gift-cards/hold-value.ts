import type { Shop } from '../../platform/context.ts'
import type { Transaction } from '../../platform/database.ts'
import { sql } from '../../platform/sql.ts'
import { errors } from './errors.ts'
import { lockAccounts } from './lock-account.ts'

/** So much of a card or a credit, promised to a payment, whose id the hold has. */
export type ValueHold = { id: string; accountId: string; orderId: string; cartId: string; amountMinor: number }

type Moved = { holdId: string; amountMinor: number; reference: string }

/**
 * Promises money of gift cards and store credit to an order's payments: all of it, or `gift-cards.not-enough`. What is
 * held is nobody else's, and a card that is locked or over by then gives nothing.
 */
export async function holdValue(ctx: Shop, tx: Transaction, holds: readonly ValueHold[]): Promise<void> {
  if (holds.length === 0) return
  const accountIds = holds.map((hold) => hold.accountId)
  if (new Set(accountIds).size !== holds.length) throw new Error('two holds of one order on the same account')
  const now = ctx.clock.now()
  await lockAccounts(tx, accountIds)
  const held = await tx.run(sql`
    with wanted as (
      select * from unnest(${holds.map((hold) => hold.id)}::text[], ${accountIds}::text[],
        ${holds.map((hold) => hold.orderId)}::text[], ${holds.map((hold) => hold.cartId)}::text[],
        ${holds.map((hold) => hold.amountMinor)}::bigint[])
        as w(id, account_id, order_id, cart_id, amount_minor)
    ), held as (
      update stored_value_accounts account set held_minor = held_minor + wanted.amount_minor, updated_at = ${now}
      from wanted where account.id = wanted.account_id and not account.disabled
        and (account.expires_at is null or account.expires_at > ${now})
        and account.balance_minor - account.held_minor >= wanted.amount_minor
      returning account.id
    )
    insert into stored_value_holds (id, account_id, order_id, cart_id, amount_minor, left_minor, created_at)
    select wanted.id, wanted.account_id, wanted.order_id, wanted.cart_id, wanted.amount_minor, wanted.amount_minor, ${now}
    from wanted join held on held.id = wanted.account_id`)
  if (held !== holds.length) throw errors.notEnough()
}

/** Takes held money, whole or in parts; more than is left of the hold is refused by the database. */
export async function takeHeldValue(ctx: Shop, tx: Transaction, of: Moved): Promise<void> {
  const now = ctx.clock.now()
  const taken = await tx.run(sql`
    with hold as (
      update stored_value_holds set left_minor = left_minor - ${of.amountMinor}::bigint where id = ${of.holdId}
      returning account_id, order_id
    ), account as (
      update stored_value_accounts a set balance_minor = balance_minor - ${of.amountMinor}::bigint,
        held_minor = held_minor - ${of.amountMinor}::bigint, updated_at = ${now}
      from hold where a.id = hold.account_id
    )
    insert into stored_value_entries (account_id, kind, amount_minor, reference, order_id, actor, occurred_at)
    select account_id, 'redeemed', -${of.amountMinor}::bigint, ${of.reference}, order_id, 'customer', ${now} from hold`)
  if (taken !== 1) throw new Error(`there is no hold ${of.holdId} to take from`)
}

/** Lets go of whatever is left of these holds: it can be spent again. */
export async function releaseHeldValue(ctx: Shop, tx: Transaction, holdIds: readonly string[]): Promise<void> {
  if (holdIds.length === 0) return
  const accounts = await tx.rows<{ accountId: string }>(
    sql`select account_id from stored_value_holds where id = any(${holdIds}::text[]) and left_minor > 0`,
  )
  if (accounts.length === 0) return
  await lockAccounts(
    tx,
    accounts.map(({ accountId }) => accountId),
  )
  await tx.run(sql`
    with live as (
      select id, account_id, left_minor from stored_value_holds where id = any(${holdIds}::text[]) and left_minor > 0
    ), emptied as (
      update stored_value_holds hold set left_minor = 0 from live where hold.id = live.id
    )
    update stored_value_accounts account set held_minor = held_minor - live.left_minor, updated_at = ${ctx.clock.now()}
    from (select account_id, sum(left_minor)::bigint as left_minor from live group by account_id) live
    where account.id = live.account_id`)
}

const refundDays = 365

/**
 * Gives money back to the card or credit that a payment was taken from. What is given back can be spent for a year at
 * least, also on a card whose time was over. A card that staff have locked stays locked.
 */
export async function giveBackValue(ctx: Shop, tx: Transaction, of: Moved): Promise<void> {
  const now = ctx.clock.now()
  const given = await tx.run(sql`
    with hold as (
      select account_id, order_id from stored_value_holds where id = ${of.holdId}
    ), account as (
      update stored_value_accounts a set balance_minor = balance_minor + ${of.amountMinor}::bigint, updated_at = ${now},
        expires_at = greatest(expires_at, case when expires_at is not null
          then ${now}::timestamptz + make_interval(days => ${refundDays}::int) end)
      from hold where a.id = hold.account_id
    )
    insert into stored_value_entries (account_id, kind, amount_minor, reference, order_id, actor, occurred_at)
    select account_id, 'refunded', ${of.amountMinor}::bigint, ${of.reference}, order_id, 'system', ${now} from hold`)
  if (given !== 1) throw new Error(`there is no hold ${of.holdId} to give back to`)
}
