import type { Chance } from '../../bench/measuring/seeded-random.ts'
import { createToken, postOperation, readResource } from '../../server/providers/sandbox-bank/api-calls.ts'
import type { BankExchange, BankRequest, Heard, Unknown } from '../../server/providers/sandbox-bank/bank-exchange.ts'
import { createSandboxBankClient, type SandboxBankClient } from '../../server/providers/sandbox-bank/client.ts'
import type { Reply } from '../../server/providers/sandbox-bank/http-exchange.ts'
import { type OpenBank, openBank } from '../../server/providers/sandbox-bank/open-bank.ts'
import { answerPayPage } from '../../server/providers/sandbox-bank/pay-page-calls.ts'
import type { Owner, Scheduler } from './scheduler.ts'

/** The sandbox bank inside this process: its own state machine, log and answers, with a line that fails as lines do. */
export type NearBank = {
  /** How often a call goes wrong, from 0 to 1. */
  trouble: number
  /** A line to it for one process of the shop. */
  clientFor(owner: Owner): SandboxBankClient
  /** A line of the world's own, on which nothing fails and nobody waits. */
  directClient(): SandboxBankClient
  /** What a browser gets for a card. */
  tokenFor(number: string): Promise<string>
  /** A shopper on the bank's own page. Answers the status. */
  onPage(redirectUrl: string, card: string, action?: 'cancel'): Promise<number>
  close(): Promise<void>
}

const nowhere = { baseUrl: 'http://bank.invalid', secret: '' }
const publicPath = '/sandbox-bank'
const readTimeoutMs = 5000

/** Opens it on a folder. */
export function openNearBank(options: {
  folder: string
  chance: Chance
  scheduler: Scheduler
  now: () => number
  newId: (prefix: string) => string
}): NearBank {
  const { chance, scheduler } = options
  const bank = openBank(options.folder, {
    now: () => new Date(options.now()),
    newId: options.newId,
    onBroken: (error) => {
      throw error
    },
  })
  const near: NearBank = {
    trouble: 0,
    clientFor: (owner) => createSandboxBankClient(nowhere, lineOf(owner)),
    directClient: () =>
      createSandboxBankClient(nowhere, { exchange: async (asked) => heard(await answer(bank, asked)), close() {} }),
    async tokenFor(number) {
      const { body } = await createToken(bank, { number, expiry: '12/40', cvc: '123' })
      return (JSON.parse(body) as { token: string }).token
    },
    async onPage(redirectUrl, card, action) {
      const pageId = redirectUrl.split('/').at(-1) ?? ''
      const form = new URLSearchParams({ number: card, expiry: '12/40', cvc: '123' })
      return (await answerPayPage(bank, { pageId, publicPath, ...(action ? { action } : {}), form })).status
    },
    close: () => bank.close(),
  }
  const lineOf = (owner: Owner): BankExchange => ({
    async exchange(asked) {
      const label = `bank ${asked.method} ${asked.path.split('/')[2]}`
      const fate =
        chance.next() < near.trouble
          ? chance.pick(['unreachable', 'timeout', 'connection-lost', 'bank-error'] as const)
          : 'fine'
      if (fate === 'unreachable') {
        await scheduler.gate(owner, `${label} is not reached`)
        return { kind: 'unknown', reason: 'unreachable' }
      }
      const reply = await scheduler.outside(owner, label, () => answer(bank, asked))
      await scheduler.gate(owner, `${label} ${reply.status} ${fate}`)
      if (fate === 'timeout') await scheduler.waitUntil(owner, options.now() + readTimeoutMs, `${label} gives up`)
      return fate === 'fine' ? heard(reply) : { kind: 'unknown', reason: fate }
    },
    close() {},
  })
  return near
}

function heard({ status, body }: Reply): Heard | Unknown {
  return status >= 500 ? { kind: 'unknown', reason: 'bank-error' } : { kind: 'heard', status, text: body }
}

async function answer(bank: OpenBank, { method, path, key = '', body }: BankRequest): Promise<Reply> {
  const [address = '', query = ''] = path.slice('/v1/'.length).split('?', 2)
  const segments = address.split('/').map(decodeURIComponent)
  if (method === 'GET') return readResource(bank, segments, new URLSearchParams(query))
  return postOperation(bank, { segments, key, body: body ? JSON.parse(body) : {}, publicPath })
}
