import type { Shop } from '../../platform/context.ts'
import { quietly } from '../../platform/quiet-copy.ts'
import { withBreaker } from './circuit-breaker.ts'
import { errors } from './errors.ts'

/**
 * What a provider says. `answered` is its word, a decline included; `refused`: it did nothing and never will;
 * `unknown`: nobody can say what it did, so ask by the key or repeat under the same key.
 */
export type ProviderAnswer<T> =
  | ({ kind: 'answered' } & T)
  | { kind: 'refused'; code: string; detail: string }
  | { kind: 'unknown'; reason: string }

export type ProviderAuthorization = {
  id: string
  /** `action-required`: the card's bank wants the shopper to prove who they are, at `actionUrl`. */
  status: 'authorized' | 'declined' | 'voided' | 'expired' | 'action-required'
  amountMinor: number
  currency: string
  declineCode?: string
  actionUrl?: string
  /** Until when the money can be taken, or the question be answered (ISO 8601). */
  expiresAt: string
  card: { brand: string; last4: string; expMonth: number; expYear: number }
}

export type ProviderPage = {
  id: string
  /** Where the shopper pays: a path of this site, or an address elsewhere. */
  url: string
  status: 'open' | 'authorized' | 'canceled'
  authorization?: ProviderAuthorization
}

type Movement = { id: string; amountMinor: number }
type KeyedMovement = Movement & { key: string }

/** A cardholder took money back through their bank; what it cost the shop, and how it stands. */
export type ProviderDispute = {
  id: string
  amountMinor: number
  feeMinor: number
  currency: string
  reason: string
  status: 'open' | 'won' | 'lost'
  openedAt: string
  respondBy: string
  closedAt?: string
}

/** An authorisation with all that came of it, each thing with the key under which it was asked for. */
export type ProviderHistory = {
  authorization: ProviderAuthorization
  captures: KeyedMovement[]
  voids: KeyedMovement[]
  refunds: (KeyedMovement & { captureId: string })[]
  disputes: ProviderDispute[]
}

/** What a provider tells by itself: that something has happened to a payment. What, it is asked. */
export type ProviderMessage = {
  /** The same for every telling of it. */
  id: string
  type: string
  /** The key of the call of ours that it is about, and the provider's own name of the authorisation. */
  key?: string
  authorizationId?: string
  /** Its name of the capture, void or refund that it tells of. */
  movementId?: string
}

/** What a provider did under a key, as it stands now. */
export type ProviderOperation =
  | { operation: 'authorize'; result: ProviderAuthorization }
  | { operation: 'capture' | 'void' | 'refund'; result: Movement }
  | { operation: 'create-payment-page' | 'cancel-payment-page'; result: ProviderPage }
  | { operation: 'cancel-challenge'; result: ProviderAuthorization }
  | { operation: 'open-dispute' | 'close-dispute'; result: Movement }

/** Who moves money for the shop. Every call carries our key; the same key and call again have no second effect. */
export type PaymentProvider = {
  authorize(asked: {
    token: string
    amountMinor: number
    currency: string
    reference: string
    key: string
    /** Where the shopper comes back to when they had to prove who they are. */
    returnUrl?: string
    locale?: string
    /** Insists on such a proof: after a decline that only asks for one. */
    challenge?: boolean
    /** `shop`: for what was agreed on before, with no shopper at hand. */
    initiator?: 'shop'
  }): Promise<ProviderAnswer<ProviderAuthorization>>
  /** Takes the question to the shopper back; one that was answered before stays so, and the answer says it. */
  cancelChallenge(asked: { authorizationId: string; key: string }): Promise<ProviderAnswer<ProviderAuthorization>>
  capture(asked: { authorizationId: string; amountMinor: number; key: string }): Promise<ProviderAnswer<Movement>>
  void(asked: { authorizationId: string; key: string }): Promise<ProviderAnswer<Movement>>
  refund(asked: { captureId: string; amountMinor: number; key: string }): Promise<ProviderAnswer<Movement>>
  /** `found` is null when nothing has been done under the key so far. */
  findByKey(key: string): Promise<ProviderAnswer<{ found: ProviderOperation | null }>>
  getHistory(authorizationId: string): Promise<ProviderAnswer<ProviderHistory>>
  createPaymentPage(asked: {
    amountMinor: number
    currency: string
    reference: string
    returnUrl: string
    locale?: string
    key: string
  }): Promise<ProviderAnswer<ProviderPage>>
  getPaymentPage(id: string): Promise<ProviderAnswer<ProviderPage>>
  /** Closes a page to late payment; one that was paid before stays so, and the answer says it. */
  cancelPaymentPage(asked: { pageId: string; key: string }): Promise<ProviderAnswer<ProviderPage>>
  /** Reads what somebody sent in the provider's name; undefined when it is not signed by it, or not now. */
  readWebhook(sent: {
    headers: Readonly<Record<string, string | string[] | undefined>>
    body: Buffer
    now: Date
  }): ProviderMessage | undefined | Promise<ProviderMessage | undefined>
}

declare module '../../platform/context.ts' {
  interface Providers {
    /** By name, as payments remember it: `sandbox-bank`. */
    payments?: Readonly<Record<string, PaymentProvider>>
  }
}

/** The provider of this name; `payments.no-such-provider` when the shop has none. */
export function providerOf(ctx: Shop, name: string): PaymentProvider {
  const known = ctx.providers.payments
  const provider = known && Object.hasOwn(known, name) ? known[name] : undefined
  if (!provider) throw errors.noSuchProvider({ name })
  // The one way to a provider: a restored copy charges nobody.
  return quietly(ctx.database, withBreaker(provider, ctx.clock))
}
