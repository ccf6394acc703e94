import { spawnSync } from 'node:child_process'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'

let clone: string
beforeEach(() => {
  clone = mkdtempSync(join(tmpdir(), 'barrow-prepare-'))
  mkdirSync(join(clone, 'scripts'))
  copyFileSync('scripts/prepare.js', join(clone, 'scripts/prepare.js'))
  write('package.json', '{ "type": "module" }')
  lock('1.0.0')
  // Stands where npm would: writes down that it was called, and leaves what an install leaves.
  write(
    'npm.js',
    `import { appendFileSync, copyFileSync, existsSync, mkdirSync, symlinkSync } from 'node:fs'
     appendFileSync('installs.log', process.argv.slice(2).join(' ') + '\\n')
     if (existsSync('offline')) { console.error('no network'); process.exit(1) }
     mkdirSync('node_modules/.bin', { recursive: true })
     copyFileSync('package-lock.json', 'node_modules/.package-lock.json')
     if (!existsSync('node_modules/.bin/node')) symlinkSync(process.execPath, 'node_modules/.bin/node')`,
  )
})
afterEach(() => rmSync(clone, { recursive: true }))

function write(path: string, text: string): void {
  mkdirSync(join(clone, path, '..'), { recursive: true })
  writeFileSync(join(clone, path), text)
}

function lock(version: string): void {
  const packages = { '': {}, 'node_modules/fastify': { version }, 'node_modules/for-mac': { version, optional: true } }
  write('package-lock.json', JSON.stringify({ packages }))
}

function prepare(...words: string[]) {
  const env = { ...process.env, npm_execpath: join(clone, 'npm.js'), npm_lifecycle_event: 'pretest' }
  const { stdout, stderr, status } = spawnSync(process.execPath, [join(clone, 'scripts/prepare.js'), ...words], {
    env,
    cwd: clone,
  })
  return { said: `${stdout}${stderr}`, code: status }
}

function linesOf(file: string): number {
  return existsSync(join(clone, file)) ? readFileSync(join(clone, file), 'utf8').trimEnd().split('\n').length : 0
}

test('a fresh clone is installed, and what is installed is left alone, without a word', () => {
  expect(prepare()).toMatchObject({ said: expect.stringContaining('Installing what is missing'), code: 0 })
  expect(prepare()).toEqual({ said: '', code: 0 })
  expect(linesOf('installs.log')).toBe(1)
})

test('what `npm ci` installed is not installed again', () => {
  mkdirSync(join(clone, 'node_modules/.bin'), { recursive: true })
  symlinkSync(process.execPath, join(clone, 'node_modules/.bin/node'))
  write('node_modules/.package-lock.json', '{ "packages": { "node_modules/fastify": { "version": "1.0.0" } } }')
  expect(prepare()).toEqual({ said: '', code: 0 })
  expect(linesOf('installs.log')).toBe(0)
})

test('another version in the lock file is installed', () => {
  prepare()
  lock('1.0.1')
  prepare()
  prepare()
  expect(linesOf('installs.log')).toBe(2)
})

test('an install that fails is told with what npm said, and is tried again', () => {
  write('offline', '')
  expect(prepare()).toMatchObject({ said: expect.stringContaining('no network'), code: 1 })
  rmSync(join(clone, 'offline'))
  expect(prepare().code).toBe(0)
})

test('the pages are built once, and again when one of them changed', () => {
  write('web/pages/index.astro', '<h1>Shop</h1>')
  write('web/shop/cart.test.ts', '')
  prepare('--no-build')
  write('node_modules/astro/package.json', '{ "type": "module", "bin": { "astro": "astro.js" } }')
  write(
    'node_modules/astro/astro.js',
    "import { appendFileSync } from 'node:fs'\nappendFileSync('builds.log', 'built\\n')",
  )
  expect(linesOf('builds.log')).toBe(0)
  prepare()
  expect(prepare()).toEqual({ said: '', code: 0 })
  expect(linesOf('builds.log')).toBe(1)
  write('web/shop/cart.test.ts', 'a test is no page')
  prepare()
  expect(linesOf('builds.log')).toBe(1)
  write('web/pages/index.astro', '<h1>The shop</h1>')
  prepare()
  expect(linesOf('builds.log')).toBe(2)
  prepare('--rebuild')
  expect(linesOf('builds.log')).toBe(3)
})
