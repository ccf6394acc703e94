import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createSandboxBankClient, type SandboxBankClient } from '../../../providers/sandbox-bank/client.ts'
import { startSandboxBank } from '../../../providers/sandbox-bank/start.ts'

const secret = 'a secret between this test and its bank'
const quiet = { info() {}, error() {} }

export const goodCard = '4242424242424242'
export const poorCard = '4000000000009995'

/** A sandbox bank of a test's own, as a process of its own. */
export type TestBank = {
  client: SandboxBankClient
  baseUrl: string
  /** What a browser gets for a card. */
  tokenFor(number: string): Promise<string>
  /** Pays, or cancels, on the bank's page as a shopper without JavaScript does. Answers the status. */
  onPage(redirectUrl: string, form: Record<string, string>, action?: 'cancel'): Promise<number>
  /** Every authorisation that the bank gave, with what it captured and set free. */
  records(): Promise<
    { type: string; answer?: { id: string; status?: string; amountMinor?: number; reference?: string } }[]
  >
  close(): Promise<void>
}

/** Starts it. */
export async function openTestBank(): Promise<TestBank> {
  const folder = await mkdtemp(join(tmpdir(), 'barrow-test-bank-'))
  const bank = await startSandboxBank({ dataFolder: folder, secret, log: quiet })
  const client = createSandboxBankClient({ baseUrl: bank.baseUrl, secret })
  return {
    client,
    baseUrl: bank.baseUrl,
    async tokenFor(number) {
      const answer = await fetch(`${bank.baseUrl}/v1/tokens`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ number, expiry: '12/40', cvc: '123' }),
      })
      return ((await answer.json()) as { token: string }).token
    },
    async onPage(redirectUrl, form, action) {
      const answer = await fetch(`${bank.baseUrl}${redirectUrl}${action ? `/${action}` : ''}`, {
        method: 'POST',
        redirect: 'manual',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams(form),
      })
      return answer.status
    },
    async records() {
      const log = await client.readLog(0)
      return log.kind === 'answered' ? (log.records as Awaited<ReturnType<TestBank['records']>>) : []
    },
    async close() {
      client.close()
      await bank.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

export const cardForm = { number: goodCard, expiry: '12/40', cvc: '123' }
