import fs from 'node:fs'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { newBankFolder, testSecret } from './bank-at-hand.ts'
import { createSandboxBankClient } from './client.ts'
import { type SandboxBankProcess, startSandboxBank } from './start.ts'

let folder: string
let bank: SandboxBankProcess | undefined
const errors: string[] = []
const log = { info: () => {}, error: (message: string) => errors.push(message) }

beforeEach(() => {
  folder = newBankFolder()
  errors.length = 0
})
afterEach(async () => {
  await bank?.stop()
  bank = undefined
  fs.rmSync(folder, { recursive: true })
})

test('a bank that dies is started again at the same address and remembers everything', async () => {
  bank = await startSandboxBank({ dataFolder: folder, secret: testSecret, publicPath: '/pay-here', log })
  const client = createSandboxBankClient({ baseUrl: bank.baseUrl, secret: testSecret })
  const asked = { amountMinor: 100, currency: 'EUR', reference: 'order 1', returnUrl: '/back', key: 'page' }
  const page = await client.createPaymentPage(asked)
  expect(page).toMatchObject({ kind: 'answered', status: 'open' })
  const { pid } = bank
  if (pid === undefined) throw new Error('The bank has no process.')
  process.kill(pid, 'SIGKILL')
  const again = await vi.waitUntil(
    async () => {
      const answer = await client.findByKey('page')
      return answer.kind === 'answered' ? answer : undefined
    },
    { timeout: 10_000, interval: 50 },
  )
  expect(again.found).toMatchObject({ operation: 'create-payment-page', result: { status: 'open' } })
  expect(bank.pid).not.toBe(pid)
  expect(errors.join(' ')).toContain('Starting it again')
  client.close()
})

test('a stopped bank is gone and stays gone', async () => {
  bank = await startSandboxBank({ dataFolder: folder, secret: testSecret, log })
  await bank.stop()
  expect(bank.pid).toBeUndefined()
  await expect(fetch(`${bank.baseUrl}/sandbox-bank/`)).rejects.toThrow()
  expect(errors).toEqual([])
})

test('a bank that cannot start says why', async () => {
  fs.writeFileSync(`${folder}/bank.jsonl`, '{"n":\n{"n":2}\n')
  await expect(startSandboxBank({ dataFolder: folder, secret: testSecret, log })).rejects.toThrow('did not start')
  expect(errors.join(' ')).toContain('Line 1 of the log is broken')
})
