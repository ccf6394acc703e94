import { spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import http from 'node:http'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type BankAtHand, newBankFolder, spawnBank, startBankAtHand, testSecret } from './bank-at-hand.ts'

let folder: string
const banks: BankAtHand[] = []

beforeEach(() => {
  folder = newBankFolder()
})
afterEach(async () => {
  for (const { child, kill } of banks.splice(0)) if (child.exitCode === null && child.signalCode === null) await kill()
  fs.rmSync(folder, { recursive: true })
})

async function start(): Promise<BankAtHand> {
  const bank = await startBankAtHand(folder)
  banks.push(bank)
  return bank
}

test('killed in the middle of its work, the bank still knows everything it answered, word for word', async () => {
  const bank = await start()
  const token = await bank.token()
  const answered = new Map<string, string>()
  const body = (n: number) => ({ token, amountMinor: 100 + n, currency: 'EUR', reference: `order ${n}` })
  const buyers = Array.from({ length: 16 }, async (_, buyer) => {
    for (let n = buyer; ; n += 16) {
      const answer = await bank.post('/v1/authorizations', `key-${n}`, body(n)).catch(() => undefined)
      if (!answer) return
      answered.set(`key-${n}`, answer.text)
      if (answered.size === 400) void bank.kill()
    }
  })
  await Promise.all(buyers)
  expect(answered.size).toBeGreaterThanOrEqual(400)

  const again = await start()
  for (const [key, text] of answered) {
    const repeat = await again.post('/v1/authorizations', key, body(Number(key.slice(4))))
    expect(repeat).toEqual({ status: 201, text, replayed: true })
  }
})

test('a line that a crash cut short is forgotten, and the bank goes on from the one before', async () => {
  const bank = await start()
  const body = { token: await bank.token(), amountMinor: 100, currency: 'EUR', reference: 'whole' }
  const whole = await bank.post('/v1/authorizations', 'whole', body)
  await bank.kill()
  fs.appendFileSync(path.join(folder, 'bank.jsonl'), '{"n":3,"at":"2026-03-01T10:00:00.000Z","type":"authoriz')

  const again = await start()
  expect((await again.get('/v1/authorizations/by-key/whole')).text).toBe(whole.text)
  expect((await again.post('/v1/authorizations', 'next', body)).status).toBe(201)
  expect((await again.get('/v1/log?after=2')).text).toMatch(/^\{"n":3,/)
})

test('two banks never write to one folder', async () => {
  await start()
  const second = spawnBank(folder)
  let complaint = ''
  second.stderr.on('data', (chunk) => {
    complaint += String(chunk)
  })
  const [code] = await once(second, 'exit')
  expect(code).toBe(1)
  expect(complaint).toContain('Another sandbox bank holds the folder')
}, 15_000)

test.each([
  ['in production', { NODE_ENV: 'production' }, 'does not run in production'],
  ['without a secret', { SANDBOX_BANK_SECRET: '' }, 'Set SANDBOX_BANK_SECRET'],
])('it refuses to start %s', async (_, env, sentence) => {
  const child = spawnBank(folder, env)
  let complaint = ''
  child.stderr.on('data', (chunk) => {
    complaint += String(chunk)
  })
  const [code] = await once(child, 'exit')
  expect(code).toBe(1)
  expect(complaint).toContain(sentence)
})

test.each(['stdin', 'SIGTERM'])('told to end by %s, it first answers what it is in the middle of', async (way) => {
  const bank = await start()
  const body = JSON.stringify({ token: await bank.token(), amountMinor: 100, currency: 'EUR', reference: 'last' })
  const request = http.request(`${bank.baseUrl}/v1/authorizations`, {
    method: 'POST',
    headers: { authorization: `Bearer ${testSecret}`, 'idempotency-key': 'last', 'content-length': body.length },
  })
  const responded = once(request, 'response')
  request.write(body.slice(0, 10))
  await bank.get('/v1/log')
  const gone = once(bank.child, 'exit')
  if (way === 'stdin') bank.child.stdin?.end()
  else bank.child.kill('SIGTERM')
  request.end(body.slice(10))
  const [response] = (await responded) as [http.IncomingMessage]
  response.resume()
  expect(response.statusCode).toBe(201)
  expect(await gone).toEqual([0, null])
})

test('it ends when the process that started it is killed', async () => {
  const main = fileURLToPath(new URL('./main.ts', import.meta.url))
  const parentCode = `
    const child = require('node:child_process').spawn(process.execPath, [${JSON.stringify(main)}, '--data', ${JSON.stringify(folder)}], { stdio: ['pipe', 'pipe', 'inherit'] })
    child.stdout.pipe(process.stdout)`
  const parent = spawn(process.execPath, ['-e', parentCode], {
    env: { SANDBOX_BANK_SECRET: testSecret },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const lines = createInterface({ input: parent.stdout })
  const [line] = await once(lines, 'line')
  const { port } = JSON.parse(String(line)) as { port: number }
  const connection = http.get(`http://127.0.0.1:${port}/sandbox-bank/`, { agent: new http.Agent({ keepAlive: true }) })
  const [response] = (await once(connection, 'response')) as [http.IncomingMessage]
  response.resume()
  const closed = once(response.socket, 'close')
  parent.kill('SIGKILL')
  await closed
  await expect(fetch(`http://127.0.0.1:${port}/sandbox-bank/`)).rejects.toThrow()
})
