import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'
import { openShopper, type ReadyCart, readyCarts } from '../../bench/measuring/shopper.ts'
import { createSandboxBankClient } from '../../server/providers/sandbox-bank/client.ts'
import { openTcpProxy, type TcpProxy } from '../faults/tcp-proxy.ts'
import { bankHolds } from './compare-with-bank.ts'
import { openWorld, type World } from './open-world.ts'
import { sideBySide } from './page-payments.ts'
import { type RunOptions, ran, type ScorecardTest } from './scorecard-test.ts'
import { putOnSale } from './small-store.ts'

const badDay = { loseAnswerChance: 0.3, otherAnswerChance: 0.1, stallChance: 0.1, stallMs: 60_000 }
const brokenAnswer = Buffer.from('HTTP/1.1 500 Oh\r\ncontent-length: 2\r\nconnection: close\r\n\r\n{}')
const triesMax = 12

export const test: ScorecardTest = {
  id: 'B05',
  promise:
    'With three answers of the bank in ten lost, one an error and one a minute late, nobody is charged twice; a bank that is silent is left in peace after five calls; nobody waits for it longer than a second to connect and five to answer.',
  async run(options) {
    const world = await openWorld({ name: 'b05', servers: 0 })
    try {
      return await play(world, options)
    } finally {
      await world.close()
    }
  },
}

async function play(world: World, { seed, isShort, say }: RunOptions) {
  const proxy = await openTcpProxy({
    to: { host: '127.0.0.1', port: Number(new URL(world.bankProcess.baseUrl).port) },
    seed,
  })
  const { port } = await world.addServer({ env: { SANDBOX_BANK_URL: `http://127.0.0.1:${proxy.port}` } })
  // What the bank tells by itself would find its way around the bad line.
  await world.bank.controls.setFault({ kind: 'webhook-held' })
  try {
    const timeouts = await proveTimeouts(proxy)
    const count = isShort ? 16 : 200
    const variantId = await putOnSale(world.ctx, { slug: 'kettle', priceMinor: 7900, stock: count + 40 })
    const wishes = Array.from({ length: count + 30 }, () => [{ variantId, quantity: 1 }])
    const carts = await readyCarts(port, wishes, 8)
    const breaker = await tryBreaker(proxy, port, carts.splice(count))
    proxy.set({ ...badDay, otherAnswer: brokenAnswer })
    const told: { status: number; ms: number; tries: number }[] = []
    await sideBySide(carts, 8, async (cart) => void told.push(await buy(port, cart)))
    proxy.set({})
    const { lost, stalled, turns } = proxy.count
    const { doubled, unfinished } = await comesToRest(world)
    const slowest = Math.max(...told.map(({ ms }) => ms))
    const confirmed = told.filter(({ status }) => status === 200 || status === 201).length
    say(
      `  ${confirmed} of ${count} were confirmed at once; ${turns} calls, ${lost} answers lost, ${stalled} a minute late`,
    )
    const isBounded = timeouts.connectMs < 2500 && timeouts.readMs < 8000
    return ran({
      kept: doubled === 0 && unfinished === 0 && isBounded && breaker.isRight,
      figures: {
        checkouts: count,
        confirmed_at_once: confirmed,
        double_charges: doubled,
        unfinished,
        answers_lost: lost,
        answers_stalled: stalled,
        slowest_answer_ms: Math.round(slowest),
        connect_timeout_ms: timeouts.connectMs,
        read_timeout_ms: timeouts.readMs,
        calls_before_breaker_opens: breaker.calls,
        calls_while_open: breaker.whileOpen,
        heard_again_status: breaker.heardAgain,
      },
      violations: await world.violations(),
    })
  } finally {
    await proxy.close()
  }
}

/** "Buy", again under the same cart until there is an answer, as a patient shopper does. */
async function buy(port: number, cart: ReadyCart): Promise<{ status: number; ms: number; tries: number }> {
  let slowest = 0
  for (let tries = 1; ; tries++) {
    const shopper = await openShopper(port)
    const began = performance.now()
    const { status } = await shopper.complete(cart)
    slowest = Math.max(slowest, performance.now() - began)
    shopper.close()
    if (status < 500 || tries === triesMax) return { status, ms: slowest, tries }
    await wait(1500)
  }
}

