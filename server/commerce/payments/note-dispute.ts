import type { Shop } from '../../platform/context.ts'
import type { Queryable, Transaction } from '../../platform/database.ts'
import { emit } from '../../platform/events.ts'
import { sql } from '../../platform/sql.ts'
import { type LedgerEntry, postTransaction } from '../ledger/index.ts'
import type { ProviderDispute } from './payment-provider.ts'
import type { PaymentDisputeRow, PaymentRow } from './tables.ts'

type Noted = { payment: Pick<PaymentRow, 'id' | 'orderId' | 'provider'>; dispute: ProviderDispute }

/**
 * Notes how a dispute stands and books it: the provider takes amount and fee at once; won, the amount comes back; lost,
 * it is an expense. The fee stays with the provider either way. Noted twice, or its end before its beginning, it comes
 * to the same. The caller holds the payment's lock.
 */
export async function noteDispute(ctx: Shop, tx: Transaction, { payment, dispute }: Noted): Promise<void> {
  const { id, status, reason, currency, amountMinor, feeMinor, openedAt, respondBy, closedAt } = dispute
  const before = await tx.maybe<Pick<PaymentDisputeRow, 'status'>>(
    sql`select status from payment_disputes where provider = ${payment.provider} and id = ${id}`,
  )
  if (before && (before.status === status || before.status !== 'open')) return
  await tx.run(sql`
    insert into payment_disputes (provider, id, payment_id, status, reason, currency, amount_minor, fee_minor, opened_at,
      respond_by, closed_at)
    values (${payment.provider}, ${id}, ${payment.id}, ${status}, ${reason}, ${currency}, ${amountMinor}, ${feeMinor},
      ${openedAt}::timestamptz, ${respondBy}::timestamptz, ${closedAt ?? null}::timestamptz)
    on conflict (provider, id) do update set status = excluded.status, closed_at = excluded.closed_at`)
  const details = { paymentId: payment.id, disputeId: id, reason, amountMinor, feeMinor, currency }
  const steps: ProviderDispute['status'][] = status === 'open' ? ['open'] : before ? [status] : ['open', status]
  for (const step of steps) {
    const kind = `dispute-${step === 'open' ? 'opened' : step}`
    const entries = entriesOf(step, payment.provider, dispute)
    await postTransaction(ctx, tx, { kind, reference: `${payment.provider}:${id}`, entries })
    await emit(ctx, tx, { type: `payment.${kind}`, subject: payment.orderId, payload: details })
  }
}

function entriesOf(
  step: ProviderDispute['status'],
  provider: string,
  { amountMinor, feeMinor, currency }: ProviderDispute,
): LedgerEntry[] {
  const entry = (account: string, minor: number): LedgerEntry => ({ account, currency, amountMinor: minor })
  const disputed = `assets:disputed:${provider}`
  if (step === 'won') return [entry(`assets:provider:${provider}`, amountMinor), entry(disputed, -amountMinor)]
  if (step === 'lost') return [entry('expenses:chargebacks', amountMinor), entry(disputed, -amountMinor)]
  return [
    entry(disputed, amountMinor),
    entry('expenses:chargeback-fees', feeMinor),
    entry(`assets:provider:${provider}`, -amountMinor - feeMinor),
  ]
}

/** The disputes about an order's payments, the oldest first. */
export function disputesOfOrder(from: Queryable, orderId: string): Promise<PaymentDisputeRow[]> {
  return from.rows<PaymentDisputeRow>(sql`
    select d.* from payment_disputes d join payments p on p.id = d.payment_id
    where p.order_id = ${orderId} order by d.opened_at, d.id`)
}
