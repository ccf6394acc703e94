import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'

let project: string
beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), 'barrow-run-tests-'))
  symlinkSync(resolve('node_modules'), join(project, 'node_modules'))
  write('package.json', '{ "type": "module" }')
  write(
    'vitest.config.ts',
    `export default { test: { projects: [
      { test: { name: 'unit', include: ['server/**/*.test.ts'] } },
      { test: { name: 'e2e', include: ['e2e/**/*.e2e.ts'] } },
    ] } }`,
  )
})
afterEach(() => rmSync(project, { recursive: true }))

function write(path: string, text: string): void {
  mkdirSync(join(project, path, '..'), { recursive: true })
  writeFileSync(join(project, path), text)
}

function testFile(path: string, body: string): void {
  write(path, `import { expect, test } from 'vitest'\n${body}`)
}

function run(...words: string[]): { lastLine: string; code: number | null } {
  const { stdout, status } = spawnSync(process.execPath, [resolve('scripts/run-tests.ts'), ...words], { cwd: project })
  return { lastLine: stdout.toString().trimEnd().split('\n').at(-1) ?? '', code: status }
}

test('the last line counts the tests of both kinds', () => {
  testFile('server/a.test.ts', "test('one', () => expect(1).toBe(1))\ntest('two', () => expect(2).toBe(2))")
  testFile('e2e/b.e2e.ts', "test('three', () => expect(3).toBe(3))")
  expect(run()).toEqual({ lastLine: '3 passed, 0 failed', code: 0 })
  expect(run('server/a')).toEqual({ lastLine: '2 passed, 0 failed', code: 0 })
})

test('a failed test, a file that does not load and an error nobody caught each count as failed', () => {
  testFile(
    'server/a.test.ts',
    "test('fails', () => expect(1).toBe(2))\ntest.skip('rests', () => {})\ntest('holds', () => {})",
  )
  testFile('server/b.test.ts', "import './nowhere.ts'\ntest('never', () => expect(1).toBe(1))")
  testFile(
    'server/c.test.ts',
    "test('throws late', async () => {\n  setTimeout(() => { throw new Error('late') }, 5)\n  await new Promise((done) => setTimeout(done, 50))\n})",
  )
  testFile('e2e/d.e2e.ts', "test('goes on', () => expect(1).toBe(1))")
  expect(run()).toEqual({ lastLine: '3 passed, 3 failed, 1 skipped', code: 1 })
})

test('a run without a single test is no success', () => {
  testFile('server/a.test.ts', "test('one', () => expect(1).toBe(1))")
  expect(run('no-such-file')).toEqual({ lastLine: '0 passed, 0 failed', code: 1 })
})
