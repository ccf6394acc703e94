import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { descendantsOf } from '../../bench/measuring/resident-memory.ts'
import { openShopper, readyCarts } from '../../bench/measuring/shopper.ts'
import { openWorld, type World } from './open-world.ts'
import { type Outcome, type RunOptions, ran, type ScorecardTest } from './scorecard-test.ts'
import { putOnSale } from './small-store.ts'

/** From when the order was asked for until it was confirmed, in seconds since 1970. */
type Window = { asked: number; told: number; status: number }
type Sync = { thread: number; ended: number }

export const test: ScorecardTest = {
  id: 'B06',
  promise: 'No order is confirmed before both the database and the bank have synced it to the disk.',
  async run(options) {
    const missing = whyNoTrace()
    if (missing) return { kind: 'not-run', because: missing }
    const world = await openWorld({ name: 'b06', servers: 1 })
    try {
      return await play(world, options)
    } finally {
      await world.close()
    }
  },
}

async function play(world: World, { seed, isShort, say }: RunOptions): Promise<Outcome> {
  const orders = isShort ? 40 : 200
  const port = world.servers[0]?.port as number
  const variantId = await putOnSale(world.ctx, { slug: `bowl-${seed}`, priceMinor: 2400, stock: orders })
  const carts = await readyCarts(
    port,
    Array.from({ length: orders }, () => [{ variantId, quantity: 1 }]),
  )
  const bankPid = world.bankProcess.pid as number
  const watched = [world.postgres.pid, ...descendantsOf(world.postgres.pid), bankPid]
  const trace = await startTrace(watched, join(world.folder, 'syncs.txt'))
  const shopper = await openShopper(port)
  const windows: Window[] = []
  for (const cart of carts) {
    const asked = now()
    const { status } = await shopper.complete(cart)
    windows.push({ asked, told: now(), status })
  }
  shopper.close()
  const syncs = await trace.stop()
  // strace names threads, and Node syncs files on threads beside its main one.
  const threads = readdirSync(`/proc/${bankPid}/task`).map(Number)
  const ofBank = syncs.filter((sync) => threads.includes(sync.thread))
  const ofDatabase = syncs.filter((sync) => !ofBank.includes(sync))
  const confirmed = windows.filter((window) => window.status >= 200 && window.status < 300)
  const without = (of: Sync[]) => confirmed.filter((window) => !of.some((sync) => isWithin(window, sync))).length
  const figures = {
    orders: confirmed.length,
    database_syncs: ofDatabase.length,
    bank_syncs: ofBank.length,
    confirmed_without_database_sync: without(ofDatabase),
    confirmed_without_bank_sync: without(ofBank),
  }
  say(`  ${orders} orders one after the other, so that each sync belongs to one of them`)
  const kept =
    confirmed.length === orders &&
    figures.confirmed_without_database_sync === 0 &&
    figures.confirmed_without_bank_sync === 0
  return ran({ kept, figures, violations: await world.violations() })
}

function isWithin({ asked, told }: Window, sync: Sync): boolean {
  return sync.ended >= asked && sync.ended <= told
}

function now(): number {
  return (performance.timeOrigin + performance.now()) / 1000
}

function whyNoTrace(): string | undefined {
  const tried = spawnSync('strace', ['-qq', '-e', 'trace=fsync', 'true'])
  if (tried.error) return 'strace is not installed (on Debian: apt-get install strace)'
  return tried.status === 0 ? undefined : `strace may not trace here: ${tried.stderr.toString().trim().split('\n')[0]}`
}

/** Watches every sync of these processes and of what they fork. */
async function startTrace(pids: number[], output: string): Promise<{ stop(): Promise<Sync[]> }> {
  // Only what ended well counts, at the time it ended: the time it began plus what it took (-T). Which ended well is read
  // from the lines: strace's own choice (-z) now and then loses one that another thread interrupted.
  const calls = 'trace=fsync,fdatasync,sync_file_range,msync'
  const words = ['-f', '-T', '-ttt', '-e', calls, '-o', output, ...pids.flatMap((pid) => ['-p', String(pid)])]
  const child = spawn('strace', words, { stdio: ['ignore', 'ignore', 'pipe'] })
  let said = ''
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const attached = () => said.split('\n').filter((line) => line.includes('attached')).length
  for (let waitedMs = 0; attached() < pids.length && waitedMs < 5000 && child.exitCode === null; waitedMs += 50)
    await wait(50)
  if (attached() === 0) throw new Error(`strace could not attach: ${said}`)
  return {
    async stop() {
      const gone = once(child, 'exit')
      child.kill('SIGINT')
      await gone
      return readSyncs(await readFile(output, 'utf8'))
    },
  }
}

/** A line of strace: `1234 1732240000.123456 fdatasync(5) = 0 <0.000321>`; an interrupted one ends in `resumed`. */
function readSyncs(text: string): Sync[] {
  return [...text.matchAll(/^(\d+) +(\d+\.\d+) (?:<\.\.\. )?(?:fsync|fdatasync)\b.* = 0 <(\d+\.\d+)>$/gm)].map(
    ([line, thread, at, took]) => ({
      thread: Number(thread),
      // A resumed line is stamped when it ended, a whole one when it began.
      ended: Number(at) + (line.includes('resumed') ? 0 : Number(took)),
    }),
  )
}