/** Five calls into the void open the breaker; then nobody calls; after its rest one call is let through and heard. */
async function tryBreaker(proxy: TcpProxy, port: number, carts: ReadyCart[]) {
  proxy.cut()
  proxy.set({ resetChance: 1 })
  let opened = 0
  for (const cart of carts.slice(0, 8)) {
    const calls = proxy.count.resets
    await completeOnce(port, cart)
    if (proxy.count.resets === calls) break
    opened++
  }
  const calls = proxy.count.resets
  const shoppers = carts.slice(8, 24)
  await sideBySide(shoppers, 8, async (cart) => void (await completeOnce(port, cart)))
  const whileOpen = proxy.count.resets - calls
  proxy.set({})
  // Its rest is ten seconds.
  let heardAgain = 0
  for (let tries = 0; tries < 30 && heardAgain !== 201; tries++) {
    await wait(1000)
    heardAgain = await completeOnce(port, carts[24] as ReadyCart)
    if (heardAgain === 200) heardAgain = 201
  }
  return { calls: opened, whileOpen, heardAgain, isRight: opened <= 5 && whileOpen <= 1 && heardAgain === 201 }
}

async function completeOnce(port: number, cart: ReadyCart): Promise<number> {
  const shopper = await openShopper(port)
  const { status } = await shopper.complete(cart)
  shopper.close()
  return status
}

/** The shop's own client at a door that nobody opens, and at one behind which nobody speaks. */
async function proveTimeouts(proxy: TcpProxy): Promise<{ connectMs: number; readMs: number }> {
  const timed = async (baseUrl: string, reason: string) => {
    const client = createSandboxBankClient({ baseUrl, secret: 'none' })
    const began = performance.now()
    const answer = await client.findByKey('nothing')
    client.close()
    const ms = Math.round(performance.now() - began)
    return answer.kind === 'unknown' && answer.reason === reason ? ms : Number.POSITIVE_INFINITY
  }
  proxy.set({ stallChance: 1, stallMs: 60_000 })
  const readMs = await timed(`http://127.0.0.1:${proxy.port}`, 'timeout')
  proxy.set({})
  const door = await openStuckDoor()
  try {
    return { readMs, connectMs: await timed(`http://127.0.0.1:${door.port}`, 'unreachable') }
  } finally {
    door.close()
  }
}

/** A process that listens and has been stopped: once its queue is full, nobody gets as far as being connected. */
async function openStuckDoor(): Promise<{ port: number; close(): void }> {
  const program = `const s = require('net').createServer(); s.listen({ port: 0, host: '127.0.0.1', backlog: 1 }, () => console.log(s.address().port))`
  const child = spawn(process.execPath, ['-e', program], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [line] = await once(createInterface({ input: child.stdout }), 'line')
  const port = Number(line)
  child.kill('SIGSTOP')
  const waiting: Socket[] = []
  for (let n = 0; n < 4; n++) waiting.push(connect(port, '127.0.0.1').on('error', () => {}))
  await wait(300)
  return {
    port,
    close() {
      for (const socket of waiting) socket.destroy()
      child.kill('SIGKILL')
    },
  }
}

/** Waits until no order waits for the bank's word any more, and counts who was charged twice. */
async function comesToRest(world: World): Promise<{ doubled: number; unfinished: number }> {
  let unfinished = -1
  for (let seconds = 0; seconds < 150; seconds++) {
    const { rows } = await world.ctx.database.pool.query<{ open: number }>(
      `select count(*)::int as open from orders where status = 'awaiting-payment'`,
    )
    unfinished = rows[0]?.open ?? 0
    if (unfinished === 0) break
    await wait(1000)
  }
  const holds = (await bankHolds(world.bank)).filter((hold) => !hold.isVoided)
  const { rows } = await world.ctx.database.pool.query<{ id: string; cartId: string }>(
    `select id, cart_id as "cartId" from orders where status <> 'declined'`,
  )
  const cartOf = new Map(rows.map(({ id, cartId }) => [id, cartId]))
  const charged = new Map<string, number>()
  for (const { reference } of holds) {
    const cart = cartOf.get(reference) ?? reference
    charged.set(cart, (charged.get(cart) ?? 0) + 1)
  }
  return { doubled: [...charged.values()].filter((times) => times > 1).length, unfinished }
}
