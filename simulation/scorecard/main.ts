import { parseArgs } from 'node:util'
import { findTests, runTest } from './run-test.ts'

const { values, positionals } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    short: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h', default: false },
  },
  allowPositionals: true,
})
const tests = await findTests()
const [id = ''] = positionals
const test = tests.find((each) => each.id === id.toUpperCase())
const seed = Number(values.seed)
// Servers and databases that are still closing must not keep a finished test from ending.
process.exit(test && !values.help && Number.isSafeInteger(seed) ? await run() : explain())

async function run(): Promise<number> {
  const outcome = await runTest(test as (typeof tests)[number], { seed, isShort: values.short, say: console.log })
  return outcome.kind === 'not-run' ? 2 : outcome.pass ? 0 : 1
}

function explain(): number {
  if (id && !test) console.error(`There is no test "${id}".\n`)
  console.log('What is promised about money, stock and crashes, tried out.\n')
  console.log('Usage: npm run scorecard -- ID [--seed N] [--short]\n')
  for (const each of tests) console.log(`  ${each.id}  ${each.promise}`)
  console.log('\nThe last line is JSON: {"id": ..., "seed": ..., "pass": ..., "figures": {...}}.')
  console.log('Exit code 0: it holds. 1: it does not. 2: it could not be run here, which is no pass.')
  return values.help ? 0 : 1
}
