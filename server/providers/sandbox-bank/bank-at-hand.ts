import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

export const testSecret = 'a-secret-for-tests'

/** A real bank process for a test, and the few ways a test speaks to it. */
export type BankAtHand = {
  baseUrl: string
  child: ChildProcess
  post(path: string, key: string, body: object): Promise<{ status: number; text: string; replayed: boolean }>
  get(path: string): Promise<{ status: number; text: string }>
  token(number?: string): Promise<string>
  /** Ends the process as a power cut would. */
  kill(): Promise<void>
}

/** A folder of a test's own for a bank. */
export function newBankFolder(): string {
  return fs.mkdtempSync(path.join(os.tmpdir(), 'sandbox-bank-test-'))
}

/** Starts a bank process on a folder and waits until it answers. */
export async function startBankAtHand(folder: string): Promise<BankAtHand> {
  const child = spawnBank(folder)
  const [line] = await once(createInterface({ input: child.stdout }), 'line')
  const { port } = JSON.parse(String(line)) as { port: number }
  const baseUrl = `http://127.0.0.1:${port}`
  const authorization = `Bearer ${testSecret}`
  return {
    baseUrl,
    child,
    async post(target, key, body) {
      const headers = { authorization, 'idempotency-key': key, 'content-type': 'application/json' }
      const answer = await fetch(`${baseUrl}${target}`, { method: 'POST', headers, body: JSON.stringify(body) })
      const replayed = answer.headers.get('idempotent-replayed') === 'true'
      return { status: answer.status, text: await answer.text(), replayed }
    },
    async get(target) {
      const answer = await fetch(`${baseUrl}${target}`, { headers: { authorization } })
      return { status: answer.status, text: await answer.text() }
    },
    async token(number = '4242424242424242') {
      const body = JSON.stringify({
        number,
        expiry: '12/40',
        cvc: /^3[47]/.test(number) ? '1234' : '123',
        name: 'Ada Example',
      })
      const answer = await fetch(`${baseUrl}/v1/tokens`, { method: 'POST', body })
      return ((await answer.json()) as { token: string }).token
    },
    async kill() {
      const gone = once(child, 'exit')
      child.kill('SIGKILL')
      await gone
    },
  }
}

/** The bare process, for tests of how it starts and ends. */
export function spawnBank(folder: string, env: NodeJS.ProcessEnv = {}) {
  const main = fileURLToPath(new URL('./main.ts', import.meta.url))
  return spawn(process.execPath, [main, '--port', '0', '--data', folder], {
    env: { SANDBOX_BANK_SECRET: testSecret, ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
}
