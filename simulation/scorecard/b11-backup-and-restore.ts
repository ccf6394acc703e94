import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { freePort } from '../../bench/measuring/free-port.ts'
import { runCommand, type ShopProcess, startShop } from '../../bench/measuring/shop-process.ts'
import { readyCarts } from '../../bench/measuring/shopper.ts'
import { addEndpoint } from '../../server/commerce/webhooks/index.ts'
import { startWebhookReceiver, type WebhookReceiver } from '../../server/commerce/webhooks/testing/webhook-receiver.ts'
import { checkBooks } from '../../server/platform/backup/check-books.ts'
import { type Database, openDatabase } from '../../server/platform/database.ts'
import { runningDatabaseUrl } from '../../server/platform/embedded-postgres.ts'
import { sql } from '../../server/platform/sql.ts'
import { type SandboxMailbox, startSandboxMailbox } from '../../server/providers/sandbox-mailbox/sandbox-mailbox.ts'
import { bankRecordCount, unheardByBank } from './compare-with-bank.ts'
import { openWorld, type World } from './open-world.ts'
import { type RunOptions, ran, type ScorecardTest } from './scorecard-test.ts'
import { putOnSale } from './small-store.ts'
import { openStaffDesk } from './staff-desk.ts'
import { type Sold, sellSteadily } from './steady-load.ts'

const perSecond = 50
const everyMinutes = 4
const lossSecondsMax = 300
const openSecondsMax = 900
const quietMs = 6000

export const test: ScorecardTest = {
  id: 'B11',
  promise:
    'A backup taken while 50 orders a second come in restores in an empty place, whole, and the copy is quiet until confirmed.',
  async run(options) {
    const world = await openWorld({ name: 'b11', servers: 1 })
    const mailbox = await startSandboxMailbox({ folder: join(world.folder, 'mails-of-the-copy') })
    const receiver = await startWebhookReceiver()
    try {
      return await play(world, { mailbox, receiver }, options)
    } finally {
      await receiver.stop()
      await mailbox.stop()
      await world.close()
    }
  },
}

type Outside = { mailbox: SandboxMailbox; receiver: WebhookReceiver }

async function play(world: World, outside: Outside, { seed, isShort, say }: RunOptions) {
  const port = world.servers[0]?.port as number
  const orders = isShort ? 250 : 3000
  const variantId = await putOnSale(world.ctx, { slug: `jar-${seed}`, priceMinor: 1900, stock: orders })
  await openStaffDesk(world)
  await addEndpoint(world.ctx, { url: outside.receiver.url, description: '', eventTypes: ['order.shipped'] })
  const carts = await readyCarts(
    port,
    Array.from({ length: orders }, () => [{ variantId, quantity: 1 }]),
    12,
  )
  say(`  ${orders} orders come in, ${perSecond} a second; meanwhile a backup is made`)
  const selling = sellSteadily({ port, carts, perSecond })
  await wait((1000 * orders) / perSecond / 2)
  const file = join(world.folder, 'shop.tar.gz')
  const backup = await timed(() => runCommand(['backup', file], shopSettings(world, join(world.folder, 'office'))))
  const sold = await selling
  say(`  ${backup.result.printed.trim().split('\n').at(-1)} (${backup.seconds} s)`)

  // Before there is a copy that talks to the same bank.
  const ofTheShop = await world.violations()
  const place = join(world.folder, 'another-machine')
  await mkdir(place)
  const settings = { BARROW_SECRET: world.secret, BARROW_DATA: place }
  const restore = await timed(() => runCommand(['restore', file], settings))
  for (const line of restore.result.printed.trim().split('\n')) say(`    ${line}`)
  const opened = await timed(() => openCopy(world, place, outside))
  const copy = openDatabase({ url: (await runningDatabaseUrl(place)) as string, connectionsMax: 3 })
  try {
    const { madeAt } = await copy.one<{ madeAt: Date }>(
      sql`select backup_made_at as made_at from restorations order by id desc limit 1`,
    )
    const violations = await checkBooks(copy.url, { asOf: madeAt })
    const unheard = await unheardByBank(copy.url, world.bank)
    if (unheard.length > 0)
      violations.push({ id: 'I7', rule: 'The bank knows of it.', rows: unheard.map((fact) => ({ fact })) })
    const lost = await lostOrders(copy, sold, madeAt)
    const quiet = await tryTheCopy(world, outside, { copy, shop: opened.result, place })
    const confirmed = sold.filter(({ status }) => status === 201)
    const lossSeconds = everyMinutes * 60 + backup.seconds
    const openSeconds = restore.seconds + opened.seconds
    const kept =
      backup.result.code === 0 &&
      restore.result.code === 0 &&
      confirmed.length === orders &&
      lost === 0 &&
      quiet.leaks === 0 &&
      quiet.isAwake &&
      lossSeconds <= lossSecondsMax &&
      openSeconds <= openSecondsMax
    return ran({
      kept,
      figures: {
        orders: confirmed.length,
        orders_in_copy: quiet.orders,
        confirmed_before_the_backup_and_lost: lost,
        backup_s: backup.seconds,
        restore_s: restore.seconds,
        open_s: opened.seconds,
        [`rpo_s_every_${everyMinutes}_minutes`]: lossSeconds,
        rto_s: Math.round(10 * openSeconds) / 10,
        left_the_quiet_copy: quiet.leaks,
        done_after_confirming: quiet.isAwake ? 'mail, charge and webhook' : quiet.awake,
      },
      violations: [...ofTheShop, ...violations],
    })
  } finally {
    await copy.close()
    await opened.result.stop()
  }
}

