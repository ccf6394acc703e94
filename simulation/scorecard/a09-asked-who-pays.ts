import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { seededChance } from '../../bench/measuring/seeded-random.ts'
import { addToCart, createCart, updateCart } from '../../server/commerce/carts/index.ts'
import { confirmPayment, holdSeconds, placeOrder, sweepOrders } from '../../server/commerce/checkout/index.ts'
import { type Clock, manualClock } from '../../server/platform/clock.ts'
import { readConfig } from '../../server/platform/config.ts'
import type { Shop } from '../../server/platform/context.ts'
import { startEventDispatcher } from '../../server/platform/event-dispatcher.ts'
import { openShop } from '../../server/platform/open-shop.ts'
import { openWorld, type World } from './open-world.ts'
import { goodForm, sendForm, sideBySide } from './page-payments.ts'
import { type RunOptions, ran, type ScorecardTest } from './scorecard-test.ts'
import { putOnSale } from './small-store.ts'

const releasedWithinSeconds = 60

export const test: ScorecardTest = {
  id: 'A09',
  promise:
    'A thousand shoppers are asked by the banks of their cards who is paying: each who answered well has one order, and what the others held is free a minute after its time.',
  async run(options) {
    const world = await openWorld({ name: 'a09', servers: 0 })
    try {
      return await play(world, options)
    } finally {
      await world.close()
    }
  },
}

/** What a shopper does, with the card for it; `pays` says whether an order must come of it. */
const acts = {
  frictionless: { card: '4000000000003055', pays: true },
  'answers the question': { card: '4000000000003220', pays: true },
  'is declined softly, then answers': { card: '4000002760003184', pays: true },
  'answers, and never comes back': { card: '4000000000003220', pays: true },
  'answers at the last moment': { card: '4000000000003220', pays: true },
  'tries again with another card': { card: '4000000000003220', pays: true },
  'walks away': { card: '4000000000003220', pays: false },
  'walks away after a soft decline': { card: '4000002760003184', pays: false },
  'refuses to pay': { card: '4000000000003220', pays: false },
  'knows no code': { card: '4000000000003220', pays: false },
  'answers, and has no money': { card: '4000008400001629', pays: false },
} as const
type Act = keyof typeof acts
type Shopper = { act: Act; cartId: string; token: string; orderId: string; question?: string }

async function play(world: World, { seed, isShort, say }: RunOptions) {
  const count = isShort ? 110 : 1000
  const chance = seededChance(seed)
  const names = Object.keys(acts) as Act[]
  const chosen = Array.from(
    { length: count },
    (_, n) => names[n < names.length ? n : chance.below(names.length)] as Act,
  )
  const clock = manualClock(new Date().toISOString())
  const { ctx, close } = await openTheShop(world, clock)
  try {
    const variantId = await putOnSale(world.ctx, { slug: 'print', priceMinor: 5900, stock: count })
    const shoppers: Shopper[] = []
    await sideBySide(chosen, 8, async (act) => {
      shoppers.push(await shop(world, ctx, { act, variantId }))
    })
    // The last moment: just before the stock is let go and the bank gives up waiting.
    await passTime(world, clock, holdSeconds - 5)
    await sideBySide(
      shoppers.filter(({ act }) => act === 'answers at the last moment'),
      8,
      async ({ question = '' }) => void (await sendForm(world, question, { code: '123456' })),
    )
    await passTime(world, clock, 5 + releasedWithinSeconds)
    await sweepOrders(ctx)
    const dispatcher = startEventDispatcher(ctx, [])
    await dispatcher.drain()
    await dispatcher.stop()
    const { wrong, placed, held } = await judge(world, shoppers)
    for (const each of wrong.slice(0, 5)) say(`  ${each}`)
    const due = shoppers.filter(({ act }) => acts[act].pays).length
    return ran({
      kept: wrong.length === 0 && held === 0 && placed === due,
      figures: { carts: count, should_be_paid: due, orders: placed, still_held: held, wrong: wrong.length },
      violations: await world.violations(),
    })
  } finally {
    await close()
  }
}

