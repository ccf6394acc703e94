import { fromDecimal, minorDigits } from '../../../platform/money.ts'

/** What a journal says, read by the letter. */
export type ReadJournal = {
  accounts: string[]
  currencies: string[]
  transactions: { date: string; code: string; text: string }[]
  /** `account currency` to minor units. */
  balances: Map<string, number>
}

type Reading = ReadJournal & { sums: Map<string, number> }

const posting = /^ {4}([a-z]+(?::[a-z0-9-]+)+) {2}(-?\d+(?:\.\d+)?) ([A-Z]{3})(?: = (-?\d+(?:\.\d+)?) \3)?$/
const heading = /^(\d{4}-\d\d-\d\d)(?: \((ltx_[0-9a-z]{26})\))? ([^;|]+(?: \| [^;|]+)?)$/

/**
 * Reads a journal as strictly as its format is described, and refuses whatever hledger's strict checks would: accounts
 * and commodities not declared, transactions that do not balance, assertions that do not hold, decimals too few or too
 * many. Anything that is not a line of the format is an error.
 */
export function readJournal(text: string): ReadJournal {
  const read: Reading = { accounts: [], currencies: [], transactions: [], balances: new Map(), sums: new Map() }
  for (const [index, line] of [...text.split('\n'), ''].entries()) {
    try {
      readLine(read, line)
    } catch (error) {
      throw new Error(`line ${index + 1} "${line}": ${(error as Error).message}`)
    }
  }
  return read
}

function readLine(read: Reading, line: string): void {
  if (line === '') return endTransaction(read)
  if (line.startsWith('; ') || line === 'decimal-mark .') return
  const commodity = /^commodity 1000\.(0*) ([A-Z]{3})$/.exec(line)
  if (commodity) {
    if (commodity[1]?.length !== minorDigits(commodity[2] as string))
      throw new Error('not the decimals of the currency')
    read.currencies.push(commodity[2] as string)
    return
  }
  const account = /^account ([a-z]+(?::[a-z0-9-]+)+) {2}; type:[ALERX]$/.exec(line)
  if (account) return void read.accounts.push(account[1] as string)
  const head = heading.exec(line)
  if (head)
    return void read.transactions.push({ date: head[1] as string, code: head[2] ?? '', text: head[3] as string })
  const entry = posting.exec(line)
  if (!entry) throw new Error('no line of a journal')
  readPosting(read, {
    account: entry[1] as string,
    figure: entry[2] as string,
    currency: entry[3] as string,
    asserted: entry[4],
  })
}

function readPosting(
  read: Reading,
  {
    account,
    figure,
    currency,
    asserted,
  }: { account: string; figure: string; currency: string; asserted: string | undefined },
): void {
  if (!read.accounts.includes(account)) throw new Error('an account that is not declared')
  if (!read.currencies.includes(currency)) throw new Error('a commodity that is not declared')
  const amount = minorOf(figure, currency)
  const key = `${account} ${currency}`
  read.sums.set(currency, (read.sums.get(currency) ?? 0) + amount)
  read.balances.set(key, (read.balances.get(key) ?? 0) + amount)
  if (asserted !== undefined && minorOf(asserted, currency) !== read.balances.get(key))
    throw new Error(`the account stands at ${read.balances.get(key)}`)
}

function minorOf(figure: string, currency: string): number {
  if ((figure.split('.')[1] ?? '').length !== minorDigits(currency)) throw new Error('not the decimals of the currency')
  const minor = fromDecimal(figure, currency)
  if (minor === undefined) throw new Error('no amount')
  return minor
}

function endTransaction(read: Reading): void {
  for (const [currency, sum] of read.sums) if (sum !== 0) throw new Error(`a transaction is off by ${sum} ${currency}`)
  read.sums.clear()
}
