import { setTimeout as wait } from 'node:timers/promises'
import { type Chance, seededChance } from '../../bench/measuring/seeded-random.ts'
import { type Answer, openShopper, type ReadyCart, readyCarts, type Shopper } from '../../bench/measuring/shopper.ts'
import { shipOrder } from '../../server/commerce/fulfillment/index.ts'
import { issueCard } from '../../server/commerce/gift-cards/index.ts'
import { transaction } from '../../server/platform/context.ts'
import { bankHolds } from './compare-with-bank.ts'
import { openWorld, type World } from './open-world.ts'
import { type RunOptions, ran, type ScorecardTest } from './scorecard-test.ts'
import { putOnSale } from './small-store.ts'

const withinMs = 50
const capturedWithinMs = 20_000
const cardMinor = 20_00

export const test: ScorecardTest = {
  id: 'A04',
  promise: 'A cart that is paid in two tabs at once, by two means, becomes one order that is charged once.',
  async run(options) {
    const world = await openWorld({ name: 'a04', servers: 2 })
    try {
      return await play(world, options)
    } finally {
      await world.close()
    }
  },
}

/** In each kind of rounds two tabs, at two servers, confirm within 50 ms; and somebody presses "back" and buys again. */
const kinds = {
  'two cards': payByTwoCards,
  'a page and a card': payOnPageAndByCard,
  'a card, and another after a gift card was put in': payBesideGiftCard,
}

type Tabs = { one: Shopper; two: Shopper; cart: ReadyCart; chance: Chance; giftCard: string }

async function play(world: World, { seed, isShort, say }: RunOptions) {
  const rounds = isShort ? 2 : 40
  const totals = { rounds: 0, orders: 0, liveHolds: 0, voidedOrRefused: 0, captures: 0, faults: 0, wrongRounds: 0 }
  const [first, second] = world.servers.map(({ port }) => port) as [number, number]
  for (const [kind, pay] of Object.entries(kinds))
    for (let round = 0; round < rounds; round++) {
      const chance = seededChance(seed * 1000 + totals.rounds)
      const variantId = await putOnSale(world.ctx, { slug: `lamp-${totals.rounds}`, priceMinor: 129_00, stock: 5 })
      const [cart] = await readyCarts(first, [[{ variantId, quantity: 1 }]])
      if (!cart) throw new Error('no cart')
      const tabs = { one: await openShopper(first), two: await openShopper(second), cart, chance }
      const answers = await pay({ ...tabs, giftCard: await newGiftCard(world) })
      const back = await tabs.one.complete({ ...cart, totalMinor: cart.totalMinor })
      for (const tab of [tabs.one, tabs.two]) tab.close()
      const of = await whatBecame(world, cart)
      const captures = await captured(world, of.placed[0])
      const faults = [...answers, back].filter(({ status }) => status >= 500)
      const isRight =
        of.placed.length === 1 && back.status === 200 && of.live === 1 && captures === 1 && faults.length === 0
      totals.rounds++
      totals.orders += of.placed.length
      totals.liveHolds += of.live
      totals.voidedOrRefused += of.attempts - of.live
      totals.captures += captures
      totals.faults += faults.length
      if (!isRight) totals.wrongRounds++
      if (!isRight || round === 0)
        say(
          `  ${kind}: answers ${answers.map((each) => each.status).join(', ')}, back ${back.status}; ${of.placed.length} order, ${of.live} hold, ${captures} capture`,
        )
    }
  return ran({ kept: totals.wrongRounds === 0, figures: totals, violations: await world.violations() })
}

async function payByTwoCards({ one, two, cart, chance }: Tabs): Promise<Answer[]> {
  const other = await two.call('POST', '/sandbox-bank/v1/tokens', { body: anotherCard })
  return together(chance, [
    () => one.complete(cart),
    () => two.complete({ ...cart, paymentToken: other.body.token as string }),
  ])
}

async function payOnPageAndByCard({ one, two, cart, chance }: Tabs): Promise<Answer[]> {
  const headers = { 'x-cart-token': cart.token }
  const opened = await one.call('POST', `/api/carts/${cart.cartId}/complete`, { headers, body: {} })
  const { order, orderKey, redirectUrl } = opened.body as {
    order: { id: string }
    orderKey: string
    redirectUrl: string
  }
  const onPage = async () => {
    const form = new URLSearchParams(anotherCard)
    await fetch(`http://127.0.0.1:${one.port}${redirectUrl}`, { method: 'POST', body: form, redirect: 'manual' })
    const confirm = `/api/orders/${order.id}/confirm-payment`
    return one.call('POST', confirm, { headers: { 'x-order-key': orderKey } })
  }
  return together(chance, [onPage, () => two.complete(cart)])
}

async function payBesideGiftCard({ one, two, cart, chance, giftCard }: Tabs): Promise<Answer[]> {
  const headers = { 'x-cart-token': cart.token }
  return together(chance, [
    () => one.complete(cart),
    async () => {
      const put = await two.call('POST', `/api/carts/${cart.cartId}/tenders`, { headers, body: { code: giftCard } })
      return put.status === 200 ? two.complete(cart) : put
    },
  ])
}

const anotherCard = { number: '5555555555554444', expiry: '12/40', cvc: '123' }

function together(chance: Chance, confirmations: (() => Promise<Answer>)[]): Promise<Answer[]> {
  return Promise.all(
    confirmations.map(async (confirm) => {
      await wait(chance.below(withinMs))
      return confirm()
    }),
  )
}

async function newGiftCard({ ctx }: World): Promise<string> {
  const card = { kind: 'issued', currency: 'EUR', amountMinor: cardMinor, reason: 'a test', actor: 'system' } as const
  const issued = await transaction(ctx, (tx) => issueCard(ctx, tx, card))
  return issued?.code ?? ''
}

/** The orders that the cart became, and what the bank holds for them once what came too late has been set free. */
async function whatBecame(world: World, { cartId }: ReadyCart) {
  for (let tries = 0; ; tries++) {
    const { rows } = await world.ctx.database.pool.query<{ id: string; status: string }>(
      'select id, status from orders where cart_id = $1',
      [cartId],
    )
    const ids = rows.map(({ id }) => id)
    const holds = (await bankHolds(world.bank)).filter(({ reference }) => ids.includes(reference))
    const live = holds.filter(({ isVoided }) => !isVoided).length
    const isOpen = rows.some(({ status }) => status === 'awaiting-payment')
    if ((live <= 1 && !isOpen) || tries >= 50) {
      const placed = rows.filter(({ status }) => status === 'placed').map(({ id }) => id)
      return { placed, live, attempts: rows.length + holds.length - placed.length }
    }
    await wait(100)
  }
}

/** Sends the order, and answers how many captures the bank made for its cart. */
async function captured(world: World, orderId: string | undefined): Promise<number> {
  if (!orderId) return 0
  await shipOrder(world.ctx, { orderId, actor: 'system' })
  for (let waitedMs = 0; ; waitedMs += 50) {
    const { rows } = await world.ctx.database.pool.query<{ done: number; due: number }>(
      `select count(*) filter (where captured_minor = authorized_minor)::int as done, count(*)::int as due from payments
       where order_id = $1 and provider = 'sandbox-bank' and authorized_minor > 0`,
      [orderId],
    )
    const { done = 0, due = 0 } = rows[0] ?? {}
    if ((due > 0 && done === due) || waitedMs >= capturedWithinMs) return done
    await wait(50)
  }
}
