import type { Shop } from '../../platform/context.ts'
import type { Queryable } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'
import { sql } from '../../platform/sql.ts'
import { errors } from './errors.ts'
import type { PaymentRow, SavedPaymentMethodRow } from './tables.ts'

const sealedAs = 'saved-payment-method'

/** A card that was kept, as its owner may see it. */
export type SavedMethod = Pick<
  SavedPaymentMethodRow,
  'id' | 'provider' | 'brand' | 'last4' | 'expMonth' | 'expYear' | 'createdAt'
>

/**
 * Keeps the cards of an order that was placed, where its customer agreed to it: the provider's token, sealed, and what
 * a card is recognised by. Once for each payment, however often it is called.
 */
export async function keepAgreedMethods(ctx: Shop, of: { orderId: string; customerIndex: Buffer }): Promise<void> {
  const agreed = await ctx.database.rows<Pick<PaymentRow, 'id' | 'provider' | 'sourceToken' | 'method'>>(sql`
    select id, provider, source_token, method from payments
    where order_id = ${of.orderId} and status in ('authorized', 'captured') and source_token is not null
      and method ->> 'keep' = 'true'`)
  for (const { id, provider, sourceToken, method } of agreed) {
    const { brand = 'card', last4, expMonth, expYear } = method
    if (!last4 || !expMonth || !expYear) continue
    await ctx.database.run(sql`
      insert into saved_payment_methods (id, provider, customer_index, payment_id, token_sealed, brand, last4, exp_month,
        exp_year, created_at)
      values (${newId('savedPaymentMethod')}, ${provider}, ${of.customerIndex}, ${id}, ${ctx.vault.seal(sourceToken, sealedAs)},
        ${brand}, ${last4}, ${expMonth}, ${expYear}, ${ctx.clock.now()})
      on conflict (payment_id) do nothing`)
  }
}

/** The token of the card that was kept with a payment. */
export async function savedToken(ctx: Shop, from: Queryable, paymentId: string): Promise<string | undefined> {
  const saved = await from.maybe<Pick<SavedPaymentMethodRow, 'tokenSealed'>>(
    sql`select token_sealed from saved_payment_methods where payment_id = ${paymentId}`,
  )
  return saved && ctx.vault.open<string>(saved.tokenSealed, sealedAs)
}

/** The cards kept with an order. Only this order's: whoever knows somebody's address must not see their cards by it. */
export function savedMethodsOfOrder(ctx: Shop, orderId: string): Promise<SavedMethod[]> {
  return ctx.database.rows<SavedMethod>(sql`
    select s.id, s.provider, s.brand, s.last4, s.exp_month, s.exp_year, s.created_at
    from saved_payment_methods s join payments p on p.id = s.payment_id
    where p.order_id = ${orderId} order by s.created_at, s.id`)
}

/** Forgets a card that was kept with an order; `payments.method-not-found` for any other. */
export async function forgetMethod(ctx: Shop, of: { orderId: string; methodId: string }): Promise<void> {
  const gone = await ctx.database.run(sql`
    delete from saved_payment_methods s using payments p
    where s.id = ${of.methodId} and p.id = s.payment_id and p.order_id = ${of.orderId}`)
  if (gone === 0) throw errors.methodNotFound()
}
