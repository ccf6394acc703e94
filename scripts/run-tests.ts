import { globSync } from 'node:fs'
import type { TestModule, Vitest } from 'vitest/node'
import { startVitest } from 'vitest/node'

/**
 * Runs the tests: those beside the code first, then the whole stories in a browser. Words after it are file filters;
 * `--project unit` or `--project e2e` runs one kind only. The last line is always `N passed, N failed`, over all of them.
 */
const words = process.argv.slice(2)
const chosen = words.indexOf('--project')
const projects = chosen >= 0 ? words.splice(chosen, 2).slice(1) : ['unit', 'e2e']

const total = { passed: 0, failed: 0, skipped: 0 }
for (const project of projects) {
  if (project === 'e2e' && !hasStories()) continue
  process.exitCode = 0
  const vitest = await startVitest(words, {
    project: [project],
    watch: false,
    passWithNoTests: true,
    reporters: ['default'],
  })
  count(vitest)
  await vitest.close()
}

const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : ''
console.log(`\n${total.passed} passed, ${total.failed} failed${skipped}`)
process.exit(total.failed > 0 || total.passed === 0 ? 1 : 0)

/** Whether any story is meant by the words: asking for one unit test should not start a browser's worth of work. */
function hasStories(): boolean {
  const files = globSync('e2e/**/*.e2e.ts')
  return files.some((file) => words.length === 0 || words.some((word) => file.includes(word)))
}

function count(vitest: Vitest): void {
  const modules = vitest.state.getTestModules()
  const failedBefore = total.failed
  for (const module of modules) countModule(module)
  // An error outside of every test (a promise nobody awaited, a file that does not load) fails the run as well.
  const elsewhere = vitest.state.getUnhandledErrors().length
  total.failed += elsewhere
  if (total.failed === failedBefore && process.exitCode) total.failed++
}

function countModule(module: TestModule): void {
  let failed = 0
  for (const test of module.children.allTests()) {
    const { state } = test.result()
    if (state === 'passed') total.passed++
    else if (state === 'failed') failed++
    else total.skipped++
  }
  if (failed === 0 && module.state() === 'failed') failed = 1
  total.failed += failed
}
