import { openWorld } from './open-world.ts'
import { type RunOptions, ran, type ScorecardTest } from './scorecard-test.ts'
import { lawsCount, tryLaws } from './testing/money-laws.ts'

export const test: ScorecardTest = {
  id: 'A13',
  promise:
    'Parts sum to their whole, and whoever gives everything back gets back what was paid, in euro, yen and dinar.',
  run: play,
}

async function play({ seed, isShort, say }: RunOptions) {
  const numRuns = isShort ? 3_000 : 100_000
  const broken = tryLaws({ numRuns, seed, say })
  for (const each of broken) say(`    ${each.slice(0, 2_000)}`)
  const world = await openWorld({ name: 'a13', servers: 0 })
  try {
    const { rows } = await world.ctx.database.pool.query<{ column: string }>(`
      select table_name || '.' || column_name as column from information_schema.columns
      where table_schema = 'public' and data_type in ('real', 'double precision', 'numeric', 'money')`)
    for (const { column } of rows) say(`    ${column} holds numbers with a point`)
    return ran({
      kept: broken.length === 0 && rows.length === 0,
      figures: { laws: lawsCount, runsEach: numRuns, broken: broken.length, columnsWithFloats: rows.length },
      violations: await world.violations(),
    })
  } finally {
    await world.close()
  }
}
