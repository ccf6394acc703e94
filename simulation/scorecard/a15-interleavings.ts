import type pg from 'pg'
import { type Chance, seededChance } from '../../bench/measuring/seeded-random.ts'
import type { Shop } from '../../server/platform/context.ts'
import { ExpectedError } from '../../server/platform/errors.ts'
import { checkInvariants, type Violation } from './check-invariants.ts'
import { compareWithBank } from './compare-with-bank.ts'
import { openWorld, type World } from './open-world.ts'
import { type RunOptions, ran, type ScorecardTest } from './scorecard-test.ts'
import { countOrders, stepsOf } from './statement-orders.ts'
import { comeToRest, openMonitor, openStepper, type Stepper } from './step-through.ts'
import { type Deed, deeds, type Scene, setScene } from './stock-scene.ts'

const promised = new Set(['I1', 'I2', 'I3', 'I4', 'I5', 'I6'])
/** The short form tries so many orders of each pair of the first five, chosen by the seed; the full form tries all. */
const shortOrders = 2
const shortDeeds = 5

type Play = {
  world: World
  ctx: Shop
  monitor: pg.Client
  first: Stepper
  second: Stepper
  tables: string[]
  newScene(): Promise<Scene>
}

export const test: ScorecardTest = {
  id: 'A15',
  promise:
    'Two people at one item, whatever they do and in whichever order their statements fall, leave books and stock in order.',
  async run(options) {
    const world = await openWorld({ name: 'a15', servers: 0 })
    const closing: (() => Promise<void>)[] = []
    try {
      return await tryAll(await openPlay(world, closing, options), options)
    } finally {
      for (const close of closing) await close()
      await world.close()
    }
  },
}

