import type { Shop } from '../../platform/context.ts'
import type { Transaction } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'
import { sql } from '../../platform/sql.ts'
import { holdValue, releaseHeldValue, type StoredValueKind } from '../gift-cards/index.ts'
import type { PaymentRow } from './tables.ts'

const kinds: readonly string[] = ['gift-card', 'store-credit'] satisfies StoredValueKind[]

/** True for a payment by gift card or store credit: money in our own books, so nobody outside is asked for it. */
export function isStoredValue(provider: string): provider is StoredValueKind {
  return kinds.includes(provider)
}

/** A payment by gift card or store credit that is about to be written down. */
export type Tender = {
  paymentId: string
  orderId: string
  cartId: string
  accountId: string
  kind: StoredValueKind
  lastFour: string | null
  currency: string
  amountMinor: number
}

/** Names it. */
export function newTender(of: Omit<Tender, 'paymentId'>): Tender {
  return { paymentId: newId('payment'), ...of }
}

/**
 * Writes an order's payments by gift card and store credit down and holds their money, all of it or none: then
 * `gift-cards.not-enough`. They stay `recorded` until the order is placed, or let go with it.
 */
export async function recordTenders(ctx: Shop, tx: Transaction, tenders: readonly Tender[]): Promise<void> {
  if (tenders.length === 0) return
  const now = ctx.clock.now()
  await tx.run(sql`
    insert into payments (id, order_id, provider, status, currency, amount_minor, provider_reference, method, created_at,
      updated_at)
    select id, order_id, provider, 'recorded', currency, amount_minor, id, method, ${now}, ${now}
    from unnest(${tenders.map((tender) => tender.paymentId)}::text[], ${tenders.map((tender) => tender.orderId)}::text[],
      ${tenders.map((tender) => tender.kind)}::text[], ${tenders.map((tender) => tender.currency)}::text[],
      ${tenders.map((tender) => tender.amountMinor)}::bigint[],
      ${tenders.map(({ kind, lastFour }) => JSON.stringify({ type: kind, ...(lastFour ? { last4: lastFour } : {}) }))}::jsonb[])
      as t(id, order_id, provider, currency, amount_minor, method)`)
  await holdValue(
    ctx,
    tx,
    tenders.map(({ paymentId: id, accountId, orderId, cartId, amountMinor }) => ({
      id,
      accountId,
      orderId,
      cartId,
      amountMinor,
    })),
  )
}

/** An order is placed, so what gift cards and store credit hold for it is as good as a bank's word. Answers each. */
export async function authorizeTenders(ctx: Shop, tx: Transaction, orderId: string) {
  return tx.rows<Pick<PaymentRow, 'id' | 'orderId' | 'provider' | 'currency' | 'amountMinor'>>(sql`
    update payments set status = 'authorized', authorized_minor = amount_minor, updated_at = ${ctx.clock.now()}
    where order_id = ${orderId} and provider = any(${kinds}::text[]) and status = 'recorded'
    returning id, order_id, provider, currency, amount_minor`)
}

/** An order came to nothing: what gift cards and store credit held for it can be spent again. */
export async function releaseTenders(ctx: Shop, tx: Transaction, orderId: string): Promise<void> {
  const released = await tx.rows<{ id: string }>(sql`
    update payments set status = 'declined', decline_code = 'canceled', updated_at = ${ctx.clock.now()}
    where order_id = ${orderId} and provider = any(${kinds}::text[]) and status = 'recorded'
    returning id`)
  await releaseHeldValue(
    ctx,
    tx,
    released.map(({ id }) => id),
  )
}
