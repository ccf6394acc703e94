import { spawnSync } from 'node:child_process'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { transaction } from '../../platform/context.ts'
import { fromDecimal } from '../../platform/money.ts'
import { openTestShop, type TestShop } from '../../platform/testing/test-shop.ts'
import { type AccountBalance, type Period, postTransaction, trialBalance, writeJournal } from './index.ts'
import { readJournal } from './testing/read-journal.ts'

let shop: TestShop
let middle: Date
beforeAll(async () => {
  shop = await openTestShop()
  await bookAtRandom(60, 'a')
  shop.clock.advance({ hours: 50 })
  middle = shop.ctx.clock.now()
  await bookAtRandom(60, 'b')
})
afterAll(() => shop.close())

const accounts = [
  'assets:receivable:customers',
  'liabilities:tax:de',
  'revenue:goods',
  'expenses:fees',
  'equity:opening',
]
const amounts = fc.array(
  fc.record({
    from: fc.constantFrom(...accounts),
    to: fc.constantFrom(...accounts),
    currency: fc.constantFrom('EUR', 'JPY', 'KWD'),
    amountMinor: fc.integer({ min: 1, max: 99_999_999 }),
  }),
  { minLength: 1, maxLength: 4 },
)

/** Books movements in three currencies of 2, 0 and 3 decimals, an hour apart. */
async function bookAtRandom(count: number, name: string): Promise<void> {
  for (const [index, movements] of fc.sample(amounts, { numRuns: count, seed: 7 }).entries()) {
    const entries = movements.flatMap(({ from, to, currency, amountMinor }) => [
      { account: from, currency, amountMinor: -amountMinor },
      { account: to, currency, amountMinor },
    ])
    const posting = { kind: 'order-placed', reference: `order_${name}${index}`, entries }
    await transaction(shop.ctx, (tx) => postTransaction(shop.ctx, tx, posting))
    shop.clock.advance({ hours: 1 })
  }
}

async function journal(period: Period = {}): Promise<string> {
  const { out, text } = paper()
  await writeJournal(shop.ctx, { out, title: 'The books of; a shop', timeZone: 'Europe/Berlin', ...period })
  return text()
}

function paper(): { out: Writable; text(): string } {
  const parts: string[] = []
  const out = new Writable({
    write(part, _encoding, done) {
      parts.push(String(part))
      done()
    },
  })
  return { out, text: () => parts.join('') }
}

const balancesOf = (balances: readonly AccountBalance[]) =>
  new Map(
    balances
      .filter(({ balanceMinor }) => balanceMinor !== 0)
      .map(({ account, currency, balanceMinor }) => [`${account} ${currency}`, balanceMinor]),
  )
const periods: [string, () => Period][] = [
  ['everything', () => ({})],
  ['a period with its opening balances', () => ({ from: middle })],
  ['everything until a day', () => ({ until: middle })],
]

for (const [words, period] of periods) {
  test(`a journal of ${words} is of the format and comes to the trial balance`, async () => {
    const read = readJournal(await journal(period()))
    expect(new Map([...read.balances].filter(([, minor]) => minor !== 0))).toEqual(
      balancesOf(await trialBalance(shop.ctx, period())),
    )
    expect(read.currencies).toEqual(['EUR', 'JPY', 'KWD'])
    expect(read.transactions.length).toBeGreaterThan(60)
    expect(read.transactions.at(-1)?.text).toBe('Balances as the shop keeps them')
  })

  test(`hledger checks a journal of ${words} strictly and agrees with the trial balance`, async (context) => {
    if (spawnSync('hledger', ['--version']).status !== 0) context.skip('hledger is not installed here')
    const file = join(await mkdtemp(join(inject('runFolder'), 'journal-')), 'books.journal')
    await writeFile(file, await journal(period()))
    const check = spawnSync('hledger', ['-f', file, 'check', '--strict'], { encoding: 'utf8' })
    expect({ status: check.status, said: check.stderr }).toEqual({ status: 0, said: '' })
    const told = spawnSync('hledger', ['-f', file, 'bal', '--flat', '-N', '-O', 'csv', '--layout=tall'], {
      encoding: 'utf8',
    })
    expect(hledgerBalances(told.stdout)).toEqual(balancesOf(await trialBalance(shop.ctx, period())))
  })
}

function hledgerBalances(csv: string): Map<string, number> {
  const rows = parse(csv, { columns: true }) as { account: string; balance: string }[]
  return new Map(
    rows
      .flatMap(({ account, balance }) =>
        balance.split(/, |\n/).map((amount) => [account, ...amount.split(' ')] as const),
      )
      .filter(([, figure]) => figure !== '0')
      .map(([account, figure, currency]) => [
        `${account} ${currency}`,
        fromDecimal(figure as string, currency as string) as number,
      ]),
  )
}

test('a journal that was tampered with is noticed by its own assertions', async () => {
  const text = await journal()
  const changed = text.replace(
    /( {4}revenue:goods {2}-?)(\d)/,
    (_, before, digit) => `${before}${(Number(digit) % 9) + 1}`,
  )
  expect(() => readJournal(changed)).toThrow(/off by|stands at/)
  const [, ...blocks] = text.split('\n\n')
  const without = blocks.filter((_, index) => index !== blocks.length - 2)
  expect(() => readJournal(`\n${without.join('\n\n')}`)).toThrow('stands at')
})

test('books in which nothing was booked are an empty journal', async () => {
  const empty = await openTestShop()
  try {
    const { out, text } = paper()
    expect(await writeJournal(empty.ctx, { out, title: 'Empty', timeZone: 'UTC' })).toBe(0)
    expect(readJournal(text())).toMatchObject({ transactions: [], accounts: [] })
  } finally {
    await empty.close()
  }
})
