import type { Shop } from '../../platform/context.ts'
import { quietly } from '../../platform/quiet-copy.ts'
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
  status: 'authorized' | 'declined' | 'voided' | 'expired'
  amountMinor: number
  currency: string
  declineCode?: string
  card: { brand: string; last4: string }
}

export type ProviderPage = {
  id: string
  /** Where the shopper pays: a path of this site, or an address elsewhere. */
  url: string
  status: 'open' | 'authorized' | 'canceled'
  authorization?: ProviderAuthorization
}

type Movement = { id: string; amountMinor: number }

/** What a provider did under a key, as it stands now. */
export type ProviderOperation =
  | { operation: 'authorize'; result: ProviderAuthorization }
  | { operation: 'capture' | 'void' | 'refund'; result: Movement }
  | { operation: 'create-payment-page' | 'cancel-payment-page'; result: ProviderPage }

/** Who moves money for the shop. Every call carries our key; the same key and call again have no second effect. */
export type PaymentProvider = {
  authorize(asked: {
    token: string
    amountMinor: number
    currency: string
    reference: string
    key: string
  }): Promise<ProviderAnswer<ProviderAuthorization>>
  capture(asked: { authorizationId: string; amountMinor: number; key: string }): Promise<ProviderAnswer<Movement>>
  void(asked: { authorizationId: string; key: string }): Promise<ProviderAnswer<Movement>>
  refund(asked: { captureId: string; amountMinor: number; key: string }): Promise<ProviderAnswer<Movement>>
  /** `found` is null when nothing has been done under the key so far. */
  findByKey(key: string): Promise<ProviderAnswer<{ found: ProviderOperation | null }>>
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
  return quietly(ctx.database, provider)
}
