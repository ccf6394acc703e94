import type { Shop } from '../../platform/context.ts'
import { failpoint } from '../../platform/failpoint.ts'
import { sql } from '../../platform/sql.ts'
import { type ProviderAnswer, type ProviderAuthorization, type ProviderPage, providerOf } from './payment-provider.ts'
import type { RecordedPayment } from './record-payment.ts'
import type { PaymentMethod } from './tables.ts'

/** What became of asking for money. */
export type PaymentOutcome =
  | { kind: 'authorized'; reference: string; method: PaymentMethod; expiresAt: string }
  | { kind: 'declined'; declineCode: string }
  /** The shopper has not paid on the provider's page yet, or has to prove to the card's bank that it is them. */
  | { kind: 'open'; redirectUrl: string; isChallenge: boolean }
  /** The provider has done nothing under our key so far. */
  | { kind: 'unheard' }
  | { kind: 'unknown' }

/** Where the shopper comes back to from the provider's pages, and the language of those. */
export type WayBack = { returnUrl: string; locale?: string }

/**
 * Asks the provider to reserve the money of a recorded payment. Under the same key as ever, so asking twice reserves
 * once. A card whose bank only wants to know who is paying is asked for again, with a question to the shopper.
 * Never call this inside a transaction.
 */
export async function authorizePayment(ctx: Shop, payment: RecordedPayment, way: WayBack): Promise<PaymentOutcome> {
  const { sourceToken: token, amountMinor, currency, orderId, callId: key } = payment
  if (token === null) throw new Error(`payment ${payment.id} has no card token to authorise`)
  const provider = providerOf(ctx, payment.provider)
  const asked = { token, amountMinor, currency, reference: orderId, ...way }
  failpoint('authorize.before-call')
  const first = await provider.authorize({ ...asked, key })
  failpoint('authorize.after-call')
  if (!isSoftDecline(first)) return outcomeOf(first)
  return outcomeOf(await provider.authorize({ ...asked, challenge: true, key: challengeKey(key) }))
}

function isSoftDecline(answer: ProviderAnswer<ProviderAuthorization>): boolean {
  return answer.kind === 'answered' && answer.declineCode === 'authentication-required'
}

/** The second asking of the same call: found by its key after a crash, as the first one is. */
function challengeKey(callId: string): string {
  return `${callId}/challenge`
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

/**
 * Takes back what the shopper has open at the provider, its page or a question of the card's bank, so that it cannot
 * be paid late. What was paid before counts: then the outcome is `authorized`.
 */
export async function closePaymentPage(ctx: Shop, payment: RecordedPayment): Promise<PaymentOutcome> {
  const { paymentPageId: pageId, callId } = payment
  const provider = providerOf(ctx, payment.provider)
  const key = `${callId}/close`
  if (pageId !== null) return outcomeOfPage(await provider.cancelPaymentPage({ pageId, key }))
  const asked = await askForAuthorization(ctx, payment)
  if (asked.kind !== 'answered' || asked.status !== 'action-required') return askAboutPayment(ctx, payment)
  return outcomeOf(await provider.cancelChallenge({ authorizationId: asked.id, key }))
}

/** Asks the provider what became of a payment, without doing anything. */
export async function askAboutPayment(ctx: Shop, payment: RecordedPayment): Promise<PaymentOutcome> {
  const provider = providerOf(ctx, payment.provider)
  if (payment.paymentPageId !== null) return outcomeOfPage(await provider.getPaymentPage(payment.paymentPageId))
  if (payment.sourceToken !== null) {
    const asked = await askForAuthorization(ctx, payment)
    return asked.kind === 'unheard' ? asked : outcomeOf(asked)
  }
  const answer = await provider.findByKey(payment.callId)
  if (answer.kind !== 'answered') return { kind: 'unknown' }
  if (answer.found === null) return { kind: 'unheard' }
  if (answer.found.operation !== 'create-payment-page') return { kind: 'unknown' }
  // A crash between opening the page and noting it: the page is found by the key, and noted now.
  await keepPage(ctx, payment, answer.found.result)
  return outcomeOfPage({ kind: 'answered', ...answer.found.result })
}

/** The authorisation that a payment led to; after a soft decline, the one that was asked for with a question. */
async function askForAuthorization(
  ctx: Shop,
  payment: RecordedPayment,
): Promise<ProviderAnswer<ProviderAuthorization> | { kind: 'unheard' }> {
  const provider = providerOf(ctx, payment.provider)
  const find = async (key: string): ReturnType<typeof askForAuthorization> => {
    const answer = await provider.findByKey(key)
    if (answer.kind !== 'answered') return answer
    if (answer.found === null) return { kind: 'unheard' }
    if (answer.found.operation !== 'authorize') return { kind: 'unknown', reason: 'another operation' }
    return { kind: 'answered', ...answer.found.result }
  }
  const first = await find(payment.callId)
  return first.kind !== 'unheard' && isSoftDecline(first) ? find(challengeKey(payment.callId)) : first
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
  const { status, actionUrl, declineCode, expiresAt } = answer
  if (status === 'action-required') {
    if (actionUrl === undefined) return { kind: 'unknown' }
    return { kind: 'open', redirectUrl: actionUrl, isChallenge: true }
  }
  if (status !== 'authorized') return { kind: 'declined', declineCode: declineCode ?? status }
  return { kind: 'authorized', reference: answer.id, method: { type: 'card', ...answer.card }, expiresAt }
}

function outcomeOfPage(answer: ProviderAnswer<ProviderPage>): PaymentOutcome {
  if (answer.kind === 'unknown') return { kind: 'unknown' }
  if (answer.kind === 'refused') return { kind: 'declined', declineCode: answer.code }
  if (answer.status === 'open') return { kind: 'open', redirectUrl: answer.url, isChallenge: false }
  if (answer.status === 'canceled' || !answer.authorization) return { kind: 'declined', declineCode: 'canceled' }
  return outcomeOf({ kind: 'answered', ...answer.authorization })
}
