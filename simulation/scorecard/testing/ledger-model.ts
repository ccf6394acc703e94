import fc from 'fast-check'
import type pg from 'pg'
import { type LedgerEntry, postTransaction, trialBalance } from '../../../server/commerce/ledger/index.ts'
import { type Shop, transaction } from '../../../server/platform/context.ts'
import { newId } from '../../../server/platform/ids.ts'

/** What the books should say: every balance in plain arithmetic, and which movements have been booked. */
type Model = { balances: Map<string, number>; booked: Map<string, string> }
export type Real = { ctx: Shop; client: pg.Client; counts: Record<string, number> }
type Command = fc.AsyncCommand<Model, Real>

const accounts = [
  'assets:receivable:customers',
  'assets:provider:sandbox-bank',
  'revenue:goods',
  'liabilities:tax:de',
  'expenses:fees',
]
const currencies = ['EUR', 'JPY', 'KWD']

/**
 * Runs so many sequences of commands against the books and the model, and compares them after each. Answers how many
 * were run, how many accounts there are, and what was wrong, if anything.
 */
export async function tryLedger(
  real: Real,
  of: { seed: number; sequences: number },
): Promise<{ sequences: number; balances: number; wrong: string | undefined }> {
  // The database goes on from one sequence to the next, and so does the model: what is compared is the whole of it.
  const model: Model = { balances: new Map(), booked: new Map() }
  const property = fc.asyncProperty(fc.commands(commands, { maxCommands: 12 }), async (sequence) => {
    await fc.asyncModelRun(() => ({ model, real }), sequence)
    await compare(model, real)
  })
  const told = await fc.check(property, { seed: of.seed, numRuns: of.sequences, endOnFailure: true })
  const wrong = told.failed ? String(told.errorInstance ?? told.counterexample).slice(0, 600) : undefined
  return { sequences: told.numRuns, balances: model.balances.size, wrong }
}

async function compare(model: Model, { ctx }: Real): Promise<void> {
  const kept = (await trialBalance(ctx)).map((one) => [`${one.account} ${one.currency}`, one.balanceMinor] as const)
  const said = new Map<string, number>(kept.filter(([, minor]) => minor !== 0))
  const should = new Map([...model.balances].filter(([, minor]) => minor !== 0))
  const keys = new Set([...said.keys(), ...should.keys()])
  for (const key of keys)
    if (said.get(key) !== should.get(key))
      throw new Error(`${key} stands at ${said.get(key)}, and should at ${should.get(key)}`)
}

const movement = fc.record({
  from: fc.constantFrom(...accounts),
  to: fc.constantFrom(...accounts),
  currency: fc.constantFrom(...currencies),
  amountMinor: fc.integer({ min: 0, max: 1_000_000_000 }),
})
const movements = fc.array(movement, { minLength: 1, maxLength: 4 })
const reference = fc.constantFrom(...Array.from({ length: 400 }, (_, index) => `order_${index}`))

const entriesOf = (some: { from: string; to: string; currency: string; amountMinor: number }[]): LedgerEntry[] =>
  some.flatMap(({ from, to, currency, amountMinor }) => [
    { account: from, currency, amountMinor: 0 - amountMinor },
    { account: to, currency, amountMinor },
  ])

const commands: fc.Arbitrary<Command>[] = [
  fc.tuple(movements, reference).map(([some, name]) => book(entriesOf(some), name)),
  fc
    .tuple(movements, reference, fc.integer({ min: 2, max: 5 }))
    .map(([some, name, times]) => bookAtOnce(entriesOf(some), name, times)),
  fc.tuple(movements, fc.integer({ min: 1, max: 999 })).map(([some, off]) => bookOff(entriesOf(some), off)),
  fc.constantFrom(...cheats()).map(cheat),
]

/** Books a movement: the first under its reference counts, every later one changes nothing. */
function book(entries: LedgerEntry[], name: string): Command {
  return {
    check: () => true,
    async run(model, real) {
      count(real, 'booked')
      await transaction(real.ctx, (tx) => postTransaction(real.ctx, tx, { kind: 'test', reference: name, entries }))
      apply(model, entries, name)
    },
    toString: () => `book ${name} ${JSON.stringify(entries)}`,
  }
}

/** The same from several connections at once. */
function bookAtOnce(entries: LedgerEntry[], name: string, times: number): Command {
  return {
    check: () => true,
    async run(model, real) {
      count(real, 'booked_at_once')
      const once = () =>
        transaction(real.ctx, (tx) => postTransaction(real.ctx, tx, { kind: 'test', reference: name, entries }))
      await Promise.all(Array.from({ length: times }, once))
      apply(model, entries, name)
    },
    toString: () => `book ${times} times at once ${name}`,
  }
}

function apply(model: Model, entries: LedgerEntry[], name: string): void {
  const real = entries.filter((entry) => entry.amountMinor !== 0)
  if (real.length === 0 || model.booked.has(name)) return
  model.booked.set(name, name)
  for (const { account, currency, amountMinor } of real) {
    const key = `${account} ${currency}`
    model.balances.set(key, (model.balances.get(key) ?? 0) + amountMinor)
  }
}

