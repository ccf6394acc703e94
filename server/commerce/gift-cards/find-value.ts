import type { Shop } from '../../platform/context.ts'
import type { Queryable } from '../../platform/database.ts'
import { countTry } from '../../platform/sign-in-tries.ts'
import { type Statement, sql } from '../../platform/sql.ts'
import { codeHash } from './code.ts'
import { isStoreCreditKey } from './credit-customer.ts'
import { errors } from './errors.ts'
import type { StoredValueRow } from './tables.ts'

/** A card or a credit as its holder sees it. */
export type StoredValue = Pick<StoredValueRow, 'id' | 'kind' | 'currency' | 'lastFour' | 'expiresAt'> & {
  /** What can be spent now: nothing of a card that is locked or over. */
  availableMinor: number
}

/** What proves that somebody may spend it: the code of a card, or the key of a customer's credit. */
export type ValueProof = { code: string } | { storeCreditId: string; key: string }

const triesMax = 30

/** Counts a guess. One address gets so many answers in a minute, right or wrong, whatever the answer would be. */
export async function countGuess(ctx: Shop, address: string): Promise<void> {
  const { allowed, retryAfter } = await countTry(ctx, `gift-card ${address}`, { window: 60, max: triesMax })
  if (!allowed) throw errors.tooManyTries({ retryAfter })
}

/**
 * Finds what a code or a key opens, if there is anything to spend. One that is wrong, used up, locked, over or of
 * another currency is answered in the same words, after the same single look.
 */
export async function findValue(
  ctx: Shop,
  from: Queryable,
  of: { proof: ValueProof; currency?: string | undefined },
): Promise<StoredValue> {
  const { proof } = of
  const isCard = 'code' in proof
  const isOpened = isCard || isStoreCreditKey(ctx, { accountId: proof.storeCreditId, key: proof.key })
  const which = isCard ? sql`code_hash = ${codeHash(ctx, proof.code)}` : sql`id = ${proof.storeCreditId}`
  const [found] = await read(ctx, from, which)
  const isRight = found && isOpened && (of.currency === undefined || found.currency === of.currency)
  if (!isRight || found.availableMinor <= 0) throw isCard ? errors.notUsable() : errors.creditNotUsable()
  return found
}

/** Those with these ids, in this order, with what a cart can spend of each: what is held for itself included. */
export async function valuesWithIds(
  ctx: Shop,
  from: Queryable,
  of: { ids: readonly string[]; cartId: string },
): Promise<StoredValue[]> {
  const found = await read(ctx, from, sql`id = any(${of.ids}::text[])`, of.cartId)
  return of.ids.flatMap((id) => found.find((value) => value.id === id) ?? [])
}

function read(ctx: Shop, from: Queryable, which: Statement, cartId: string | null = null): Promise<StoredValue[]> {
  return from.rows<StoredValue>(sql`
    select id, kind, currency, last_four, expires_at,
      case when disabled or expires_at <= ${ctx.clock.now()} then 0 else balance_minor - held_minor + coalesce((
        select sum(left_minor)::bigint from stored_value_holds hold
        where hold.account_id = account.id and hold.left_minor > 0 and hold.cart_id = ${cartId}), 0) end as available_minor
    from stored_value_accounts account where ${which}`)
}
