import { readdirSync } from 'node:fs'
import { loadavg } from 'node:os'
import type { Outcome, RunOptions, ScorecardTest } from './scorecard-test.ts'

/** Every test there is, by its id. */
export async function findTests(): Promise<ScorecardTest[]> {
  const files = readdirSync(import.meta.dirname).filter((file) => /^[a-g]\d\d-[a-z-]+\.ts$/.test(file))
  const modules = await Promise.all(files.sort().map((file) => import(`./${file}`) as Promise<{ test: ScorecardTest }>))
  return modules.map((module) => module.test)
}

/** Runs one test and prints what a person wants to read, and last one JSON line. */
export async function runTest(test: ScorecardTest, options: RunOptions): Promise<Outcome> {
  const { seed, isShort, say } = options
  say(`${test.id}: ${test.promise}`)
  say(`  seed ${seed}, ${isShort ? 'short' : 'full'} form, load ${(loadavg()[0] ?? 0).toFixed(2)} before`)
  const began = performance.now()
  const outcome = await test.run(options)
  const seconds = Math.round((performance.now() - began) / 100) / 10
  if (outcome.kind === 'not-run') {
    say(`  NOT RUN: ${outcome.because}`)
    say(JSON.stringify({ id: test.id, seed, pass: false, notRun: outcome.because, figures: {} }))
    return outcome
  }
  for (const [name, value] of Object.entries(outcome.figures)) say(`  ${name}: ${value}`)
  for (const { id, rule, rows } of outcome.violations)
    say(`  BROKEN ${id} ${rule}\n    ${rows.map((row) => JSON.stringify(row)).join('\n    ')}`)
  say(`  ${outcome.pass ? 'holds' : 'DOES NOT HOLD'} (${seconds} s)`)
  say(JSON.stringify({ id: test.id, seed, pass: outcome.pass, figures: { ...outcome.figures, seconds } }))
  return outcome
}
