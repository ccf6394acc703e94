import { setTimeout as wait } from 'node:timers/promises'
import { openShopper, readyCarts } from '../../bench/measuring/shopper.ts'
import { openWorld, type World } from './open-world.ts'
import {
  goodForm,
  messagesAbout,
  orderOnPage,
  type PageOrder,
  poorForm,
  sendForm,
  sideBySide,
} from './page-payments.ts'
import { type RunOptions, ran, type ScorecardTest } from './scorecard-test.ts'
import { putOnSale } from './small-store.ts'

export const test: ScorecardTest = {
  id: 'A11',
  promise:
    'Six messages about a payment, in each of their 720 orders, come to the same: what they say together, not who spoke first. A canceled payment never completes a cart.',
  async run(options) {
    const world = await openWorld({ name: 'a11', servers: 1 })
    try {
      return await play(world, options)
    } finally {
      await world.close()
    }
  },
}

/** A story at the bank: each step makes one message. Whatever is told, nothing has happened yet that comes after it. */
type Story = { name: string; steps: ((world: World, order: PageOrder) => Promise<unknown>)[]; end: string }

const asksForCode = { ...goodForm, number: '4000000000003220' }

/** Declined once, paid, captured and partly refunded at the bank's own desk, charged back, won. */
const paid: Story = {
  name: 'paid',
  steps: [
    (world, order) => sendForm(world, order.pageUrl, poorForm),
    (world, order) => sendForm(world, order.pageUrl, goodForm),
    async (world, order) =>
      world.bank.capture({
        authorizationId: await authorizationOf(world, order),
        amountMinor: 3000,
        key: `desk-${order.orderId}`,
      }),
    async (world, order) =>
      world.bank.refund({
        captureId: await captureOf(world, order),
        amountMinor: 1000,
        key: `desk-r-${order.orderId}`,
      }),
    async (world, order) =>
      world.bank.controls.openDispute({ captureId: await captureOf(world, order), key: `desk-d-${order.orderId}` }),
    async (world, order) =>
      world.bank.controls.closeDispute({
        disputeId: await disputeOf(world, order),
        outcome: 'won',
        key: `desk-w-${order.orderId}`,
      }),
  ],
  end: 'order placed, payment captured 3000 refunded 1000, dispute won, stock 1 committed',
}

/** Declined twice, asked for a code, refused; asked again, and the page is left: nothing was ever paid. */
const canceled: Story = {
  name: 'canceled',
  steps: [
    (world, order) => sendForm(world, order.pageUrl, poorForm),
    (world, order) => sendForm(world, order.pageUrl, { ...goodForm, number: '4000000000000002' }),
    (world, order) => sendForm(world, order.pageUrl, asksForCode),
    async (world, order) => sendForm(world, await questionOf(world, order), { action: 'refuse' }),
    (world, order) => sendForm(world, order.pageUrl, { ...goodForm, number: '4000000000009979' }),
    (world, order) => sendForm(world, `${order.pageUrl}/cancel`, {}),
  ],
  end: 'order declined, payment declined 0 refunded 0, dispute none, stock 0 committed',
}

async function play(world: World, { isShort, say }: RunOptions) {
  const every = permutations([0, 1, 2, 3, 4, 5])
  const chosen = isShort ? every.filter((_, n) => n % 24 === 5) : every
  await world.bank.controls.setFault({ kind: 'webhook-held' })
  const figures: Record<string, number> = { permutations: chosen.length }
  let wrong = 0
  for (const story of [paid, canceled]) {
    const variantId = await putOnSale(world.ctx, { slug: story.name, priceMinor: 4000, stock: chosen.length })
    const ends = new Map<string, number>()
    const refused: number[] = []
    await sideBySide(chosen, 8, async (permutation) => {
      const order = await tell(world, { story, permutation, variantId, refused })
      const end = await endOf(world, order.orderId)
      ends.set(end, (ends.get(end) ?? 0) + 1)
      if (end !== story.end && wrong++ < 5) say(`  ${story.name} ${permutation.join('')}: ${end}`)
    })
    figures[`orders_${story.name}`] = chosen.length
    figures[`ends_${story.name}`] = ends.size
    figures[`messages_refused_${story.name}`] = refused.length
    wrong += refused.length
  }
  // What the shop has never heard of is heard and left alone.
  const unknown = await toldUnknown(world)
  return ran({
    kept: wrong === 0 && unknown === 200,
    figures: { ...figures, wrong, unknown_type_answered: unknown },
    violations: await world.violations(),
  })
}

