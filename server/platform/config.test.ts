import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { ConfigError, readConfig, settingsTable } from './config.ts'

const folder = mkdtempSync(join(tmpdir(), 'barrow-config-'))
afterAll(() => rmSync(folder, { recursive: true }))

const secret = 'kV2h9mQ4tZ7wN1xC5bJ8rL3pD6sF0gYe'
const demo = { BARROW_DATA: folder }
const real = {
  NODE_ENV: 'production',
  BARROW_DATA: folder,
  BARROW_SECRET: secret,
  BASE_URL: 'https://shop.example.com/',
  SMTP_URL: 'smtp://mail.example.com:587',
}

function problemsOf(env: Record<string, string>): readonly string[] {
  try {
    readConfig(env)
    return []
  } catch (error) {
    if (error instanceof ConfigError) return error.problems
    throw error
  }
}

test('a demo needs no settings at all', () => {
  expect(readConfig(demo)).toMatchObject({
    production: false,
    demo: true,
    host: '127.0.0.1',
    port: 3000,
    baseUrl: 'http://127.0.0.1:3000',
    databaseUrl: undefined,
    smtpUrl: undefined,
    logLevel: 'info',
    trustProxy: false,
  })
})

test('a real shop with everything it needs starts without a demo', () => {
  expect(readConfig(real)).toMatchObject({
    production: true,
    demo: false,
    baseUrl: 'https://shop.example.com',
    secrets: [secret],
  })
})

test.each([
  [{ PORT: 'eighty' }, 'PORT is "eighty"; it must be a whole number from 0 to 65535.'],
  [{ PORT: '70000' }, 'PORT is "70000"; it must be a whole number from 0 to 65535.'],
  [{ PORT: '80.5' }, 'PORT is "80.5"; it must be a whole number from 0 to 65535.'],
  [{ DATABASE_CONNECTIONS_MAX: '1' }, 'DATABASE_CONNECTIONS_MAX is "1"; it must be a whole number from 2 to 500.'],
  [{ WRITES_PER_MINUTE_MAX: '-1' }, 'WRITES_PER_MINUTE_MAX is "-1"; it must be a whole number from 0 to 1000000.'],
  [{ TRUST_PROXY: 'true' }, 'TRUST_PROXY is "true"; it must be yes or no.'],
  [{ BARROW_DEMO: '1' }, 'BARROW_DEMO is "1"; it must be yes or no.'],
  [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL is "loud"; it must be one of silent, fatal, error, warn, info, debug, trace.'],
  [
    { DATABASE_URL: 'mysql://localhost/shop' },
    'DATABASE_URL must be an address that starts with postgres:// or postgresql://.',
  ],
  [{ SMTP_URL: 'mail.example.com' }, 'SMTP_URL must be an address that starts with smtp:// or smtps://.'],
  [{ BASE_URL: 'shop.example.com' }, 'BASE_URL must be an address that starts with http:// or https://.'],
  [
    { BARROW_SECRET: 'hunter2' },
    'BARROW_SECRET is too weak; use at least 32 random characters, for example from `openssl rand -base64 36`.',
  ],
])('the mistake %o is one clear sentence', (mistake, sentence) => {
  expect(problemsOf({ ...demo, ...mistake })).toEqual([sentence])
})

test.each([
  ['BARROW_SECRET', /^BARROW_SECRET is missing; .*\.$/],
  ['SMTP_URL', /^SMTP_URL is missing; .*\.$/],
  ['BASE_URL', /^BASE_URL is missing; .*\.$/],
])('a real shop does not start without %s', (name, sentence) => {
  const { [name]: _left, ...rest } = real as Record<string, string>
  expect(problemsOf(rest)).toEqual([expect.stringMatching(sentence)])
})

test('a real shop refuses a weak secret, also among those it once had', () => {
  expect(problemsOf({ ...real, BARROW_SECRET: 'a'.repeat(40) })).toEqual([expect.stringContaining('too weak')])
  expect(problemsOf({ ...real, BARROW_SECRET: `${secret},old` })).toEqual([expect.stringContaining('too weak')])
})

test('a real shop refuses to be a demo', () => {
  expect(problemsOf({ ...real, BARROW_DEMO: 'yes' })).toEqual(['BARROW_DEMO is yes; a shop in production has no demo.'])
})

test('all mistakes are told at once', () => {
  expect(problemsOf({ ...demo, PORT: 'x', TRUST_PROXY: 'x', LOG_LEVEL: 'x' })).toHaveLength(3)
})

test('no mistake repeats a secret or a password', () => {
  const told = problemsOf({
    ...demo,
    BARROW_SECRET: 'hunter2',
    SMTP_URL: 'http://ann:hunter2@mail',
    DATABASE_URL: 'hunter2',
  })
  expect(told).toHaveLength(3)
  expect(told.join(' ')).not.toContain('hunter2')
})

test('the demo makes its secret once and keeps it where only its owner reads', () => {
  const data = join(folder, 'new', 'data')
  const [first] = readConfig({ BARROW_DATA: data }).secrets
  expect(first?.length).toBeGreaterThanOrEqual(32)
  expect(readConfig({ BARROW_DATA: data }).secrets).toEqual([first])
  expect(readFileSync(join(data, 'secret'), 'utf8').trim()).toBe(first)
  expect(statSync(join(data, 'secret')).mode & 0o777).toBe(0o600)
})

test('every setting that is read is in the documented table', () => {
  const asked = new Set<string>()
  const env = new Proxy({ ...demo } as Record<string, string>, {
    get(target, name: string) {
      asked.add(name)
      return target[name]
    },
  })
  readConfig(env)
  expect([...asked].sort()).toEqual(settingsTable.map((setting) => setting.name).sort())
})