async function timed<T>(work: () => Promise<T>): Promise<{ result: T; seconds: number }> {
  const began = performance.now()
  const result = await work()
  return { result, seconds: Math.round((performance.now() - began) / 100) / 10 }
}

function shopSettings(world: World, dataFolder: string): Record<string, string> {
  return { BARROW_SECRET: world.secret, BARROW_DATA: dataFolder, DATABASE_URL: world.databaseUrl, LOG_LEVEL: 'warn' }
}

async function openCopy(world: World, place: string, { mailbox }: Outside): Promise<ShopProcess> {
  return startShop({
    dataFolder: place,
    args: ['--empty'],
    port: await freePort(),
    env: {
      BARROW_SECRET: world.secret,
      SANDBOX_BANK_URL: world.bankProcess.baseUrl,
      SMTP_URL: mailbox.smtpUrl,
      LOG_LEVEL: 'warn',
    },
  })
}

/** Orders that were confirmed before the snapshot, and that the copy does not have. */
async function lostOrders(copy: Database, sold: readonly Sold[], madeAt: Date): Promise<number> {
  const before = sold.filter(({ status, toldAt }) => status === 201 && toldAt < madeAt.getTime())
  const there = await copy.rows<{ id: string }>(
    sql`select id from orders where id = any(${before.map(({ orderId }) => orderId)}) and status = 'placed'`,
  )
  return before.length - there.length
}

/** Works in the copy as staff would, and counts what leaves it: before it is confirmed, and after. */
async function tryTheCopy(
  world: World,
  { mailbox, receiver }: Outside,
  of: { copy: Database; shop: ShopProcess; place: string },
) {
  const { orders } = await of.copy.one<{ orders: number }>(
    sql`select count(*) as orders from orders where status = 'placed'`,
  )
  const { id } = await of.copy.one<{ id: string }>(
    sql`select id from orders where status = 'placed' order by number desc limit 1`,
  )
  const atBank = await bankRecordCount(world.bank)
  await shipInCopy(of.shop, id)
  await wait(quietMs)
  const atBankMeanwhile = (await bankRecordCount(world.bank)) - atBank
  const leaks = mailbox.listMails().length + receiver.heard.length + atBankMeanwhile
  await runCommand(['confirm-restored'], { BARROW_SECRET: world.secret, BARROW_DATA: of.place })
  const charged = sql`select count(*) as charged from payments where order_id = ${id} and captured_minor > 0`
  let awake = ''
  for (let waitedMs = 0; waitedMs < 30_000; waitedMs += 250) {
    const captures = (await of.copy.one<{ charged: number }>(charged)).charged
    awake = `${mailbox.listMails().length} mails, ${captures} charged, ${receiver.heard.length} webhooks`
    if (mailbox.listMails().length > 0 && captures === 1 && receiver.heard.length > 0) break
    await wait(250)
  }
  const isAwake = mailbox.listMails().length > 0 && receiver.heard.length > 0 && !awake.includes(' 0 charged')
  return { orders, leaks, isAwake, awake }
}

async function shipInCopy(shop: ShopProcess, orderId: string): Promise<void> {
  const headers = { 'content-type': 'application/json', origin: shop.url }
  const signedIn = await fetch(`${shop.url}/api/auth/sign-in/email`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ email: 'owner@example.com', password: 'correct-horse-battery' }),
  })
  if (!signedIn.ok) throw new Error(`the staff of the copy cannot sign in: ${signedIn.status}`)
  const cookie = signedIn.headers
    .getSetCookie()
    .map((each) => each.split(';', 1)[0])
    .join('; ')
  const sent = await fetch(`${shop.url}/api/admin/orders/${orderId}/fulfillments`, {
    method: 'POST',
    headers: { ...headers, cookie },
    body: '{}',
  })
  if (sent.status !== 201) throw new Error(`an order of the copy cannot be sent: ${sent.status} ${await sent.text()}`)
}
