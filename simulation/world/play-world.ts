import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { seededChance } from '../../bench/measuring/seeded-random.ts'
import { listeners } from '../../server/app.ts'
import { sweepOrders } from '../../server/commerce/checkout/index.ts'
import { deliverDue } from '../../server/platform/event-dispatcher.ts'
import { checkInvariants, type Violation } from '../scorecard/check-invariants.ts'
import { compareWithBank } from '../scorecard/compare-with-bank.ts'
import { openNearBank } from './near-bank.ts'
import { anyProcess, begin, type Play } from './play.ts'
import { createScheduler } from './scheduler.ts'
import { seedIds } from './seeded-ids.ts'
import { setUpWorld } from './set-up-world.ts'
import { settleWorld } from './settle-world.ts'
import { arrive, goOn } from './shopper-acts.ts'
import { cancel, carry, changePrice, deliver, moveStock, refund, ship } from './staff-acts.ts'
import { openProcess, type Stage } from './stage.ts'
import { copyTemplate, type Ground } from './world-database.ts'

/** What came of one world. The same seed and number of events give the same `trace`. */
export type Played = {
  seed: number
  /** SHA-256 of all that happened, turn by turn. */
  trace: string
  events: number
  turns: number
  orders: number
  crashes: number
  violations: Violation[]
  counts: Record<string, number>
}

/** Where it is there, files in memory: whether a disk syncs is another test's question (B06). */
const memory = '/dev/shm'
const opensAt = Date.UTC(2026, 2, 2, 10)
const begunMax = 8
const shoppersMax = 14

/** Plays a world of so many events on a database of its own, lets it come to rest, and checks its books. */
export async function playWorld(
  ground: Ground,
  options: { seed: number; events: number; say?: (line: string) => void },
): Promise<Played> {
  const { seed, events } = options
  const folder = mkdtempSync(join(existsSync(memory) ? memory : tmpdir(), 'barrow-world-'))
  const hash = createHash('sha256')
  const note = (line: string) => {
    hash.update(`${line}\n`)
    options.say?.(line)
  }
  const { stage, close } = await openStage(ground, { seed, folder, note })
  try {
    const play = await setUpWorld(stage)
    let crashes = 0
    for (let count = 0; count < events; count++) if (await nextEvent(play)) crashes++
    const restless = await settleWorld(play)
    await play.eyes.close()
    const violations = [
      ...restless,
      ...(await checkInvariants(stage.database.url, { settleMs: 0 })),
      ...(await compareWithBank(stage.database.url, stage.bank.directClient(), { settleMs: 0 })),
    ]
    const { counts } = play
    const orders = new Set(play.told.map(({ orderId }) => orderId)).size
    const trace = hash.digest('hex')
    return { seed, trace, events, turns: stage.scheduler.turns(), orders, crashes, violations, counts }
  } finally {
    await close()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function openStage(ground: Ground, of: { seed: number; folder: string; note: (line: string) => void }) {
  const chance = seededChance(of.seed)
  let now = opensAt
  const database = await copyTemplate(ground, `world_${process.pid}_${of.seed}`)
  const moveTo = (moment: number) => {
    now = Math.max(now, moment)
  }
  const scheduler = createScheduler({ chance, now: () => now, moveTo, note: of.note, blocked: database.blocked })
  const ids = seedIds(() => now)
  const bank = openNearBank({ folder: of.folder, chance, scheduler, now: () => now, newId: ids.named })
  const stage: Stage = {
    chance,
    clock: { now: () => new Date(now), wait: async () => {}, moveTo },
    scheduler,
    database,
    bank,
    folder: of.folder,
    processes: [],
    outsider: { name: 'outside', isDead: false },
    note: of.note,
  }
  stage.processes.push(openProcess(stage, 'one'), openProcess(stage, 'two'))
  const close = async () => {
    ids.end()
    for (const process of stage.processes) process.close().catch(() => {})
    await bank.close()
    await database.drop()
  }
  return { stage, close }
}

/** One thing happens, and what had begun before goes on for a while. Answers true when a process died. */
async function nextEvent(play: Play): Promise<boolean> {
  const { chance, scheduler, clock } = play.stage
  clock.moveTo(clock.now().getTime() + chance.below(8000))
  const what = chance.next()
  if (what < 0.015) {
    await crash(play)
    return true
  }
  if (what < 0.035) jump(play)
  else if (what < 0.05) play.stage.bank.trouble = chance.pick([0, 0.1, 0.3, 0.6])
  else if (what < 0.09) sweep(play)
  else if (what < 0.15) handOut(play)
  else if (what < 0.24) await ship(play)
  else if (what < 0.27) await deliver(play)
  else if (what < 0.31) await refund(play)
  else if (what < 0.35) moveStock(play)
  else if (what < 0.38) await carry(play)
  else if (what < 0.4) changePrice(play)
  else if (what < 0.43) await cancel(play)
  else shop(play)
  const turns = chance.next() < 0.3 ? 60 : chance.below(10)
  for (let count = 0; count < turns || scheduler.running() > begunMax; count++) if (!(await scheduler.step())) break
  return false
}

function shop(play: Play): void {
  const { chance } = play.stage
  const free = play.shoppers.filter((shopper) => shopper.busyWith.length === 0 && (shopper.page || !shopper.orderId))
  if (free.length > 0 && (free.length >= shoppersMax || chance.next() < 0.8)) {
    const shopper = chance.pick(free)
    // Whoever has nothing more to do here has left.
    if (!goOn(play, shopper)) play.shoppers = play.shoppers.filter((each) => each !== shopper || !shopper.orderId)
  } else arrive(play)
}

/** Whatever a process was in the middle of is lost with it; its shoppers see a page that does not load. */
async function crash(play: Play): Promise<void> {
  const { stage } = play
  const dying = anyProcess(play)
  await dying.crash()
  for (const shopper of play.shoppers) shopper.busyWith = shopper.busyWith.filter((at) => at !== dying)
  const fresh = openProcess(stage, dying.name)
  stage.processes[stage.processes.indexOf(dying)] = fresh
  begin(play, fresh, 'sweeps at its start', async () => {
    await sweepOrders(fresh.ctx)
    return 'swept'
  })
}

function sweep(play: Play): void {
  const at = anyProcess(play)
  begin(play, at, 'sweeps', async () => {
    await sweepOrders(at.ctx)
    return 'swept'
  })
}

function handOut(play: Play): void {
  const at = anyProcess(play)
  begin(play, at, 'hands out', async () => {
    await deliverDue(at.ctx, listeners)
    return 'done'
  })
}

/** The clock goes on while nobody looks: holds run out, and what was begun goes on in another hour. */
function jump(play: Play): void {
  const { chance, clock } = play.stage
  const minutes = chance.pick([1, 5, 16, 16, 60])
  play.stage.note(`${minutes} minutes pass`)
  clock.moveTo(clock.now().getTime() + minutes * 60_000)
}
