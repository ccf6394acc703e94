import { join } from 'node:path'
import { openShopper, readyCarts } from '../../bench/measuring/shopper.ts'
import { capturePayment, paymentsOfOrder } from '../../server/commerce/payments/index.ts'
import { readConfig } from '../../server/platform/config.ts'
import type { Shop } from '../../server/platform/context.ts'
import { openShop } from '../../server/platform/open-shop.ts'
import { bankMoved } from './compare-with-bank.ts'
import { openWorld, type World } from './open-world.ts'
import { type RunOptions, ran, type ScorecardTest } from './scorecard-test.ts'
import { putOnSale } from './small-store.ts'

const authorizedMinor = 100_00
const deliveryMinor = 490
const captures = 20
const eachMinor = 30_00

export const test: ScorecardTest = {
  id: 'A07',
  promise:
    'Of 20 captures of 30.00 at once, an authorisation of 100.00 takes three; the fourth would be more than it holds.',
  async run(options) {
    const world = await openWorld({ name: 'a07', servers: 1 })
    const offices = await Promise.all([openOffice(world, 1), openOffice(world, 2)])
    try {
      return await play(world, offices, options)
    } finally {
      for (const office of offices) await office.close()
      await world.close()
    }
  },
}

async function play(world: World, offices: { ctx: Shop }[], { seed, isShort, say }: RunOptions) {
  const rounds = isShort ? 2 : 20
  const totals = { accepted: 0, refused: 0, otherAnswers: 0, wrongRounds: 0 }
  for (let round = 0; round < rounds; round++) {
    const { orderId, paymentId } = await authorizedOrder(world, `bowl-${seed + round}`)
    const answers = await Promise.allSettled(
      Array.from({ length: captures }, (_, index) =>
        capturePayment((offices[index % offices.length] as { ctx: Shop }).ctx, {
          paymentId,
          amountMinor: eachMinor,
          reference: `parcel-${index}`,
        }),
      ),
    )
    const accepted = answers.filter(({ status }) => status === 'fulfilled').length
    const reasons = answers.flatMap((answer) => (answer.status === 'rejected' ? [codeOf(answer.reason)] : []))
    const refused = reasons.filter((code) => code === 'payments.too-much').length
    const [payment] = await paymentsOfOrder(world.ctx, orderId)
    const theirs = await bankMoved(world.bank, orderId)
    const isRight = accepted === 3 && payment?.capturedMinor === 3 * eachMinor && theirs.capturedMinor === 3 * eachMinor
    totals.accepted += accepted
    totals.refused += refused
    totals.otherAnswers += reasons.length - refused
    if (!isRight) totals.wrongRounds++
    say(
      `  seed ${seed + round}: ${accepted} captures of 30.00; ${(payment?.capturedMinor ?? 0) / 100} in our books, ` +
        `${theirs.capturedMinor / 100} at the bank`,
    )
    for (const odd of reasons.filter((code) => code !== 'payments.too-much').slice(0, 3)) say(`    ${odd}`)
  }
  return ran({
    kept: totals.wrongRounds === 0 && totals.otherAnswers === 0,
    figures: { rounds, ...totals },
    violations: await world.violations(),
  })
}

/** A placed order whose card holds 100.00. */
async function authorizedOrder(world: World, slug: string) {
  const variantId = await putOnSale(world.ctx, { slug, priceMinor: authorizedMinor - deliveryMinor, stock: 1 })
  const port = world.servers[0]?.port as number
  const [cart] = await readyCarts(port, [[{ variantId, quantity: 1 }]])
  if (!cart) throw new Error('no cart')
  const shopper = await openShopper(port)
  const { body } = await shopper.complete(cart)
  shopper.close()
  const orderId = body.order.id as string
  const [payment] = await paymentsOfOrder(world.ctx, orderId)
  if (payment?.authorizedMinor !== authorizedMinor) throw new Error(`order ${orderId} was not authorised`)
  return { orderId, paymentId: payment.id }
}

/** A shop of its own on the world's database and bank, as a second process would be. */
async function openOffice(world: World, number: number) {
  const config = readConfig({
    BARROW_DATA: join(world.folder, `capturing-${number}`),
    BARROW_SECRET: world.secret,
    BARROW_DEMO: 'no',
    DATABASE_CONNECTIONS_MAX: '8',
    LOG_LEVEL: 'silent',
  })
  const providers = { payments: { 'sandbox-bank': world.bank } }
  return openShop({ config, databaseUrl: world.databaseUrl, providers, smtpUrl: 'smtp://127.0.0.1:1' })
}

function codeOf(reason: unknown): string {
  return typeof reason === 'object' && reason !== null && 'code' in reason ? String(reason.code) : String(reason)
}
