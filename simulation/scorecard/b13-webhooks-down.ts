import { quantile } from '../../bench/measuring/quantiles.ts'
import { readyCarts } from '../../bench/measuring/shopper.ts'
import { addEndpoint, changeEndpoint, endpointsWithDue, sendDue } from '../../server/commerce/webhooks/index.ts'
import {
  isSignedBy,
  startWebhookReceiver,
  type WebhookReceiver,
} from '../../server/commerce/webhooks/testing/webhook-receiver.ts'
import { manualClock } from '../../server/platform/clock.ts'
import { sql } from '../../server/platform/sql.ts'
import { openWorld, type World } from './open-world.ts'
import { type RunOptions, ran, type ScorecardTest } from './scorecard-test.ts'
import { putOnSale } from './small-store.ts'
import { sellSteadily } from './steady-load.ts'

const downHours = 3
/** By then a receiver that is back has been noticed, whatever the pauses were. */
const noticedMinutesMax = 20
const ratioMax = 1.5

export const test: ScorecardTest = {
  id: 'B13',
  promise:
    'A receiver of webhooks that is slow, faulty or down for three hours gets every one, signed, under one id, and no shopper waits for it.',
  async run(options) {
    const world = await openWorld({ name: 'b13', servers: 1 })
    const sick = await startWebhookReceiver()
    const well = await startWebhookReceiver()
    try {
      return await play(world, { sick, well }, options)
    } finally {
      await sick.stop()
      await well.stop()
      await world.close()
    }
  },
}

async function play(
  world: World,
  { sick, well }: { sick: WebhookReceiver; well: WebhookReceiver },
  { seed, isShort, say }: RunOptions,
) {
  const { ctx } = world
  const eventTypes = ['order.placed']
  const first = await addEndpoint(ctx, { url: sick.url, description: 'sick', eventTypes })
  const second = await addEndpoint(ctx, { url: well.url, description: 'well', eventTypes })
  const told = await sellBesideSickReceiver(world, { sick, sickId: first.id, isShort, seed })
  say(`  checkout p95 ${told.withoutMs} ms alone, ${told.withMs} ms beside a slow and faulty receiver`)

  // From here on the clock is ours: nobody else may send.
  await world.servers[0]?.stop()
  const clock = manualClock(new Date(ctx.clock.now().getTime() + 120_000).toISOString())
  const later = { ...ctx, clock }
  await changeEndpoint(later, first.id, { isPaused: false })
  const before = sick.heard.length
  sick.answer = { status: 503 }
  for (let minutes = 0; minutes < downHours * 60; minutes++) {
    await sendAll(later)
    clock.advance({ minutes: 1 })
  }
  const callsWhileDown = sick.heard.length - before
  sick.answer = { status: 204 }
  const backAt = sick.heard.length
  let minutesUntilAll = 0
  for (; minutesUntilAll < 120 && (await openDeliveries(world, first.id)) > 0; minutesUntilAll++) {
    await sendAll(later)
    clock.advance({ minutes: 1 })
  }
  await sendAll(later)
  const accepted = sick.heard.slice(backAt)
  const ids = new Set(sick.heard.map(({ id }) => id))
  const orders = new Set(well.heard.map(({ body }) => body.data.subject))
  const badlySigned =
    sick.heard.filter((heard) => !isSignedBy(first.secret, heard)).length +
    well.heard.filter((heard) => !isSignedBy(second.secret, heard)).length
  const figures = {
    orders: told.orders,
    healthy_receiver_heard: orders.size,
    calls_while_down_3_h: callsWhileDown,
    heard_in_the_end: new Set(sick.heard.map(({ body }) => body.data.subject)).size,
    accepted_after: accepted.length,
    ids: ids.size,
    badly_signed: badlySigned,
    virtual_minutes_until_all: minutesUntilAll,
    checkout_p95_ms: told.withMs,
    checkout_p95_ratio: told.ratio,
  }
  const kept =
    figures.healthy_receiver_heard === told.orders &&
    figures.heard_in_the_end === told.orders &&
    figures.ids === told.orders &&
    badlySigned === 0 &&
    // At five failures it is left alone, then tried at most every quarter of an hour; its deliveries need not all try.
    callsWhileDown <= 8 + (downHours * 60) / 15 + 8 &&
    minutesUntilAll <= noticedMinutesMax &&
    told.ratio <= ratioMax
  return ran({ kept, figures, violations: await world.violations() })
}

/** Rounds of orders with the sick endpoint paused and not, in turn, so that the machine's own moods fall on both. */
async function sellBesideSickReceiver(
  world: World,
  of: { sick: WebhookReceiver; sickId: string; isShort: boolean; seed: number },
) {
  const port = world.servers[0]?.port as number
  const rounds = of.isShort ? 4 : 10
  const each = of.isShort ? 40 : 150
  const orders = (rounds + 1) * each
  const variantId = await putOnSale(world.ctx, { slug: `bell-${of.seed}`, priceMinor: 900, stock: orders })
  const carts = await readyCarts(
    port,
    Array.from({ length: orders }, () => [{ variantId, quantity: 1 }]),
    12,
  )
  const took: Record<'alone' | 'beside', number[]> = { alone: [], beside: [] }
  for (let round = -1; round < rounds; round++) {
    const isBeside = round % 2 === 0
    await changeEndpoint(world.ctx, of.sickId, { isPaused: !isBeside })
    of.sick.answer = round % 4 === 0 ? { status: 200, afterMs: 8000 } : { status: 500 }
    const sold = await sellSteadily({ port, carts: carts.splice(0, each), perSecond: 20 })
    if (sold.some(({ status }) => status !== 201)) throw new Error('an order was not placed')
    // The first round is for warming up.
    if (round >= 0) took[isBeside ? 'beside' : 'alone'].push(...sold.map(({ ms }) => ms))
  }
  for (let waitedMs = 0; waitedMs < 30_000 && (await waitingEvents(world)) > 0; waitedMs += 250)
    await new Promise((resolve) => setTimeout(resolve, 250))
  const p95 = (ms: number[]) =>
    Math.round(
      quantile(
        ms.toSorted((a, b) => a - b),
        0.95,
      ) * 10,
    ) / 10
  const [withoutMs, withMs] = [p95(took.alone), p95(took.beside)]
  return { orders, withoutMs, withMs, ratio: Math.round((100 * withMs) / withoutMs) / 100 }
}

async function waitingEvents({ ctx }: World): Promise<number> {
  const { waiting } = await ctx.database.one<{ waiting: number }>(sql`
    select (select count(*) from events where dispatched_at is null)
      + (select count(*) from event_deliveries where status = 'waiting' and listener = 'webhooks.queue')
      + (select count(*) from webhook_deliveries d join webhook_endpoints e on e.id = d.endpoint_id
          where e.description = 'well' and d.status = 'waiting') as waiting`)
  return waiting
}

async function openDeliveries({ ctx }: World, endpointId: string): Promise<number> {
  const { open } = await ctx.database.one<{ open: number }>(
    sql`select count(*) as open from webhook_deliveries where endpoint_id = ${endpointId} and status = 'waiting'`,
  )
  return open
}

async function sendAll(ctx: World['ctx']): Promise<void> {
  for (const id of await endpointsWithDue(ctx)) while ((await sendDue(ctx, id)) > 0);
}
