import { AsyncLocalStorage } from 'node:async_hooks'
import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises'
import type { Chance } from '../../bench/measuring/seeded-random.ts'

/** Who can die: a process of the shop. What waits on behalf of a dead one waits for ever. */
export type Owner = { readonly name: string; isDead: boolean }

/**
 * Lets one thing happen at a time, in an order drawn from the seed. Whatever runs stops at every gate (before each
 * statement, each commit, each call to the bank) until it is its turn, so that any two things meet in any order, and
 * the same seed makes them meet in the same one.
 */
export type Scheduler = {
  /** Begins something of its own. It runs as its turns come; `ended` hears of it. */
  begin(owner: Owner, name: string, work: () => Promise<void>): void
  gate(owner: Owner, label: string): Promise<void>
  /** Does something outside this process (a statement) when it is its turn. */
  outside<T>(owner: Owner, label: string, work: () => Promise<T>): Promise<T>
  /** Says that something outside has begun, and that it has ended, where one function does not hold both. */
  enter(): void
  leave(): void
  /** Says that locks in the database may have come free. */
  mayFree(): void
  waitUntil(owner: Owner, moment: number, label: string): Promise<void>
  /** Gives one waiting turn; false when nothing waits. With only sleepers left, time moves on to the first of them. */
  step(): Promise<boolean>
  /** How many things have begun and not ended. */
  running(): number
  /** What the dead were in the middle of is given up. */
  bury(owner: Owner): Promise<void>
  /** Waits until whatever had its turn has come to its next gate. */
  settle(): Promise<void>
  turns(): number
}

export type World = {
  chance: Chance
  now(): number
  moveTo(moment: number): void
  note(line: string): void
  /** How many statements wait for a lock that another one holds. */
  blocked(): Promise<number>
}

type Waiting = { owner: Owner; label: string; act: number; place: number; due: number; go: () => void }
type Act = { number: number; owner: Owner; gates: number }

/** Longer than PostgreSQL waits before it looks for a deadlock here, so that always the same one is found guilty. */
const deadlockLookMs = 12
/** After so long it is asked whether a statement waits for a lock. */
const patienceMs = 2

/** Makes one. */
export function createScheduler(world: World): Scheduler {
  const acts = new AsyncLocalStorage<Act>()
  const open = new Set<Act>()
  let waiting: Waiting[] = []
  let acted = 0
  let turns = 0
  let outsideNow = 0
  let blockedNow = 0
  let blockings = 0
  let freed = false
  let changed = () => {}

  const parkUntil = (owner: Owner, due: number, label: string) =>
    new Promise<void>((go) => {
      const act = acts.getStore()
      if (act) act.gates++
      if (!owner.isDead) waiting.push({ owner, label, act: act?.number ?? 0, place: act?.gates ?? 0, due, go })
    })
  const enter = () => void outsideNow++
  const leave = () => {
    outsideNow--
    changed()
  }

  async function outside<T>(owner: Owner, label: string, work: () => Promise<T>): Promise<T> {
    await parkUntil(owner, 0, label)
    const before = blockings
    enter()
    try {
      return await work()
    } finally {
      leave()
      // Two that waited for one lock come free in the same moment: which of them goes on first is drawn, too.
      if (blockings !== before) await parkUntil(owner, 0, `${label} (woken)`)
    }
  }

  /** Answers true when nothing outside has ended for longer than a statement takes that waits for no lock. */
  const somethingEnds = () =>
    new Promise<boolean>((resolve) => {
      const timer = setTimeout(() => {
        changed = () => {}
        resolve(true)
      }, patienceMs)
      changed = () => {
        changed = () => {}
        clearTimeout(timer)
        resolve(false)
      }
    })

  async function settle(): Promise<void> {
    await nextTurn()
    let calm = 0
    while (outsideNow > 0) {
      if (outsideNow === blockedNow && !freed) return
      const isOver = await somethingEnds()
      await nextTurn()
      if (!isOver || outsideNow === 0) continue
      calm = (await world.blocked()) === outsideNow ? calm + 1 : 0
      if (calm < 2) continue
      if (outsideNow > blockedNow) await pause(deadlockLookMs)
      if ((await world.blocked()) !== outsideNow) continue
      blockedNow = outsideNow
      blockings++
      break
    }
    blockedNow = Math.min(blockedNow, outsideNow)
    freed = false
  }

  async function step(): Promise<boolean> {
    let ready = waiting.filter(({ due }) => due <= world.now())
    if (ready.length === 0 && waiting.length > 0) {
      world.moveTo(Math.min(...waiting.map(({ due }) => due)))
      ready = waiting.filter(({ due }) => due <= world.now())
    }
    if (ready.length === 0) return false
    ready.sort((one, other) => one.act - other.act || one.place - other.place)
    const next = world.chance.pick(ready)
    waiting.splice(waiting.indexOf(next), 1)
    turns++
    world.moveTo(world.now() + 1 + world.chance.below(4))
    world.note(`${next.owner.name} ${next.act}.${next.place} ${next.label}`)
    next.go()
    await settle()
    return true
  }

  return {
    begin(owner, name, work) {
      const act: Act = { number: ++acted, owner, gates: 0 }
      open.add(act)
      world.note(`${owner.name} begins ${act.number} ${name}`)
      acts
        .run(act, async () => {
          await parkUntil(owner, 0, name)
          await work()
        })
        .finally(() => open.delete(act))
        // An act tells its own failures; what comes this far is a flaw of the simulation.
        .catch((error: unknown) => queueMicrotask(() => Promise.reject(error)))
    },
    gate: (owner, label) => parkUntil(owner, 0, label),
    outside,
    enter,
    leave,
    mayFree: () => void (freed = true),
    waitUntil: (owner, moment, label) => parkUntil(owner, moment, label),
    step,
    running: () => open.size,
    async bury(owner) {
      await settle()
      waiting = waiting.filter((each) => each.owner !== owner)
      for (const act of open) if (act.owner === owner) open.delete(act)
    },
    settle,
    turns: () => turns,
  }
}
