import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type NetConnectOpts, type Socket } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { type Chance, seededChance } from '../../bench/measuring/seeded-random.ts'

/**
 * What goes wrong on the way. A turn is a question and its answer: bytes of the client that follow bytes of the server.
 * Chances are from 0 to 1, and are drawn once for each turn, in the order of the turns.
 */
export type Faults = {
  /** Every answer comes so much later. */
  latencyMs?: number
  /** Nothing passes in either direction, and nobody is told; what was sent meanwhile arrives when this ends. */
  isBlackHole?: boolean
  /** Nobody new gets through: their lines are reset. */
  isRefusing?: boolean
  /** The line is reset before the question arrives. */
  resetChance?: number
  /** The question arrives and has its effect, but the line is reset in the place of the answer. */
  loseAnswerChance?: number
  /** The question arrives, and the answer is these bytes, whatever the server said; then the line ends. */
  otherAnswerChance?: number
  otherAnswer?: Buffer
  /** The answer is held for so long. */
  stallChance?: number
  stallMs?: number
}

/** What was done so far. */
export type FaultCount = { lines: number; turns: number; resets: number; lost: number; stalled: number }

/** Stands before a server (a database, a bank) and breaks the lines to it. */
export type TcpProxy = {
  readonly port: number
  readonly count: Readonly<FaultCount>
  /** From now on, for open lines too; what is not said goes well. */
  set(faults: Faults): void
  /** Resets every open line at once, and answers how many there were. */
  cut(): number
  /** The server's side of every open line is gone and the client is not told, as after a power cut over there. */
  halfOpen(): number
  close(): Promise<void>
}

type Line = { client: Socket; server: Socket; fate: Fate; isAnswering: boolean; isHalfOpen: boolean }
type Fate = 'well' | 'reset' | 'lost' | 'other' | 'stalled'

/** Opens a proxy on a free port of the loopback address. The same seed and the same turns break the same ones. */
export async function openTcpProxy(options: { to: NetConnectOpts; seed?: number }): Promise<TcpProxy> {
  const chance = seededChance(options.seed ?? 1)
  const count: FaultCount = { lines: 0, turns: 0, resets: 0, lost: 0, stalled: 0 }
  const lines = new Set<Line>()
  let faults: Faults = {}
  const end = (line: Line) => {
    lines.delete(line)
    if (!line.client.destroyed) line.client.resetAndDestroy()
    line.server.destroy()
  }
  const throughBlackHole = async () => {
    while (faults.isBlackHole) await wait(10)
  }
  const question = async (line: Line, bytes: Buffer) => {
    await throughBlackHole()
    if (line.isHalfOpen) return
    if (line.isAnswering) {
      line.isAnswering = false
      line.fate = fateOf(faults, chance)
      count.turns++
    }
    if (line.fate === 'reset') {
      count.resets++
      end(line)
    } else line.server.write(bytes)
  }
  const answer = async (line: Line, bytes: Buffer) => {
    const isFirst = !line.isAnswering
    line.isAnswering = true
    if (line.fate === 'lost' || line.fate === 'other') {
      if (isFirst) count.lost++
      if (line.fate === 'lost') return end(line)
      line.server.destroy()
      return void line.client.end(faults.otherAnswer ?? Buffer.alloc(0))
    }
    if (faults.latencyMs) await wait(faults.latencyMs)
    if (line.fate === 'stalled' && isFirst) {
      count.stalled++
      await wait(faults.stallMs ?? 0)
    }
    await throughBlackHole()
    if (!line.client.destroyed && !line.isHalfOpen) line.client.write(bytes)
  }
  const listener = createServer((client) => {
    if (faults.isRefusing) return void client.resetAndDestroy()
    count.lines++
    const line: Line = { client, server: connect(options.to), fate: 'well', isAnswering: true, isHalfOpen: false }
    lines.add(line)
    carry(client, (bytes) => question(line, bytes))
    carry(line.server, (bytes) => answer(line, bytes))
    client.once('close', () => end(line))
    line.server.once('close', () => {
      // An answer of ours may still be on its way to the client; a half-open line looks as if nothing had happened.
      if (!line.isHalfOpen && line.fate !== 'other') end(line)
    })
  })
  listener.listen(0, '127.0.0.1')
  await once(listener, 'listening')
  return {
    port: (listener.address() as AddressInfo).port,
    count,
    set: (wanted) => {
      faults = wanted
    },
    cut: () => countedOf(lines, end),
    halfOpen: () =>
      countedOf(lines, (line) => {
        line.isHalfOpen = true
        line.server.destroy()
      }),
    async close() {
      faults = {}
      countedOf(lines, end)
      listener.close()
      await once(listener, 'close')
    },
  }
}

function fateOf(faults: Faults, chance: Chance): Fate {
  let drawn = chance.next()
  const fates = { reset: faults.resetChance, lost: faults.loseAnswerChance, other: faults.otherAnswerChance }
  for (const [fate, share] of Object.entries({ ...fates, stalled: faults.stallChance })) {
    drawn -= share ?? 0
    if (drawn < 0) return fate as Fate
  }
  return 'well'
}

/** Hands over what a side says piece by piece, in order, however long each takes. */
function carry(from: Socket, hand: (bytes: Buffer) => Promise<void>): void {
  let before = Promise.resolve()
  from.setNoDelay(true)
  from.on('error', () => {})
  from.on('data', (bytes: Buffer) => {
    before = before.then(() => hand(bytes))
  })
}

function countedOf(lines: Set<Line>, each: (line: Line) => void): number {
  const open = [...lines]
  for (const line of open) each(line)
  return open.length
}

/** Where the PostgreSQL of this URL listens: its socket folder, or its host and port. */
export function addressOf(databaseUrl: string): NetConnectOpts {
  const url = new URL(databaseUrl)
  const folder = url.searchParams.get('host')
  const port = Number(url.searchParams.get('port') ?? (url.port || 5432))
  return folder ? { path: `${folder}/.s.PGSQL.${port}` } : { host: url.hostname, port }
}

/** The same database as reached through a proxy. */
export function throughProxy(databaseUrl: string, proxy: Pick<TcpProxy, 'port'>): string {
  const url = new URL(databaseUrl)
  url.searchParams.delete('host')
  url.searchParams.delete('port')
  url.host = `127.0.0.1:${proxy.port}`
  return url.href
}
