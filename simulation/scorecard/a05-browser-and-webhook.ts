import { setTimeout as wait } from 'node:timers/promises'
import { openShopper, readyCarts } from '../../bench/measuring/shopper.ts'
import { openWorld, type World } from './open-world.ts'
import { comeBack, goodForm, messagesAbout, orderOnPage, sendForm, sideBySide } from './page-payments.ts'
import { type RunOptions, ran, type ScorecardTest } from './scorecard-test.ts'
import { putOnSale } from './small-store.ts'

const copies = 3
const spanMs = 500

export const test: ScorecardTest = {
  id: 'A05',
  promise:
    'Whether the browser or the webhook is first, by up to half a second, and with the webhook three times at once: one order, one capture, no refund.',
  async run(options) {
    const world = await openWorld({ name: 'a05', servers: 2, capture: 'on-placement' })
    try {
      return await play(world, options)
    } finally {
      await world.close()
    }
  },
}

type Meeting = { way: 'page' | 'card'; offsetMs: number }
type Seen = Meeting & { orderId: string; browser: number; webhooks: number[] }

async function play(world: World, { isShort, say }: RunOptions) {
  const stepMs = isShort ? 100 : 10
  const offsets = Array.from({ length: (2 * spanMs) / stepMs + 1 }, (_, n) => n * stepMs - spanMs)
  const meetings = (['page', 'card'] as const).flatMap((way) => offsets.map((offsetMs) => ({ way, offsetMs })))
  const variantId = await putOnSale(world.ctx, { slug: 'bowl', priceMinor: 3900, stock: meetings.length })
  // The test says when each is told; and the card's answer takes long enough for a webhook to come before it.
  await world.bank.controls.setFault({ kind: 'webhook-held' })
  await world.bank.controls.setFault({ kind: 'delay', place: 'authorize', ms: spanMs })
  const seen: Seen[] = []
  await sideBySide(meetings, isShort ? 6 : 10, async (meeting) => {
    seen.push(await meet(world, meeting, variantId))
  })
  await world.bank.controls.clearFaults()
  const wrong: Seen[] = []
  const totals = { orders: 0, captures: 0, refunds: 0 }
  for (const each of seen) {
    const { orders, captures, refunds } = await came(world, each.orderId)
    totals.orders += orders
    totals.captures += captures
    totals.refunds += refunds
    const isHeard =
      each.browser < 300 && each.webhooks.length === copies && each.webhooks.every((status) => status === 200)
    if (orders !== 1 || captures !== 1 || refunds !== 0 || !isHeard) wrong.push(each)
  }
  for (const each of wrong.slice(0, 5)) say(`  ${JSON.stringify(each)}`)
  return ran({
    kept: wrong.length === 0,
    figures: { meetings: meetings.length, webhooks: meetings.length * copies, ...totals, wrong: wrong.length },
    violations: await world.violations(),
  })
}

async function meet(world: World, meeting: Meeting, variantId: string): Promise<Seen> {
  const [first, second] = world.servers.map(({ port }) => port) as [number, number]
  const [cart] = await readyCarts(first, [[{ variantId, quantity: 1 }]], 1)
  if (!cart) throw new Error('no cart')
  const shopper = await openShopper(first)
  const tell = async (orderId: string, afterMs: number) => {
    await wait(Math.max(0, afterMs))
    const message = (await messagesAbout(world, orderId)).find(({ type }) => type === 'payment.authorized')
    const told = message ? await world.bank.controls.sendWebhook(message.n, copies) : undefined
    return told?.kind === 'answered' ? told.answers : []
  }
  try {
    if (meeting.way === 'page') {
      const order = await orderOnPage(shopper, cart)
      await sendForm(world, order.pageUrl, goodForm)
      const [browser, webhooks] = await Promise.all([
        wait(Math.max(0, -meeting.offsetMs)).then(() => comeBack(second, order)),
        tell(order.orderId, meeting.offsetMs),
      ])
      return { ...meeting, orderId: order.orderId, browser: browser.status, webhooks }
    }
    // The bank has the money from the first moment on; its answer to the shop leaves half a second later.
    const completing = shopper.complete(cart)
    const orderId = await orderBegun(world, cart.cartId)
    const [browser, webhooks] = await Promise.all([completing, tell(orderId, spanMs + meeting.offsetMs)])
    return { ...meeting, orderId, browser: browser.status, webhooks }
  } finally {
    shopper.close()
  }
}

async function orderBegun(world: World, cartId: string): Promise<string> {
  for (let tries = 0; tries < 500; tries++) {
    const { rows } = await world.ctx.database.pool.query<{ id: string }>('select id from orders where cart_id = $1', [
      cartId,
    ])
    const [order] = rows
    if (order && (await messagesAbout(world, order.id)).length > 0) return order.id
    await wait(5)
  }
  throw new Error(`no order came of cart ${cartId}`)
}

/** What became of an order's cart, and of its money at the bank, once the capture has had its time. */
async function came(world: World, orderId: string) {
  for (let tries = 0; ; tries++) {
    const { rows } = await world.ctx.database.pool.query<{ orders: number; reference: string; captured: string }>(
      `select (select count(*)::int from orders other where other.cart_id = o.cart_id and other.status <> 'declined') as orders,
         p.provider_reference as reference, p.captured_minor as captured
       from orders o join payments p on p.order_id = o.id where o.id = $1`,
      [orderId],
    )
    const [row] = rows
    const history = row?.reference ? await world.bank.getHistory(row.reference) : undefined
    const captures = history?.kind === 'answered' ? history.captures.length : 0
    const refunds = history?.kind === 'answered' ? history.refunds.length : 0
    if (captures > 0 || tries > 100)
      return { orders: rows.length === 1 ? (row?.orders ?? 0) : rows.length, captures, refunds }
    await wait(100)
  }
}
