import { openShopper, type ReadyCart, type Shopper } from '../../bench/measuring/shopper.ts'
import type { SentWebhook } from '../../server/providers/sandbox-bank/client.ts'
import type { World } from './open-world.ts'

/** An order that waits for its payment on the bank's own page. */
export type PageOrder = { orderId: string; orderKey: string; pageUrl: string; pageId: string; totalMinor: number }

export const goodForm = { number: '4242424242424242', expiry: '12/40', cvc: '123' }
export const poorForm = { ...goodForm, number: '4000000000009995' }

/** "Buy" without a card: the shopper is to pay on the bank's page. */
export async function orderOnPage(shopper: Shopper, cart: ReadyCart): Promise<PageOrder> {
  const { status, body, text } = await shopper.call('POST', `/api/carts/${cart.cartId}/complete`, {
    headers: { 'x-cart-token': cart.token },
    body: { expectedTotalMinor: cart.totalMinor },
  })
  if (status !== 202) throw new Error(`no page to pay on: ${status} ${text.slice(0, 200)}`)
  const pageUrl = body.redirectUrl as string
  const pageId = pageUrl.split('/').at(-1) ?? ''
  return { orderId: body.order.id, orderKey: body.orderKey, pageUrl, pageId, totalMinor: cart.totalMinor }
}

/** Sends a form to a page of the bank, as a browser without JavaScript does; answers where it leads. */
export async function sendForm(world: World, path: string, form: Record<string, string>): Promise<string> {
  const answer = await fetch(`${world.bankProcess.baseUrl}${path}`, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams(form),
  })
  await answer.arrayBuffer()
  return answer.headers.get('location') ?? ''
}

/** What the browser asks when it comes back from the bank. */
export async function comeBack(port: number, { orderId, orderKey }: PageOrder) {
  const shopper = await openShopper(port)
  const answer = await shopper.call('POST', `/api/orders/${orderId}/confirm-payment`, {
    headers: { 'x-order-key': orderKey },
    body: {},
  })
  shopper.close()
  return answer
}

/** What the bank has to tell about an order, the oldest first. */
export async function messagesAbout(world: World, orderId: string): Promise<SentWebhook[]> {
  const told = await world.bank.controls.webhooksOf(orderId)
  if (told.kind !== 'answered') throw new Error(`the bank does not list its messages: ${JSON.stringify(told)}`)
  return told.items
}

/** Runs work over many things, so many at a time. */
export async function sideBySide<T>(
  things: readonly T[],
  atOnce: number,
  work: (thing: T) => Promise<void>,
): Promise<void> {
  let next = 0
  const worker = async () => {
    while (next < things.length) await work(things[next++] as T)
  }
  await Promise.all(Array.from({ length: Math.min(atOnce, things.length) }, worker))
}
