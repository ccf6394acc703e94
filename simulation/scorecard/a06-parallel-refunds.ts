import { setTimeout as wait } from 'node:timers/promises'
import { openShopper, readyCarts } from '../../bench/measuring/shopper.ts'
import { bankMoved } from './compare-with-bank.ts'
import { openWorld, type World } from './open-world.ts'
import { type RunOptions, ran, type ScorecardTest } from './scorecard-test.ts'
import { putOnSale } from './small-store.ts'
import { openStaffDesk, type StaffDesk } from './staff-desk.ts'

const paidMinor = 100_00
const deliveryMinor = 490

export const test: ScorecardTest = {
  id: 'A06',
  promise:
    'Of 50 refunds of 60.00 at once and 100 of 1.00 after them, a payment of 100.00 gives back 100.00 and no cent more.',
  async run(options) {
    const world = await openWorld({ name: 'a06', servers: 2 })
    try {
      return await play(world, options)
    } finally {
      await world.close()
    }
  },
}

async function play(world: World, { seed, isShort, say }: RunOptions) {
  const rounds = isShort ? 1 : 10
  const desk = await openStaffDesk(world)
  const totals = { accepted: 0, refused: 0, otherAnswers: 0, wrongRounds: 0 }
  for (let round = 0; round < rounds; round++) {
    const orderId = await chargedOrder(world, desk, `vase-${seed + round}`)
    const big = await refundAtOnce(desk, { orderId, amountMinor: 60_00, times: 50 })
    const small = await refundAtOnce(desk, { orderId, amountMinor: 1_00, times: 100 })
    const ours = await refundedOf(world, orderId)
    const theirs = await bankMoved(world.bank, orderId)
    const isRight = big.accepted === 1 && small.accepted === 40 && ours === paidMinor && theirs.refundedMinor === ours
    totals.accepted += big.accepted + small.accepted
    totals.refused += big.refused + small.refused
    totals.otherAnswers += big.other.length + small.other.length
    if (!isRight) totals.wrongRounds++
    say(
      `  seed ${seed + round}: ${big.accepted} of 60.00 and ${small.accepted} of 1.00 given back; ` +
        `${ours / 100} in our books, ${theirs.refundedMinor / 100} at the bank`,
    )
    for (const odd of [...big.other, ...small.other].slice(0, 3)) say(`    ${odd}`)
  }
  return ran({
    kept: totals.wrongRounds === 0 && totals.otherAnswers === 0,
    figures: { rounds, ...totals },
    violations: await world.violations(),
  })
}

/** An order of 100.00 that has been sent and charged. */
async function chargedOrder(world: World, desk: StaffDesk, slug: string): Promise<string> {
  const variantId = await putOnSale(world.ctx, { slug, priceMinor: paidMinor - deliveryMinor, stock: 1 })
  const port = world.servers[0]?.port as number
  const [cart] = await readyCarts(port, [[{ variantId, quantity: 1 }]])
  if (!cart) throw new Error('no cart')
  const shopper = await openShopper(port)
  const { body } = await shopper.complete(cart)
  shopper.close()
  const orderId = body.order.id as string
  const sent = await desk.ask(`/api/admin/orders/${orderId}/fulfillments`, {})
  if (sent.status !== 201) throw new Error(`shipping: ${sent.status} ${JSON.stringify(sent.body)}`)
  for (let tries = 0; tries < 200; tries++) {
    const { rows } = await world.ctx.database.pool.query<{ captured: string }>(
      'select sum(captured_minor) as captured from payments where order_id = $1',
      [orderId],
    )
    if (Number(rows[0]?.captured) === paidMinor) return orderId
    await wait(50)
  }
  throw new Error(`order ${orderId} was not charged`)
}

async function refundAtOnce(desk: StaffDesk, of: { orderId: string; amountMinor: number; times: number }) {
  const answers = await Promise.all(
    Array.from({ length: of.times }, (_, index) =>
      desk.ask(
        `/api/admin/orders/${of.orderId}/refunds`,
        { amountMinor: of.amountMinor, reason: 'Tried out' },
        { 'idempotency-key': `${of.amountMinor}-${index}` },
      ),
    ),
  )
  const accepted = answers.filter(({ status, body }) => status === 201 && body.status === 'refunded').length
  const refusals = answers.filter(({ status, body }) => status === 409 && body.code === 'orders.more-than-paid')
  const other = answers
    .filter(({ status }) => status !== 201 && status !== 409)
    .map(({ status, body }) => `${status} ${body.code}`)
  return { accepted, refused: refusals.length, other }
}

async function refundedOf(world: World, orderId: string): Promise<number> {
  const { rows } = await world.ctx.database.pool.query<{ refunded: string }>(
    'select sum(refunded_minor) as refunded from payments where order_id = $1',
    [orderId],
  )
  return Number(rows[0]?.refunded)
}
