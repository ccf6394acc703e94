import pg from 'pg'
import { wrongBalances } from '../../server/commerce/ledger/index.ts'
import { connectionOf } from '../../server/platform/database.ts'
import { checkInvariants } from './check-invariants.ts'
import { openWorld } from './open-world.ts'
import { type RunOptions, ran, type ScorecardTest } from './scorecard-test.ts'
import { type Real, tryLedger } from './testing/ledger-model.ts'

export const test: ScorecardTest = {
  id: 'A14',
  promise: 'Whatever is booked, and however it is tried to cheat, the books are those of plain arithmetic.',
  async run(options) {
    const world = await openWorld({ name: 'a14', servers: 0 })
    const client = new pg.Client(connectionOf(world.databaseUrl))
    await client.connect()
    try {
      // Nothing here is about surviving a loss of power, and waiting for the disk would take most of the time.
      await client.query('alter database postgres set synchronous_commit = off').catch(() => {})
      return await play({ ctx: world.ctx, client, counts: {} }, options, world.databaseUrl)
    } finally {
      await client.end()
      await world.close()
    }
  },
}

async function play(real: Real, { seed, isShort, say }: RunOptions, databaseUrl: string) {
  const told = await tryLedger(real, { seed, sequences: isShort ? 300 : 10_000 })
  if (told.wrong) say(`  ${told.wrong}`)
  const violations = (await checkInvariants(databaseUrl, { settleMs: 0 })).filter(({ id }) => id === 'I1')
  const off = await wrongBalances(real.ctx)
  return ran({
    kept: told.wrong === undefined && off.length === 0,
    figures: {
      sequences: told.sequences,
      ...real.counts,
      balances: told.balances,
      balances_off: off.length,
      failed: told.wrong ? 1 : 0,
    },
    violations,
  })
}
