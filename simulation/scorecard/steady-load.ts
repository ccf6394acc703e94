import { setTimeout as wait } from 'node:timers/promises'
import { openShopper, type ReadyCart } from '../../bench/measuring/shopper.ts'

/** What came of an order: when it was asked for and answered (milliseconds since 1970), and how. */
export type Sold = { cartId: string; orderId: string; status: number; askedAt: number; toldAt: number; ms: number }

const shoppersAtOnce = 16

/** Buys these carts, so many a second, whatever the answers take; every shopper on a connection of their own. */
export async function sellSteadily(of: {
  port: number
  carts: readonly ReadyCart[]
  perSecond: number
}): Promise<Sold[]> {
  const sold: Sold[] = []
  const began = performance.now()
  let next = 0
  const now = () => performance.timeOrigin + performance.now()
  const shop = async () => {
    let shopper = await openShopper(of.port)
    for (let index = next++; index < of.carts.length; index = next++) {
      const cart = of.carts[index] as ReadyCart
      await wait(Math.max(0, began + (1000 * index) / of.perSecond - performance.now()))
      const askedAt = now()
      const answer = await shopper.complete(cart).catch(() => undefined)
      const toldAt = now()
      const orderId = String(answer?.body?.order?.id ?? '')
      sold.push({ cartId: cart.cartId, orderId, status: answer?.status ?? 0, askedAt, toldAt, ms: toldAt - askedAt })
      if (answer) continue
      // The line broke: a shopper opens another, as soon as there is somebody to talk to.
      shopper.close()
      shopper = await untilReached(of.port)
    }
    shopper.close()
  }
  await Promise.all(Array.from({ length: Math.min(shoppersAtOnce, of.carts.length) }, shop))
  return sold
}

async function untilReached(port: number) {
  for (let tries = 0; ; tries++) {
    try {
      return await openShopper(port)
    } catch (error) {
      if (tries === 300) throw error
      await wait(100)
    }
  }
}
