import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { readyCarts } from '../../bench/measuring/shopper.ts'
import { listeners } from '../../server/app.ts'
import { addEndpoint } from '../../server/commerce/webhooks/index.ts'
import { startWebhookReceiver, type WebhookReceiver } from '../../server/commerce/webhooks/testing/webhook-receiver.ts'
import { manualClock } from '../../server/platform/clock.ts'
import { deliverDue } from '../../server/platform/event-dispatcher.ts'
import { emit } from '../../server/platform/events.ts'
import { createLog } from '../../server/platform/log.ts'
import { sql } from '../../server/platform/sql.ts'
import { type SandboxMailbox, startSandboxMailbox } from '../../server/providers/sandbox-mailbox/sandbox-mailbox.ts'
import { bankCaptures } from './compare-with-bank.ts'
import { openWorld, type World } from './open-world.ts'
import { type RunOptions, ran, type ScorecardTest } from './scorecard-test.ts'
import { putOnSale } from './small-store.ts'

const killEveryMs = 3000
const triesMax = 12
const poisoned = 'order_00000000000000000000000000'

export const test: ScorecardTest = {
  id: 'B14',
  promise:
    'Of two workers one is killed every three seconds: each effect comes once, work that cannot succeed is put aside, the rest flows.',
  async run(options) {
    const world = await openWorld({ name: 'b14', servers: 0, capture: 'on-placement' })
    const mailbox = await startSandboxMailbox({ folder: join(world.folder, 'mails') })
    const receiver = await startWebhookReceiver()
    try {
      return await play(world, { mailbox, receiver }, options)
    } finally {
      // Workers first: one that still sends would find nobody.
      await Promise.all(world.servers.map((server) => server.stop()))
      await receiver.stop()
      await mailbox.stop()
      await world.close()
    }
  },
}

async function play(
  world: World,
  { mailbox, receiver }: { mailbox: SandboxMailbox; receiver: WebhookReceiver },
  { seed, isShort, say }: RunOptions,
) {
  const orders = isShort ? 120 : 1500
  const kills = isShort ? 3 : 20
  const env = { SMTP_URL: mailbox.smtpUrl }
  const shop = await world.addServer({ env })
  await addEndpoint(world.ctx, { url: receiver.url, description: '', eventTypes: ['order.placed'] })
  const variantId = await putOnSale(world.ctx, { slug: `pin-${seed}`, priceMinor: 700, stock: orders })
  const carts = await readyCarts(
    shop.port,
    Array.from({ length: orders }, () => [{ variantId, quantity: 1 }]),
    12,
  )
  const other = await world.addServer({ env })
  // About an order that never was: whoever hears of it fails, however often it is tried.
  await world.ctx.database.transaction((tx) => emit(world.ctx, tx, { type: 'order.placed', subject: poisoned }))
  const placed = buyAll([shop.port, other.port], carts)
  for (let kill = 0; kill < kills; kill++) {
    await wait(killEveryMs)
    const port = kill % 2 === 0 ? other.port : shop.port
    const victim = world.servers.findLast((server) => server.port === port)
    await victim?.kill()
    await world.addServer({ port, env })
  }
  const confirmed = await placed
  say(`  ${kills} workers were killed; ${confirmed.size} orders placed`)
  await untilFlown(world)
  const parked = await parkPoison(world)
  const effects = await countEffects(world, { mailbox, receiver, confirmed })
  const kept =
    confirmed.size === orders &&
    effects.charged_not_once === 0 &&
    effects.mail_missing === 0 &&
    effects.webhook_missing === 0 &&
    effects.webhooks_with_two_ids === 0 &&
    effects.left_waiting === 0 &&
    parked.length > 0 &&
    parked.every(({ subject, attempts }) => subject === poisoned && attempts === triesMax)
  // The poison is what the test put there, not something that the shop did.
  const violations = (await world.violations()).flatMap((violation) => {
    const rows = violation.rows.filter((row) => violation.id !== 'I10' || row.what !== 'delivery')
    return rows.length > 0 ? [{ ...violation, rows }] : []
  })
  const figures = { orders: confirmed.size, kills, ...effects, poison_put_aside: parked.length, poison_tries: triesMax }
  return ran({ kept, figures, violations })
}

