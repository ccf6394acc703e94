import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { parseArgs } from 'node:util'
import { printFigures, printTable } from '../bench/measuring/report.ts'

/**
 * Mutation tests of the arithmetic that money and stock rest on: each way of getting it slightly wrong is tried, and
 * some test must notice. Stryker does it; it is fetched when it is asked for the first time, since nothing else needs it.
 */
const scoreMin = 85
const tool = '10.1.1'
const root = join(import.meta.dirname, '..')
const folder = join(root, 'node_modules/.mutation')

/** What is mutated, and the tests that must notice: pure ones, without a database. */
const arithmetic: Record<string, string[]> = {
  'server/platform/money.ts': ['server/platform/money.test.ts', 'server/platform/money-shares.test.ts'],
  'server/commerce/taxes/tax-of.ts': ['server/commerce/taxes/tax-of.test.ts'],
  'server/commerce/carts/cart-totals.ts': [
    'server/commerce/carts/cart-totals.test.ts',
    'server/commerce/carts/cart-discounts.test.ts',
  ],
  'server/commerce/promotions/apply-promotions.ts': ['server/commerce/promotions/apply-promotions.test.ts'],
  'server/commerce/promotions/buy-x-get-y.ts': ['server/commerce/promotions/buy-x-get-y.test.ts'],
  'server/commerce/promotions/take-discount.ts': [],
  'server/commerce/inventory/plan-reservations.ts': [
    'server/commerce/inventory/plan-reservations.test.ts',
    'server/commerce/inventory/plan-backorders.test.ts',
  ],
  'server/commerce/inventory/parts-of.ts': ['server/commerce/inventory/parts-of.test.ts'],
  'server/commerce/ledger/balanced-posting.ts': ['server/commerce/ledger/balanced-posting.test.ts'],
  'server/commerce/fulfillment/amount-due.ts': [
    'server/commerce/fulfillment/amount-due.test.ts',
    'server/commerce/fulfillment/last-parcel.test.ts',
  ],
  'server/commerce/orders/refund-amounts.ts': ['server/commerce/orders/refund-amounts.test.ts'],
  'server/commerce/orders/reduced-order.ts': [
    'server/commerce/orders/reduced-order.test.ts',
    'server/commerce/orders/taken-out.test.ts',
  ],
  'server/commerce/orders/unit-shares.ts': [],
}

const { values, positionals } = parseArgs({
  options: { survivors: { type: 'boolean', default: false }, help: { type: 'boolean', short: 'h', default: false } },
  allowPositionals: true,
})
process.exitCode = values.help ? explain() : run()

function explain(): number {
  console.log('Usage: npm run mutation -- [PART OF A FILE NAME ...] [--survivors]\n')
  console.log('--survivors shows each change that no test noticed. The last line is JSON.')
  return 0
}

function run(): number {
  const files = Object.keys(arithmetic).filter(
    (file) => positionals.length === 0 || positionals.some((part) => file.includes(part)),
  )
  if (!fetchTool()) return 1
  const report = join(folder, 'report.json')
  rmSync(report, { force: true })
  writeFileSync(join(folder, 'stryker.json'), JSON.stringify(settings(files, report)))
  writeFileSync(join(folder, 'vitest.config.mjs'), testSettings())
  const stryker = join(folder, 'node_modules/@stryker-mutator/core/bin/stryker.js')
  const words = [stryker, 'run', relative(root, join(folder, 'stryker.json')), '--logLevel', 'warn']
  spawnSync(process.execPath, words, { cwd: root, stdio: 'inherit' })
  if (!existsSync(report)) return 1
  return tell(JSON.parse(readFileSync(report, 'utf8')) as Report)
}

/** Once, beside the shop's own packages: they stay as the lock file names them. */
function fetchTool(): boolean {
  const marker = join(folder, `fetched-${tool}`)
  if (existsSync(marker)) return true
  console.log('Fetching Stryker ...')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true }))
  const packages = ['@stryker-mutator/core', '@stryker-mutator/vitest-runner'].map((name) => `${name}@${tool}`)
  // Its peer is the Vitest of the shop, found one folder up, and not another one.
  const words = ['install', '--legacy-peer-deps', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
  const { status } = spawnSync('npm', [...words, ...packages], { cwd: folder, stdio: 'inherit' })
  if (status !== 0) return false
  writeFileSync(marker, '')
  return true
}

function settings(files: string[], report: string) {
  return {
    testRunner: 'vitest',
    plugins: ['@stryker-mutator/vitest-runner'],
    vitest: { configFile: relative(root, join(folder, 'vitest.config.mjs')), related: false },
    mutate: files,
    coverageAnalysis: 'perTest',
    reporters: ['json'],
    jsonReporter: { fileName: relative(root, report) },
    tempDirName: join(tmpdir(), 'barrow-mutation'),
    ignorePatterns: ['web', 'dist', 'docs', 'e2e', 'simulation', 'contract', 'data'],
    concurrency: 2,
    allowEmpty: true,
  }
}

function testSettings(): string {
  const include = [...new Set(Object.values(arithmetic).flat())]
  return `export default { test: { include: ${JSON.stringify(include)}, environment: 'node' } }\n`
}

type Mutant = { status: string; mutatorName: string; replacement: string; location: { start: { line: number } } }
type Report = { files: Record<string, { source: string; mutants: Mutant[] }> }

function tell({ files }: Report): number {
  const caught = (mutants: Mutant[]) => mutants.filter(({ status }) => ['Killed', 'Timeout'].includes(status)).length
  const missed = (mutants: Mutant[]) => mutants.filter(({ status }) => ['Survived', 'NoCoverage'].includes(status))
  const score = (mutants: Mutant[]) => {
    const all = caught(mutants) + missed(mutants).length
    return all === 0 ? 100 : Math.round((1000 * caught(mutants)) / all) / 10
  }
  const sorted = Object.entries(files).sort(([one], [other]) => one.localeCompare(other))
  printTable([
    ['file', 'score', 'noticed', 'not noticed'],
    ...sorted.map(([file, { mutants }]) => [
      file,
      score(mutants).toFixed(1),
      String(caught(mutants)),
      String(missed(mutants).length),
    ]),
  ])
  if (values.survivors)
    for (const [file, { source, mutants }] of sorted)
      for (const { location, mutatorName, replacement } of missed(mutants)) {
        const { line } = location.start
        console.log(`\n${file}:${line} ${mutatorName}\n  ${source.split('\n')[line - 1]?.trim()}\n  -> ${replacement}`)
      }
  const all = sorted.flatMap(([, { mutants }]) => mutants)
  const lowest = Math.min(...sorted.map(([, { mutants }]) => score(mutants)))
  printFigures('mutation', {
    score: score(all),
    lowest_file: lowest,
    mutants: all.length,
    not_noticed: missed(all).length,
  })
  return score(all) >= scoreMin ? 0 : 1
}
