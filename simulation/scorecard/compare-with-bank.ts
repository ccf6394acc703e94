import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { connectionOf } from '../../server/platform/database.ts'
import type { SandboxBankClient } from '../../server/providers/sandbox-bank/client.ts'
import type { Violation } from './check-invariants.ts'

const provider = 'sandbox-bank'
const rule =
  "The bank's own log and our books name the same money: every hold, capture, void and refund, and the balance."

/**
 * I7: reads the bank's log from its first record and sets it against payments, payment calls and the ledger. What is
 * still being reconciled may differ for a moment; the difference that is left after `settleMs` is answered.
 */
export async function compareWithBank(
  databaseUrl: string,
  bank: SandboxBankClient,
  options: { settleMs?: number } = {},
): Promise<Violation[]> {
  const client = new pg.Client(connectionOf(databaseUrl))
  await client.connect()
  try {
    const until = performance.now() + (options.settleMs ?? 60_000)
    for (;;) {
      const [theirs, ours] = [await bankSays(bank), await booksSay(client)]
      const rows = [
        ...[...theirs].filter((fact) => !ours.has(fact)).map((fact) => ({ fact, missing: 'in our books' })),
        ...[...ours].filter((fact) => !theirs.has(fact)).map((fact) => ({ fact, missing: 'in the log of the bank' })),
      ]
      if (rows.length === 0) return []
      if (performance.now() >= until) return [{ id: 'I7', rule, rows: rows.slice(0, 5) }]
      await wait(250)
    }
  } finally {
    await client.end()
  }
}

/** Every hold of money that the bank granted, without those it refused. */
export type BankHold = { id: string; reference: string; amountMinor: number; isVoided: boolean }

/** The holds in the bank's log, with the order that each was for. */
export async function bankHolds(bank: SandboxBankClient): Promise<BankHold[]> {
  const records = await wholeLog(bank)
  const voided = new Set(
    records.filter(({ type }) => type === 'authorization.voided').map(({ answer }) => answer.authorizationId),
  )
  return records.filter(isGranted).map(({ answer }) => ({
    id: answer.id,
    reference: answer.reference ?? '',
    amountMinor: answer.amountMinor,
    isVoided: voided.has(answer.id),
  }))
}

/** What the bank took and gave back for an order, by its own log. */
export async function bankMoved(
  bank: SandboxBankClient,
  orderId: string,
): Promise<{ capturedMinor: number; refundedMinor: number }> {
  const records = await wholeLog(bank)
  const of = (kind: string) => records.filter(({ type }) => type === kind).map(({ answer }) => answer)
  const holds = new Set(
    of('authorization.answered')
      .filter(({ reference }) => reference === orderId)
      .map(({ id }) => id),
  )
  const captures = of('authorization.captured').filter(({ authorizationId = '' }) => holds.has(authorizationId))
  const taken = new Set(captures.map(({ id }) => id))
  const refunds = of('capture.refunded').filter(({ captureId = '' }) => taken.has(captureId))
  const sum = (moved: { amountMinor: number }[]) => moved.reduce((all, { amountMinor }) => all + amountMinor, 0)
  return { capturedMinor: sum(captures), refundedMinor: sum(refunds) }
}

type LogRecord = {
  n: number
  type: string
  answer: {
    id: string
    status?: string
    reference?: string
    amountMinor: number
    currency: string
    authorizationId?: string
    captureId?: string
    feeMinor?: number
  }
}

/** What the bank answered to the shop, from its first record on. */
async function wholeLog(bank: SandboxBankClient): Promise<LogRecord[]> {
  const records: LogRecord[] = []
  for (let after = 0; ; ) {
    const answer = await bank.readLog(after)
    if (answer.kind !== 'answered') throw new Error(`the bank does not show its log: ${JSON.stringify(answer)}`)
    const last = answer.records.at(-1)
    if (!last) return records
    after = last.n
    // Cards that became tokens are no answers to the shop, and no money.
    records.push(...(answer.records.filter((record) => 'answer' in record) as unknown as LogRecord[]))
  }
}