async function openPlay(world: World, closing: (() => Promise<void>)[], { seed }: RunOptions): Promise<Play> {
  const { pool } = world.ctx.database
  // Nothing here is about a loss of power; and who waits in a circle shall not do so for a second each time.
  await pool.query('alter system set synchronous_commit = off')
  await pool.query(`alter system set deadlock_timeout = '50ms'`)
  await pool.query('select pg_reload_conf()')
  await pool.query(`insert into stock_locations (id, code, name, kind, ships, priority)
    values ('loc_back', 'back', 'Back room', 'warehouse', true, 1)`)
  const { rows: places } = await pool.query<{ id: string }>(`select id from stock_locations where code = 'warehouse'`)
  const { rows: names } = await pool.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`,
  )
  const ctx: Shop = { ...world.ctx, providers: { ...world.ctx.providers, payments: { 'sandbox-bank': world.bank } } }
  const monitor = await openMonitor(world.databaseUrl)
  const [first, second] = [openStepper(ctx, world.databaseUrl), openStepper(ctx, world.databaseUrl)]
  closing.push(
    () => monitor.end(),
    () => first.close(),
    () => second.close(),
  )
  let scenes = 0
  const newScene = () =>
    setScene(ctx, {
      slug: `item-${seed}-${scenes++}`,
      warehouseId: places[0]?.id as string,
      backRoomId: 'loc_back',
      cardToken: () => cardToken(world),
    })
  return { world, ctx, monitor, first, second, tables: names.map(({ name }) => name), newScene }
}

async function cardToken(world: World): Promise<string> {
  const answer = await fetch(`${world.bankProcess.baseUrl}/v1/tokens`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ number: '4242424242424242', expiry: '12/40', cvc: '123' }),
  })
  return ((await answer.json()) as { token: string }).token
}

type Alone = Awaited<ReturnType<Stepper['record']>>

async function tryAll(play: Play, { seed, isShort, say }: RunOptions) {
  const chance = seededChance(seed)
  const totals = { pairs: 0, orders: 0, tried: 0, with_waits: 0, refusals: 0, faults: 0 }
  const violations: Violation[] = []
  const wanted = isShort ? deeds.slice(0, shortDeeds) : deeds
  const alone = new Map<Deed, Alone>()
  for (const deed of wanted) {
    const scene = await play.newScene()
    alone.set(deed, await play.first.record((ctx) => deed.run(ctx, scene), deed.mark))
  }
  for (const [index, one] of wanted.entries())
    for (const other of wanted.slice(index)) {
      const scripts = [alone.get(one) as Alone, alone.get(other) as Alone] as const
      const told = await tryPair(play, { deeds: [one, other], scripts, ...(isShort ? { chance } : {}) })
      totals.pairs++
      totals.orders += told.orders
      totals.tried += told.tried
      totals.with_waits += told.waits
      totals.refusals += told.refusals
      totals.faults += told.faults.length
      const broken = isShort ? [] : await brokenRules(play)
      violations.push(...broken.filter((each) => !violations.some(({ rule }) => rule === each.rule)))
      say(
        `  ${one.name} and ${other.name}: ${told.steps.join(' and ')} steps, ${told.orders} orders come to ${told.tried}` +
          `${isShort ? ' tried' : ''}, ${told.waits} with a wait, ${told.refusals} refusals` +
          `${broken.length > 0 ? `, BROKEN ${broken.map(({ id }) => id)}` : ''}`,
      )
      for (const fault of told.faults.slice(0, 2)) say(`    ${fault}`)
    }
  const left = await brokenRules(play)
  violations.push(...left.filter((each) => !violations.some(({ rule }) => rule === each.rule)))
  violations.push(...(await compareWithBank(play.world.databaseUrl, play.world.bank, { settleMs: 5000 })))
  return ran({ kept: totals.faults === 0, figures: totals, violations })
}

async function brokenRules({ world }: Play): Promise<Violation[]> {
  return (await checkInvariants(world.databaseUrl, { settleMs: 0 })).filter(({ id }) => promised.has(id))
}

/**
 * Tries the orders of the steps of two transactions, each in a scene of its own. Who waits for a lock cannot be the next
 * to make a step, so that orders which ask for that come to the one in which it makes it later: all of those that differ
 * are gone through, the last choice first. With a `chance`, only some.
 */
async function tryPair(
  play: Play,
  of: { deeds: readonly [Deed, Deed]; scripts: readonly [Alone, Alone]; chance?: Chance },
) {
  const [mine, theirs] = of.scripts
  const starts = [
    stepsOf(mine.script, theirs.script, play.tables),
    stepsOf(theirs.script, mine.script, play.tables),
  ] as const
  const orders = countOrders(starts[0].size, starts[1].size)
  const steps = starts.map(({ size }) => size)
  const told = { orders, steps, tried: 0, waits: 0, refusals: 0, faults: [] as string[] }
  for (let order: boolean[] | undefined = []; order; ) {
    const scene = await play.newScene()
    play.first.begin((ctx) => of.deeds[0].run(ctx, scene), { turn: mine.turn, starts: starts[0] })
    play.second.begin((ctx) => of.deeds[1].run(ctx, scene), { turn: theirs.turn, starts: starts[1] })
    const { choices, hasWaited, results } = await stepThrough(play, order, of.chance)
    told.tried++
    if (hasWaited) told.waits++
    for (const result of results) {
      if (result.status === 'fulfilled') continue
      if (result.reason instanceof ExpectedError) told.refusals++
      else told.faults.push(`${choices.map(({ isMine }) => (isMine ? 'a' : 'b')).join('')}: ${result.reason}`)
    }
    order = of.chance ? (told.tried < shortOrders ? [] : undefined) : nextOrder(choices)
  }
  return told
}

type Choice = { isMine: boolean; wasFree: boolean }

/** The order that differs in the last choice that was free and went to the first. */
function nextOrder(choices: readonly Choice[]): boolean[] | undefined {
  const last = choices.findLastIndex(({ isMine, wasFree }) => isMine && wasFree)
  return last === -1 ? undefined : [...choices.slice(0, last).map(({ isMine }) => isMine), false]
}

/** Lets the two on: as this order says, then as chance says, or else the first before the second. */
async function stepThrough(play: Play, order: readonly boolean[], chance?: Chance) {
  const both = [play.first, play.second]
  const choices: Choice[] = []
  let hasWaited = false
  for (;;) {
    if ((await comeToRest(both, play.monitor)) > 0) hasWaited = true
    const [mine, theirs] = both.map(({ place }) => place === 'held')
    if (!mine && !theirs) break
    const wasFree = mine === true && theirs === true
    const wish = order[choices.length] ?? (chance ? chance.below(2) === 0 : true)
    const isMine = wasFree ? wish : mine === true
    choices.push({ isMine, wasFree })
    ;(isMine ? play.first : play.second).letOn()
  }
  return { choices, hasWaited, results: await Promise.all(both.map((stepper) => stepper.finish())) }
}
