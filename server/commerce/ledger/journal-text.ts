import { minorDigits, toDecimal } from '../../platform/money.ts'
import type { AccountBalance } from './trial-balance.ts'

/** A booked transaction as a journal tells it. `date` is a day of the shop's own time. */
export type JournalTransaction = {
  id: string
  date: string
  kind: string
  reference: string
  entries: readonly { account: string; currency: string; amountMinor: number }[]
}

const types: Record<AccountBalance['kind'], string> = {
  asset: 'A',
  liability: 'L',
  equity: 'E',
  revenue: 'R',
  expense: 'X',
}

/** How a journal begins: what its numbers look like, and every commodity and account that occurs in it. */
export function journalHead(of: {
  title: string
  accounts: readonly { account: string; kind: AccountBalance['kind'] }[]
  currencies: readonly string[]
}): string {
  const lines = [`; ${oneLine(of.title)}`, 'decimal-mark .', '']
  // The point at the end belongs to it: without one, "1000 JPY" leaves open whether a point would group or divide.
  for (const currency of of.currencies) lines.push(`commodity ${sample(currency)} ${currency}`)
  lines.push('')
  for (const { account, kind } of of.accounts) lines.push(`account ${account}  ; type:${types[kind]}`)
  return `${lines.join('\n')}\n`
}

function sample(currency: string): string {
  const digits = minorDigits(currency)
  return `1000.${'0'.repeat(digits)}`
}

/** One transaction: its day, its id as the code, what it was and for what, and each entry (debit is positive). */
export function journalTransaction(of: JournalTransaction): string {
  const head = `${of.date} (${of.id}) ${oneLine(of.kind)} | ${oneLine(of.reference)}`
  const entries = of.entries.map(
    ({ account, currency, amountMinor }) => `    ${account}  ${toDecimal(amountMinor, currency)} ${currency}`,
  )
  return `\n${[head, ...entries].join('\n')}\n`
}

/** What accounts stood at before the first transaction, as one transaction; nothing where they were all empty. */
export function journalOpening(of: { date: string; balances: readonly AccountBalance[] }): string {
  const opened = of.balances.filter((balance) => balance.openingMinor !== 0)
  if (opened.length === 0) return ''
  const entries = opened.map(
    ({ account, currency, openingMinor }) => `    ${account}  ${toDecimal(openingMinor, currency)} ${currency}`,
  )
  return `\n${[`${of.date} Opening balances`, ...entries].join('\n')}\n`
}

/**
 * How a journal ends: it moves nothing, and asserts of every account the balance that the database keeps, so that a
 * program that reads the journal proves the balances as well.
 */
export function journalClosing(of: { date: string; balances: readonly AccountBalance[] }): string {
  if (of.balances.length === 0) return ''
  const asserted = of.balances.map(
    ({ account, currency, balanceMinor }) =>
      `    ${account}  ${toDecimal(0, currency)} ${currency} = ${toDecimal(balanceMinor, currency)} ${currency}`,
  )
  return `\n${[`${of.date} Balances as the shop keeps them`, ...asserted].join('\n')}\n`
}

/** A line break or a semicolon would begin something else. */
function oneLine(text: string): string {
  return text.replace(/[\s;|]+/g, ' ').trim()
}