async function shop(world: World, ctx: Shop, of: { act: Act; variantId: string }): Promise<Shopper> {
  const { act } = of
  const { cart, token } = await createCart(ctx, {})
  const opens = { cartId: cart.id, token }
  await addToCart(ctx, { ...opens, variantId: of.variantId, quantity: 1 })
  const address = { line1: 'Am Kai 1', postcode: '20457', city: 'Hamburg' }
  await updateCart(ctx, opens, { email: 'kim@example.com', name: 'Kim', address })
  const buy = async (card: string) =>
    placeOrder(ctx, { ...opens, provider: 'sandbox-bank', paymentToken: await tokenFor(world, card) })
  const first = await buy(acts[act].card)
  const shopper: Shopper = { act, ...opens, orderId: first.order.id }
  if (first.kind === 'placed') return shopper
  const question = first.redirectUrl
  if (act === 'tries again with another card') {
    const second = await buy(goodForm.number)
    return { ...shopper, orderId: second.order.id }
  }
  const answers: Partial<Record<Act, Record<string, string>[]>> = {
    'answers the question': [{ code: '000000' }, { code: '123456' }],
    'is declined softly, then answers': [{ code: '123456' }],
    'answers, and never comes back': [{ code: '123456' }],
    'refuses to pay': [{ action: 'refuse' }],
    'knows no code': [{ code: '1' }, { code: '2' }, { code: '3' }],
    'answers, and has no money': [{ code: '123456' }],
  }
  for (const form of answers[act] ?? []) await sendForm(world, question, form)
  const comesBack = answers[act] !== undefined && act !== 'answers, and never comes back'
  // A no is told as an error with its reason; what counts is what became of the order.
  if (comesBack) await confirmPayment(ctx, first.order.id).catch(() => undefined)
  return { ...shopper, question }
}

async function judge(world: World, shoppers: Shopper[]) {
  const { rows } = await world.ctx.database.pool.query<{ cartId: string; status: string; held: number }>(
    `select cart_id as "cartId", status,
       (select count(*)::int from reservations r where r.order_id = o.id and r.status = 'held') as held from orders o`,
  )
  const wrong = shoppers.flatMap(({ act, cartId }) => {
    const orders = rows.filter((row) => row.cartId === cartId)
    const placed = orders.filter(({ status }) => status === 'placed').length
    const open = orders.filter(({ status }) => status === 'awaiting-payment').length
    const isRight = placed === (acts[act].pays ? 1 : 0) && open === 0
    return isRight ? [] : [`${act}: ${orders.map(({ status }) => status).join(', ')}`]
  })
  const placed = rows.filter(({ status }) => status === 'placed').length
  return { wrong, placed, held: rows.reduce((sum, row) => sum + row.held, 0) }
}

/** Moves the clocks of the shop and of the bank. */
async function passTime(world: World, clock: ReturnType<typeof manualClock>, seconds: number): Promise<void> {
  clock.advance({ seconds })
  await world.bank.controls.moveClock(clock.now().getTime() - Date.now())
}

/** A shop on the world's database whose clock is moved by hand; the bank goes by the same. */
async function openTheShop(world: World, clock: Clock): Promise<{ ctx: Shop; close(): Promise<void> }> {
  const dataFolder = join(world.folder, 'shop')
  await mkdir(dataFolder, { recursive: true })
  const config = readConfig({
    BARROW_DATA: dataFolder,
    BARROW_SECRET: world.secret,
    BARROW_DEMO: 'no',
    DATABASE_CONNECTIONS_MAX: '12',
    LOG_LEVEL: 'error',
  })
  const providers = { payments: { 'sandbox-bank': world.bank } }
  return openShop({ config, databaseUrl: world.databaseUrl, providers, smtpUrl: 'smtp://127.0.0.1:1', clock })
}

async function tokenFor(world: World, number: string): Promise<string> {
  const answer = await fetch(`${world.bankProcess.baseUrl}/v1/tokens`, {
    method: 'POST',
    body: JSON.stringify({ ...goodForm, number }),
  })
  return ((await answer.json()) as { token: string }).token
}