/** Entries that do not balance are refused, by the code and, past the code, by the database. */
function bookOff(entries: LedgerEntry[], off: number): Command {
  return {
    check: () => true,
    async run(_model, real) {
      count(real, 'unbalanced_refused')
      const wrong = [...entries, { account: 'revenue:goods', currency: 'EUR', amountMinor: off }]
      const posting = { kind: 'wrong', reference: newId('order'), entries: wrong }
      await refused(() => transaction(real.ctx, (tx) => postTransaction(real.ctx, tx, posting)), /off by/)
      const rows = wrong.filter((entry) => entry.amountMinor !== 0)
      await refused(
        () =>
          real.client.query(
            `with a as (
               insert into ledger_accounts (code, kind) select c, 'asset' from unnest($2::text[]) c on conflict do nothing
             ), t as (
               insert into ledger_transactions values ($1, 'wrong', $1, now()) returning id
             )
             insert into ledger_entries select t.id, e.line, e.account, e.currency, e.amount
             from t, unnest($2::text[], $3::text[], $4::bigint[]) with ordinality e(account, currency, amount, line)`,
            [
              newId('ledgerTransaction'),
              rows.map((row) => row.account),
              rows.map((row) => row.currency),
              rows.map((row) => row.amountMinor),
            ],
          ),
        /must sum to zero/,
      )
    },
    toString: () => `book off by ${off}`,
  }
}

type Cheat = { name: string; statements: string[]; says: RegExp }

/** Ways to change the books without booking; each as the shop's own database role, in a transaction of its own. */
function cheats(): Cheat[] {
  const some = 'select id from ledger_transactions order by id limit 1'
  const pair = (a: number, b: number) =>
    `insert into ledger_entries select t.id, l, 'revenue:goods', 'EUR', v from (${some}) t, (values (${a}, 7), (${b}, -7)) e(l, v)`
  const half = (line: number, amount: number) =>
    `insert into ledger_entries select t.id, ${line}, 'revenue:goods', 'EUR', ${amount} from (${some}) t`
  return [
    {
      name: 'edit an entry',
      statements: ['update ledger_entries set amount_minor = amount_minor + 1'],
      says: /append-only/,
    },
    { name: 'edit nothing', statements: ['update ledger_entries set line = line where false'], says: /append-only/ },
    { name: 'move a transaction', statements: ["update ledger_transactions set reference = 'x'"], says: /append-only/ },
    {
      name: 'delete an entry',
      statements: [`delete from ledger_entries where transaction_id = (${some})`],
      says: /append-only/,
    },
    { name: 'delete a transaction', statements: ['delete from ledger_transactions'], says: /append-only/ },
    { name: 'empty the books', statements: ['truncate ledger_entries cascade'], says: /append-only/ },
    { name: 'empty everything', statements: ['truncate ledger_transactions cascade'], says: /append-only/ },
    { name: 'set a balance', statements: ['update ledger_balances set debit_minor = 0'], says: /book a transaction/ },
    {
      name: 'invent a balance',
      statements: ["insert into ledger_balances values ('revenue:goods', 'EUR', 63, 1, 0)"],
      says: /book a transaction/,
    },
    { name: 'forget balances', statements: ['delete from ledger_balances'], says: /book a transaction/ },
    { name: 'empty the balances', statements: ['truncate ledger_balances'], says: /book a transaction/ },
    { name: 'add a pair later', statements: [pair(101, 102)], says: /is closed/ },
    { name: 'add halves later', statements: [half(103, 7), half(104, -7)], says: /must sum to zero/ },
    {
      name: 'book nothing',
      statements: ["insert into ledger_transactions values ('ltx_none', 'test', 'none', now())"],
      says: /has entries/,
    },
    {
      name: 'replace on conflict',
      statements: [`${half(1, 7)} on conflict (transaction_id, line) do update set amount_minor = 7`],
      says: /append-only|must sum to zero/,
    },
  ]
}

function cheat({ name, statements, says }: Cheat): Command {
  return {
    // Without a transaction in the books there is nothing to change, and most of these would be refused for nothing.
    check: (model) => model.booked.size > 0,
    async run(_model, real) {
      count(real, 'cheats_refused')
      await refused(async () => {
        await real.client.query('begin')
        try {
          for (const statement of statements) await real.client.query(statement)
          await real.client.query('commit')
        } finally {
          await real.client.query('rollback')
        }
      }, says)
    },
    toString: () => name,
  }
}

async function refused(attempt: () => Promise<unknown>, says: RegExp): Promise<void> {
  try {
    await attempt()
  } catch (error) {
    if (says.test((error as Error).message)) return
    throw new Error(`refused, but with "${(error as Error).message}"`)
  }
  throw new Error(`was not refused: ${says.source}`)
}

function count(real: Real, what: string): void {
  real.counts[what] = (real.counts[what] ?? 0) + 1
}