/** Granted at once, or after the cardholder had proved who they are. */
function isGranted({ type, answer }: Pick<LogRecord, 'type' | 'answer'>): boolean {
  return (type === 'authorization.answered' || type === 'challenge.answered') && answer.status === 'authorized'
}

async function bankSays(bank: SandboxBankClient): Promise<Set<string>> {
  const facts = new Set<string>()
  const balances = new Map<string, number>()
  const move = (currency: string, amountMinor: number) =>
    balances.set(currency, (balances.get(currency) ?? 0) + amountMinor)
  for (const { type, answer } of await wholeLog(bank)) {
    const { id, amountMinor, currency } = answer
    if (isGranted({ type, answer })) facts.add(`hold ${id} of ${amountMinor} ${currency} for ${answer.reference}`)
    if (type === 'authorization.voided') facts.add(`void ${id}`)
    if (type === 'authorization.captured') {
      facts.add(`capture ${id} of ${amountMinor} ${currency}`)
      move(currency, amountMinor)
    }
    if (type === 'capture.refunded') {
      facts.add(`refund ${id} of ${amountMinor} ${currency}`)
      move(currency, -amountMinor)
    }
    if (type === 'dispute.opened') move(currency, -amountMinor - (answer.feeMinor ?? 0))
    if (type === 'dispute.closed' && answer.status === 'won') move(currency, amountMinor)
  }
  for (const [currency, amountMinor] of balances) if (amountMinor !== 0) facts.add(`balance ${amountMinor} ${currency}`)
  return facts
}

async function booksSay(client: pg.Client): Promise<Set<string>> {
  const { rows } = await client.query<{ fact: string }>(
    `select 'hold ' || c.provider_reference || ' of ' || c.amount_minor || ' ' || p.currency || ' for ' || p.order_id as fact
     from payment_calls c join payments p on p.id = c.payment_id
     where p.provider = $1 and c.action in ('authorize', 'open-page', 'reauthorize') and c.answer ->> 'kind' = 'authorized'
     union all
     select case when c.action = 'void' then 'void ' || c.provider_reference
       else c.action || ' ' || c.provider_reference || ' of ' || c.amount_minor || ' ' || p.currency end
     from payment_calls c join payments p on p.id = c.payment_id
     where p.provider = $1 and c.action in ('capture', 'void', 'refund') and c.provider_reference not like 'lapsed:%'
     union all
     select 'balance ' || sum(amount_minor) || ' ' || currency from ledger_entries
     where account = 'assets:provider:' || $1 group by currency having sum(amount_minor) <> 0`,
    [provider],
  )
  return new Set(rows.map((row) => row.fact))
}

/** How many answers the bank has given to the shop so far. */
export async function bankRecordCount(bank: SandboxBankClient): Promise<number> {
  return (await wholeLog(bank)).length
}

/** How often the bank took money for each order. */
export async function bankCaptures(bank: SandboxBankClient): Promise<Map<string, number>> {
  const records = await wholeLog(bank)
  const orders = new Map(records.filter(isGranted).map(({ answer }) => [answer.id, answer.reference ?? '']))
  const captures = records.filter(({ type }) => type === 'authorization.captured')
  const grouped = Map.groupBy(captures, ({ answer }) => orders.get(answer.authorizationId ?? '') ?? '')
  return new Map([...grouped].map(([order, some]) => [order, some.length]))
}

/**
 * What a copy of our books says and the bank never heard of. A copy may be older than the log of the bank; what it knows
 * must be in there all the same.
 */
export async function unheardByBank(databaseUrl: string, bank: SandboxBankClient): Promise<string[]> {
  const client = new pg.Client(connectionOf(databaseUrl))
  await client.connect()
  try {
    const theirs = await bankSays(bank)
    return [...(await booksSay(client))].filter((fact) => !fact.startsWith('balance ') && !theirs.has(fact)).slice(0, 5)
  } finally {
    await client.end()
  }
}
