import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Chance } from '../../bench/measuring/seeded-random.ts'
import type { Clock } from '../../server/platform/clock.ts'
import { readConfig } from '../../server/platform/config.ts'
import type { Shop } from '../../server/platform/context.ts'
import { createVault } from '../../server/platform/crypto.ts'
import { openDatabase } from '../../server/platform/database.ts'
import { OutageError } from '../../server/platform/errors.ts'
import { createLog } from '../../server/platform/log.ts'
import { createMediaStore } from '../../server/platform/media-store.ts'
import type { NearBank } from './near-bank.ts'
import { scheduledDatabase } from './scheduled-database.ts'
import type { Owner, Scheduler } from './scheduler.ts'
import type { WorldDatabase } from './world-database.ts'

/** What all processes of a world share. */
export type Stage = {
  chance: Chance
  clock: Clock & { moveTo(moment: number): void }
  scheduler: Scheduler
  database: WorldDatabase
  bank: NearBank
  folder: string
  processes: ShopAtPlay[]
  /** Whatever happens elsewhere than in the shop. */
  outsider: Owner
  note(line: string): void
}

/** One process of the shop, as far as it can be told from its operations. It can die at any gate. */
export type ShopAtPlay = Owner & {
  ctx: Shop
  /** What it kept in memory is out of date, as when the database tells it of a change. */
  hear: () => void
  crash(): Promise<void>
  close(): Promise<void>
}

const connectionsMax = 30

/** Opens a process on the world's database, with nothing in its memory. */
export function openProcess(stage: Stage, name: string): ShopAtPlay {
  const { scheduler, database } = stage
  const real = openDatabase({ url: database.url, connectionsMax })
  const pids: number[] = []
  // The pid of a session is what ending it takes; `pg` keeps it where its types do not show it.
  real.pool.on('connect', (client) => pids.push((client as unknown as { processID: number }).processID))
  const hearers: ((change: 'lost') => void)[] = []
  const self: ShopAtPlay = {
    name,
    isDead: false,
    ctx: undefined as unknown as Shop,
    hear: () => hearers.forEach((hear) => hear('lost')),
    async crash() {
      self.isDead = true
      stage.note(`${name} dies`)
      scheduler.mayFree()
      await database.endSessions(pids)
      await scheduler.bury(self)
      real.close().catch(() => {})
    },
    close: () => real.close(),
  }
  const folder = join(stage.folder, 'shop')
  mkdirSync(folder, { recursive: true })
  const config = readConfig({
    BARROW_DATA: folder,
    BARROW_SECRET: 'of a simulated shop: 0123456789 abcdefghijkl',
    BARROW_DEMO: 'no',
    BASE_URL: 'http://shop.example',
    LOG_LEVEL: 'silent',
    MAIL_FROM: 'shop@example.com',
  })
  self.ctx = {
    config,
    clock: {
      now: stage.clock.now,
      wait: (ms) => scheduler.waitUntil(self, stage.clock.now().getTime() + ms, 'wait'),
    },
    database: scheduledDatabase(real, self, scheduler),
    vault: createVault(config.secrets),
    log: createLog('silent'),
    changes: {
      on: (_types, hear) => void hearers.push(hear),
      announce: async (tx) => tx.afterCommit(() => tellEveryone(stage)),
      start: async () => {},
      stop: async () => {},
    },
    mailer: {
      async send() {
        await scheduler.gate(self, 'mail')
        if (stage.chance.next() < stage.bank.trouble) throw new OutageError('the mail server did not take the mail')
      },
      close() {},
    },
    media: createMediaStore(folder),
    providers: { payments: { 'sandbox-bank': stage.bank.clientFor(self) } },
  }
  return self
}

/** Each process hears of changes in its own time. */
function tellEveryone(stage: Stage): void {
  for (const process of stage.processes) stage.scheduler.begin(process, 'hears of changes', async () => process.hear())
}
