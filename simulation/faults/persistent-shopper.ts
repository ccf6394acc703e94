import { setTimeout as wait } from 'node:timers/promises'
import type { ReadyCart } from '../../bench/measuring/shopper.ts'
import type { Answered, Ask, Asked } from '../access/ask.ts'

/** A request that was asked until it was answered. */
export type Ended = { answer: Answered; tries: number; slowestMs: number; odd: string[] }

const pauseMs = 150

/**
 * Asks under one key until there is an answer that stands, as a phone in a tunnel does: lost lines, 503 and "still being
 * worked on" are asked again. `odd` names answers that no crash excuses: another 5xx than 503, or 503 and 409 that do
 * not say when to come back.
 */
export async function askUntilAnswered(
  ask: () => Ask,
  asked: Asked,
  options: { key?: string; msMax: number; mayAskAgain?: (answer: Answered) => boolean },
): Promise<Ended> {
  const headers = { ...asked.headers, ...(options.key ? { 'idempotency-key': options.key } : {}) }
  const began = performance.now()
  const odd: string[] = []
  let slowestMs = 0
  for (let tries = 1; ; tries++) {
    const answer = await ask()({ ...asked, headers })
    slowestMs = Math.max(slowestMs, answer.ms)
    if (answer.status >= 500 && answer.status !== 503) odd.push(`${answer.status} ${answer.text.slice(0, 200)}`)
    if (answer.status === 503 && !answer.headers['retry-after']) odd.push('503 without Retry-After')
    const isUnderWay = answer.status === 409 && /still-running|checkout\.busy/.test(answer.text)
    if (isUnderWay && !answer.headers['retry-after']) odd.push('409 without Retry-After')
    const comesAgain = answer.status === 0 || answer.status >= 500 || isUnderWay || options.mayAskAgain?.(answer)
    if (!comesAgain || performance.now() - began > options.msMax) return { answer, tries, slowestMs, odd }
    await wait(pauseMs)
  }
}

/** "Buy", under the cart's own key, until it is answered. */
export function buyUntilAnswered(ask: () => Ask, cart: ReadyCart, msMax: number): Promise<Ended> {
  return askUntilAnswered(
    ask,
    {
      method: 'POST',
      path: `/api/carts/${cart.cartId}/complete`,
      headers: { 'x-cart-token': cart.token },
      body: { paymentToken: cart.paymentToken, expectedTotalMinor: cart.totalMinor },
    },
    { key: `buy-${cart.cartId}`, msMax },
  )
}