/** Lets the story go on as far as each message needs, and tells that one: the first at once, others long after. */
async function tell(
  world: World,
  of: { story: Story; permutation: number[]; variantId: string; refused: number[] },
): Promise<PageOrder> {
  const port = world.servers[0]?.port as number
  const [cart] = await readyCarts(port, [[{ variantId: of.variantId, quantity: 1 }]], 1)
  const shopper = await openShopper(port)
  try {
    if (!cart) throw new Error('no cart')
    const order = await orderOnPage(shopper, cart)
    let happened = 0
    for (const step of of.permutation) {
      for (; happened <= step; happened++) await of.story.steps[happened]?.(world, order)
      const message = (await messagesAbout(world, order.orderId))[step]
      const told = message ? await world.bank.controls.sendWebhook(message.n) : undefined
      const status = told?.kind === 'answered' ? (told.answers[0] ?? 0) : 0
      if (status !== 200) of.refused.push(status)
    }
    return order
  } finally {
    shopper.close()
  }
}

async function endOf(world: World, orderId: string): Promise<string> {
  const { rows } = await world.ctx.database.pool.query<{ end: string }>(
    `select 'order ' || o.status || ', payment ' || p.status || ' ' || p.captured_minor || ' refunded ' || p.refunded_minor
       || ', dispute ' || coalesce((select string_agg(status, ' ') from payment_disputes d where d.payment_id = p.id), 'none')
       || ', stock ' || (select coalesce(sum(quantity), 0) from reservations r
         where r.order_id = o.id and r.status = 'committed') || ' committed' as end
     from orders o join payments p on p.order_id = o.id where o.id = $1`,
    [orderId],
  )
  return rows.map(({ end }) => end).join(' and ')
}

async function toldUnknown(world: World): Promise<number> {
  await fetch(`${world.bankProcess.baseUrl}/sandbox-bank/inside/webhooks`, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ action: 'test' }),
  })
  for (let tries = 0; tries < 50; tries++) {
    const message = (await messagesAbout(world, '')).at(-1)
    const told = message ? await world.bank.controls.sendWebhook(message.n) : undefined
    if (told?.kind === 'answered') return told.answers[0] ?? 0
    await wait(50)
  }
  return 0
}

async function authorizationOf(world: World, { pageId }: PageOrder): Promise<string> {
  const page = await world.bank.getPaymentPage(pageId)
  return (page.kind === 'answered' && page.authorization?.id) || ''
}

async function historyOf(world: World, order: PageOrder) {
  const history = await world.bank.getHistory(await authorizationOf(world, order))
  if (history.kind !== 'answered') throw new Error(`the bank has no history of ${order.orderId}`)
  return history
}

const captureOf = async (world: World, order: PageOrder) => (await historyOf(world, order)).captures[0]?.id ?? ''
const disputeOf = async (world: World, order: PageOrder) => (await historyOf(world, order)).disputes[0]?.id ?? ''

async function questionOf(world: World, order: PageOrder): Promise<string> {
  const told = (await messagesAbout(world, order.orderId)).find(({ type }) => type === 'payment.action-required')
  const { authorizationId = '' } =
    (told as { body?: { data: { authorizationId?: string } } } | undefined)?.body?.data ?? {}
  return `/sandbox-bank/challenge/${authorizationId}`
}

function permutations(things: number[]): number[][] {
  if (things.length < 2) return [things]
  return things.flatMap((thing, at) => permutations(things.toSpliced(at, 1)).map((rest) => [thing, ...rest]))
}
