import type { Shop } from '../../platform/context.ts'
import { failpoint } from '../../platform/failpoint.ts'
import { sql } from '../../platform/sql.ts'
import { type ProviderAnswer, type ProviderAuthorization, type ProviderPage, providerOf } from './payment-provider.ts'
import type { RecordedPayment } from './record-payment.ts'
import type { PaymentMethod } from './tables.ts'

/** What became of asking for money. */
export type PaymentOutcome =
  | { kind: 'authorized'; reference: string; method: PaymentMethod }
  | { kind: 'declined'; declineCode: string }
  /** The shopper has not paid on the provider's page yet. */
  | { kind: 'open'; redirectUrl: string }
  /** The provider has done nothing under our key so far. */
  | { kind: 'unheard' }
  | { kind: 'unknown' }

/**
 * Asks the provider to reserve the money of a recorded payment. Under the same key as ever, so asking twice reserves
 * once. Never call this inside a transaction.
 */
export async function authorizePayment(ctx: Shop, payment: RecordedPayment): Promise<PaymentOutcome> {
  const { sourceToken: token, amountMinor, currency, orderId, callId: key } = payment
  if (token === null) throw new Error(`payment ${payment.id} has no card token to authorise`)
  const provider = providerOf(ctx, payment.provider)
  failpoint('authorize.before-call')
  const answer = await provider.authorize({ token, amountMinor, currency, reference: orderId, key })
  failpoint('authorize.after-call')
  return outcomeOf(answer)
}

/** Opens the page on which the shopper pays, or answers what became of the page that is open already. */
export async function openPaymentPage(
  ctx: Shop,
  payment: RecordedPayment,
  page: { returnUrl: string; locale: string },
): Promise<PaymentOutcome> {
  const { amountMinor, currency, orderId, callId: key } = payment
  const provider = providerOf(ctx, payment.provider)
  failpoint('open-page.before-call')
  const answer = await provider.createPaymentPage({ amountMinor, currency, reference: orderId, ...page, key })
  failpoint('open-page.after-call')
  if (answer.kind === 'answered') await keepPage(ctx, payment, answer)
  if (answer.kind !== 'refused') return outcomeOfPage(answer)
  // Opened a moment ago by another request, with another way back: then that page is the one.
  const standing = await askAboutPayment(ctx, payment)
  return standing.kind === 'unheard' ? outcomeOfPage(answer) : standing
}

/** Closes the page of a payment to late payers. What was paid before counts: then the outcome is `authorized`. */
export async function closePaymentPage(ctx: Shop, payment: RecordedPayment): Promise<PaymentOutcome> {
  const { paymentPageId: pageId } = payment
  if (pageId === null) return askAboutPayment(ctx, payment)
  const provider = providerOf(ctx, payment.provider)
  return outcomeOfPage(await provider.cancelPaymentPage({ pageId, key: `${payment.callId}/close` }))
}

/** Asks the provider what became of a payment, without doing anything. */
export async function askAboutPayment(ctx: Shop, payment: RecordedPayment): Promise<PaymentOutcome> {
  const provider = providerOf(ctx, payment.provider)
  if (payment.paymentPageId !== null) return outcomeOfPage(await provider.getPaymentPage(payment.paymentPageId))
  const answer = await provider.findByKey(payment.callId)
  if (answer.kind !== 'answered') return { kind: 'unknown' }
  if (answer.found === null) return { kind: 'unheard' }
  if (answer.found.operation === 'authorize') return outcomeOf({ kind: 'answered', ...answer.found.result })
  if (answer.found.operation !== 'create-payment-page') return { kind: 'unknown' }
  // A crash between opening the page and noting it: the page is found by the key, and noted now.
  await keepPage(ctx, payment, answer.found.result)
  return outcomeOfPage({ kind: 'answered', ...answer.found.result })
}

async function keepPage(ctx: Shop, payment: RecordedPayment, page: ProviderPage): Promise<void> {
  payment.paymentPageId = page.id
  const now = ctx.clock.now()
  await ctx.database.run(sql`
    with noted as (
      update payments set payment_page_id = ${page.id}, updated_at = ${now} where id = ${payment.id}
    )
    update payment_calls set status = 'answered', provider_reference = ${page.id}, answered_at = ${now}
    where id = ${payment.callId}`)
}

function outcomeOf(answer: ProviderAnswer<ProviderAuthorization>): PaymentOutcome {
  if (answer.kind === 'unknown') return { kind: 'unknown' }
  if (answer.kind === 'refused') return { kind: 'declined', declineCode: answer.code }
  if (answer.status !== 'authorized') return { kind: 'declined', declineCode: answer.declineCode ?? answer.status }
  const { brand, last4 } = answer.card
  return { kind: 'authorized', reference: answer.id, method: { type: 'card', brand, last4 } }
}

function outcomeOfPage(answer: ProviderAnswer<ProviderPage>): PaymentOutcome {
  if (answer.kind === 'unknown') return { kind: 'unknown' }
  if (answer.kind === 'refused') return { kind: 'declined', declineCode: answer.code }
  if (answer.status === 'open') return { kind: 'open', redirectUrl: answer.url }
  if (answer.status === 'canceled' || !answer.authorization) return { kind: 'declined', declineCode: 'canceled' }
  return outcomeOf({ kind: 'answered', ...answer.authorization })
}
