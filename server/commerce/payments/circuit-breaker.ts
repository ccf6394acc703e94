import { type Clock, secondsLater } from '../../platform/clock.ts'
import type { PaymentProvider } from './payment-provider.ts'

/** So many calls in a row without a word, and the provider is left in peace for a while. */
export const failuresMax = 5
const restSeconds = 10

type Breaker = { failures: number; restsUntil: Date | undefined; isTrying: boolean }

const guarded = new WeakMap<PaymentProvider, PaymentProvider>()

/**
 * The same provider behind a circuit breaker: after five calls in a row without a word, calls are answered `unknown`
 * at once (`not-asked`), so that shoppers do not wait for a provider that is down and it is not kept busy. After ten
 * seconds one call is let through; if it is heard, all are again. Each process finds out for itself.
 */
export function withBreaker(provider: PaymentProvider, clock: Clock): PaymentProvider {
  const known = guarded.get(provider)
  if (known) return known
  const breaker: Breaker = { failures: 0, restsUntil: undefined, isTrying: false }
  const fresh = new Proxy(provider, {
    get(target, name, receiver) {
      const found: unknown = Reflect.get(target, name, receiver)
      if (typeof found !== 'function' || name === 'readWebhook') return found
      return (...args: unknown[]) => call(breaker, clock, () => found.apply(target, args))
    },
  })
  guarded.set(provider, fresh)
  return fresh
}

async function call(breaker: Breaker, clock: Clock, ask: () => Promise<{ kind: string }>): Promise<unknown> {
  const isResting = breaker.restsUntil !== undefined
  if (breaker.restsUntil !== undefined) {
    if (breaker.isTrying || clock.now() < breaker.restsUntil) return { kind: 'unknown', reason: 'not-asked' }
    breaker.isTrying = true
  }
  try {
    const answer = await ask()
    if (answer.kind === 'unknown') noteFailure(breaker, clock)
    else {
      breaker.failures = 0
      breaker.restsUntil = undefined
    }
    return answer
  } finally {
    if (isResting) breaker.isTrying = false
  }
}

function noteFailure(breaker: Breaker, clock: Clock): void {
  breaker.failures++
  if (breaker.failures >= failuresMax) breaker.restsUntil = secondsLater(clock.now(), restSeconds)
}
