import type { BankState } from './bank-records.ts'
import { decimalsOf } from './page-look.ts'

/** One line of a payout file: what came in or went out, what the bank keeps of it, and what is left for the shop. */
export type PayoutLine = {
  kind: 'capture' | 'refund' | 'chargeback' | 'chargeback-won'
  id: string
  reference: string
  grossMinor: number
  feeMinor: number
  netMinor: number
  at: string
}

/** What the bank pays out for one day (UTC) in one currency. Below zero, the shop owes it. */
export type Payout = {
  date: string
  currency: string
  /** `open` until the day is over. */
  status: 'open' | 'paid'
  grossMinor: number
  feeMinor: number
  netMinor: number
  lines: PayoutLine[]
}

const feePpm = 14_000
const feeMajorHundredths = 25

/** What the bank keeps of a capture: 1.4% and 0.25, rounded half away from zero. Refunds do not bring it back. */
export function feeOf(amountMinor: number, currency: string): number {
  const fixedMinor = Math.round((feeMajorHundredths * 10 ** decimalsOf(currency)) / 100)
  return Math.min(amountMinor, Math.round((amountMinor * feePpm) / 1_000_000) + fixedMinor)
}

/** Every payout there has been and the ones of today, the newest first. */
export function payoutsOf(state: BankState, now: Date): Payout[] {
  const payouts = new Map<string, Payout>()
  const today = now.toISOString().slice(0, 10)
  const add = (currency: string, at: string, line: Omit<PayoutLine, 'netMinor' | 'at'>) => {
    const date = at.slice(0, 10)
    const known = payouts.get(`${date} ${currency}`)
    const payout: Payout = known ?? {
      date,
      currency,
      status: date < today ? 'paid' : 'open',
      grossMinor: 0,
      feeMinor: 0,
      netMinor: 0,
      lines: [],
    }
    payouts.set(`${date} ${currency}`, payout)
    const netMinor = line.grossMinor - line.feeMinor
    payout.lines.push({ ...line, netMinor, at })
    payout.grossMinor += line.grossMinor
    payout.feeMinor += line.feeMinor
    payout.netMinor += netMinor
  }
  for (const { id, amountMinor, currency, reference, capturedAt } of state.captures.values())
    add(currency, capturedAt, {
      kind: 'capture',
      id,
      reference,
      grossMinor: amountMinor,
      feeMinor: feeOf(amountMinor, currency),
    })
  for (const { id, captureId, amountMinor, currency, refundedAt } of state.refunds.values()) {
    const reference = state.captures.get(captureId)?.reference ?? ''
    add(currency, refundedAt, { kind: 'refund', id, reference, grossMinor: -amountMinor, feeMinor: 0 })
  }
  for (const {
    id,
    reference,
    amountMinor,
    feeMinor,
    currency,
    status,
    openedAt,
    closedAt,
  } of state.disputes.values()) {
    add(currency, openedAt, { kind: 'chargeback', id, reference, grossMinor: -amountMinor, feeMinor })
    if (status === 'won' && closedAt)
      add(currency, closedAt, { kind: 'chargeback-won', id, reference, grossMinor: amountMinor, feeMinor: 0 })
  }
  for (const payout of payouts.values()) payout.lines.sort((a, b) => (`${a.at} ${a.id}` < `${b.at} ${b.id}` ? -1 : 1))
  return [...payouts.values()].sort((a, b) => (`${a.date} ${a.currency}` < `${b.date} ${b.currency}` ? 1 : -1))
}

const columns = ['date', 'currency', 'kind', 'id', 'reference', 'gross_minor', 'fee_minor', 'net_minor', 'at'] as const

/** A payout as a settlement file (CSV, RFC 4180): one line for each movement, and last the sum that is paid out. */
export function payoutFile(payout: Payout): string {
  const { date, currency } = payout
  const rows = payout.lines.map((line) => [
    date,
    currency,
    line.kind,
    line.id,
    line.reference,
    line.grossMinor,
    line.feeMinor,
    line.netMinor,
    line.at,
  ])
  const total = [date, currency, 'payout', '', '', payout.grossMinor, payout.feeMinor, payout.netMinor, '']
  return [columns, ...rows, total].map((row) => `${row.map(cell).join(',')}\r\n`).join('')
}

function cell(value: string | number): string {
  const text = String(value)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
