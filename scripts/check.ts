import { spawn } from 'node:child_process'
import { globSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { delimiter, resolve } from 'node:path'

/** One house rule or another: what it looks at, and the command that looks. */
type Check = { name: string; command: string; words: string[] }

/** What a check found, in its own words. */
type Finding = { check: Check; passed: boolean; said: string; seconds: number }

const checks: Check[] = [
  { name: 'types of the server and the tests (tsc)', command: 'tsc', words: ['--noEmit', '-p', '.'] },
  {
    name: 'types of the pages (astro check)',
    command: 'astro',
    words: ['check', '--minimumFailingSeverity', 'warning'],
  },
  { name: 'style and mistakes (biome)', command: 'biome', words: ['check', '--error-on-warnings'] },
  { name: 'import map, house rules, tables, contract', command: 'node', words: ['scripts/run-tests.ts', 'scripts/'] },
]

// It calls a project without components a mistake.
if (globSync('web/**/*.svelte').length > 0)
  checks.push({
    name: 'components (svelte-check)',
    command: 'svelte-check',
    words: ['--tsconfig', './tsconfig.json', '--fail-on-warnings', '--output', 'human'],
  })

const bin = resolve('node_modules/.bin')
const findings: Finding[] = []
const waiting = [...checks]
await Promise.all(Array.from({ length: Math.min(availableParallelism(), 2) }, work))

for (const { check, said } of findings.filter((finding) => !finding.passed)) console.log(`\n${check.name}\n\n${said}`)
console.log('')
for (const check of checks) {
  const finding = findings.find((candidate) => candidate.check === check)
  console.log(`  ${finding?.passed ? 'ok    ' : 'FAILED'}  ${check.name}`)
}
const failed = findings.filter((finding) => !finding.passed).length
console.log(failed === 0 ? '\nThe house is tidy.' : `\n${failed} of ${checks.length} checks failed.`)
process.exit(failed === 0 ? 0 : 1)

async function work(): Promise<void> {
  for (let check = waiting.shift(); check; check = waiting.shift()) {
    console.log(`  ${check.name} ...`)
    const finding = await run(check)
    findings.push(finding)
    console.log(`  ${check.name}: ${finding.passed ? 'ok' : 'FAILED'} (${finding.seconds} s)`)
  }
}

function run(check: Check): Promise<Finding> {
  const startedAt = performance.now()
  const child = spawn(check.command, check.words, {
    env: {
      ...process.env,
      PATH: `${bin}${delimiter}${process.env.PATH}`,
      ASTRO_TELEMETRY_DISABLED: '1',
      NO_COLOR: '1',
      FORCE_COLOR: '0',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk))
  return new Promise((done) => {
    const finish = (passed: boolean) =>
      done({ check, passed, said, seconds: Math.round((performance.now() - startedAt) / 1000) })
    child.on('error', (error) => {
      said += error.message
      finish(false)
    })
    child.on('close', (code) => finish(code === 0))
  })
}