/** Buys every cart at one worker or the other, again with the same cart until it is answered; answers the orders. */
async function buyAll(ports: readonly number[], carts: Awaited<ReturnType<typeof readyCarts>>): Promise<Set<string>> {
  const orders = new Set<string>()
  let next = 0
  const shop = async () => {
    for (let index = next++; index < carts.length; index = next++) {
      const cart = carts[index] as (typeof carts)[number]
      for (let tries = 0; tries < 200; tries++) {
        const port = ports[(index + tries) % ports.length]
        const answer = await fetch(`http://127.0.0.1:${port}/api/carts/${cart.cartId}/complete`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'x-cart-token': cart.token },
          body: JSON.stringify({ paymentToken: cart.paymentToken, expectedTotalMinor: cart.totalMinor }),
        }).catch(() => undefined)
        const told = (await answer?.json().catch(() => undefined)) as { order?: { id: string } } | undefined
        if (told?.order) {
          orders.add(told.order.id)
          break
        }
        await wait(200)
      }
      await wait(60)
    }
  }
  await Promise.all(Array.from({ length: 4 }, shop))
  return orders
}

/** Until nothing but the poison waits; a minute after the last kill, what the dead held is free. */
async function untilFlown({ ctx }: World): Promise<void> {
  for (let waitedMs = 0; waitedMs < 100_000; waitedMs += 250) {
    const { left } = await ctx.database.one<{ left: number }>(sql`
      select (select count(*) from events where dispatched_at is null)
        + (select count(*) from event_deliveries where status = 'waiting' and subject <> ${poisoned})
        + (select count(*) from webhook_deliveries where status = 'waiting') as left`)
    if (left === 0) return
    await wait(250)
  }
}

/** The pauses between tries grow to an hour; a clock of ours lives through them, and the workers are closed for that. */
async function parkPoison(world: World): Promise<{ subject: string; attempts: number }[]> {
  await Promise.all(world.servers.map((server) => server.stop()))
  const clock = manualClock(new Date(world.ctx.clock.now().getTime()).toISOString())
  // What the poison says each time is known.
  const ctx = { ...world.ctx, clock, log: createLog('silent') }
  for (let hours = 0; hours < 30; hours++) {
    clock.advance({ hours: 1, minutes: 1 })
    await deliverDue(ctx, listeners)
  }
  return ctx.database.rows(sql`select subject, attempts from event_deliveries where status = 'dead'`)
}

async function countEffects(
  world: World,
  of: { mailbox: SandboxMailbox; receiver: WebhookReceiver; confirmed: Set<string> },
) {
  const captures = await bankCaptures(world.bank)
  const numbers = await world.ctx.database.rows<{ id: string; number: number }>(sql`
    select id, number from orders where id = any(${[...of.confirmed]})`)
  const mails = Map.groupBy(of.mailbox.listMails(), ({ subject }) => subject)
  const mailed = numbers.map(({ number }) => mails.get(`Order ${number}: thank you`)?.length ?? 0)
  const told = Map.groupBy(of.receiver.heard, ({ body }) => String(body.data.subject))
  const { left } = await world.ctx.database.one<{ left: number }>(
    sql`select count(*) as left from event_deliveries where status = 'waiting' and subject <> ${poisoned}`,
  )
  return {
    charged_not_once: [...of.confirmed].filter((id) => captures.get(id) !== 1).length,
    mail_missing: mailed.filter((count) => count === 0).length,
    // The mail server has it and the worker dies before it is noted: then it is sent again, under the same Message-ID.
    mail_sent_again: mailed.filter((count) => count > 1).length,
    webhook_missing: [...of.confirmed].filter((id) => !told.has(id)).length,
    webhooks_with_two_ids: [...told.values()].filter((heard) => new Set(heard.map(({ id }) => id)).size > 1).length,
    left_waiting: left,
  }
}
