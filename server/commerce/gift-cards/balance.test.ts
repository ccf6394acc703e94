import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { transaction } from '../../platform/context.ts'
import { newId } from '../../platform/ids.ts'
import { sql } from '../../platform/sql.ts'
import { openSmallShop, type SmallShop } from '../checkout/testing/small-shop.ts'
import { trialBalance } from '../ledger/index.ts'
import {
  changeBalance,
  creditCustomer,
  expireCards,
  giveBackValue,
  holdValue,
  issueCard,
  releaseHeldValue,
  takeHeldValue,
} from './index.ts'

let shop: SmallShop
beforeAll(async () => {
  shop = await openSmallShop()
})
afterAll(() => shop.close())

const inTransaction: <T>(work: Parameters<typeof transaction<T>>[1]) => Promise<T> = (work) =>
  transaction(shop.ctx, work)

async function newCard(amountMinor: number, expiresAt: Date | null = null) {
  const card = { kind: 'issued', currency: 'EUR', amountMinor, expiresAt, reason: 'a test', actor: 'staff_1' } as const
  return (await inTransaction((tx) => issueCard(shop.ctx, tx, card))) as { id: string; code: string }
}

function standing(id: string) {
  return shop.ctx.database.one<{ balanceMinor: number; heldMinor: number; entries: number; live: number }>(sql`
    select balance_minor, held_minor,
      (select coalesce(sum(amount_minor), 0)::bigint from stored_value_entries e where e.account_id = a.id) as entries,
      (select coalesce(sum(left_minor), 0)::bigint from stored_value_holds h where h.account_id = a.id) as live
    from stored_value_accounts a where id = ${id}`)
}

type Step =
  | { do: 'hold'; amountMinor: number }
  | { do: 'take' | 'release' | 'giveBack'; which: number; amountMinor: number }
  | { do: 'change'; amountMinor: number }

const amount = fc.integer({ min: 1, max: 6000 })
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constant('hold' as const), amountMinor: amount }),
  fc.record({
    do: fc.constantFrom('take' as const, 'release' as const, 'giveBack' as const),
    which: fc.nat(5),
    amountMinor: amount,
  }),
  fc.record({ do: fc.constant('change' as const), amountMinor: fc.integer({ min: -3000, max: 3000 }) }),
)

test('whatever is held, taken, let go, given back, added and withdrawn: the card stands where a sheet of paper says', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
      const { id } = await newCard(50_00)
      const paper = { balance: 50_00, holds: [] as { id: string; left: number; taken: number }[] }
      const held = () => paper.holds.reduce((sum, hold) => sum + hold.left, 0)
      for (const each of steps) {
        const isDone = await play(id, each, paper.holds).then(
          () => true,
          () => false,
        )
        expect(isDone).toBe(write(paper, each, held()))
        expect(await standing(id)).toEqual({
          balanceMinor: paper.balance,
          heldMinor: held(),
          entries: paper.balance,
          live: held(),
        })
      }
    }),
    { numRuns: 40 },
  )
})

type Paper = { balance: number; holds: { id: string; left: number; taken: number }[] }

async function play(accountId: string, each: Step, holds: Paper['holds']): Promise<void> {
  const { ctx } = shop
  const { amountMinor } = each
  if (each.do === 'change') {
    if (amountMinor !== 0) await changeBalance(ctx, { accountId, amountMinor, reason: 'a test', actor: 'staff_1' })
    return
  }
  if (each.do === 'hold') {
    const id = newId('payment')
    await inTransaction((tx) =>
      holdValue(ctx, tx, [{ id, accountId, orderId: 'order_1', cartId: 'cart_1', amountMinor }]),
    )
    holds.push({ id, left: 0, taken: 0 })
    return
  }
  const hold = holds[each.which]
  if (!hold) throw new Error('no such hold')
  const moved = { holdId: hold.id, amountMinor, reference: newId('paymentCall') }
  await inTransaction(async (tx) => {
    if (each.do === 'take') await takeHeldValue(ctx, tx, moved)
    if (each.do === 'release') await releaseHeldValue(ctx, tx, [hold.id])
    if (each.do === 'giveBack') await giveBackValue(ctx, tx, moved)
  })
}

/** What should come of it, on paper; false when it is refused. */
function write(paper: Paper, each: Step, held: number): boolean {
  const { amountMinor } = each
  if (each.do === 'change') {
    if (paper.balance - held + amountMinor < 0) return false
    paper.balance += amountMinor
    return true
  }
  if (each.do === 'hold') {
    const isEnough = paper.balance - held >= amountMinor
    const made = paper.holds.at(-1)
    if (isEnough && made) made.left = amountMinor
    return isEnough
  }
  const hold = paper.holds[each.which]
  if (!hold) return false
  if (each.do === 'release') hold.left = 0
  if (each.do === 'giveBack') paper.balance += amountMinor
  if (each.do === 'take') {
    if (hold.left < amountMinor) return false
    hold.left -= amountMinor
    hold.taken += amountMinor
    paper.balance -= amountMinor
  }
  return true
}

test('of fifty that hold 5.00 of a card with 50.00 and fifty more, ten succeed', async () => {
  const { id: accountId } = await newCard(50_00)
  const hold = () =>
    inTransaction((tx) =>
      holdValue(shop.ctx, tx, [
        { id: newId('payment'), accountId, orderId: 'order_1', cartId: 'cart_1', amountMinor: 5_00 },
      ]),
    )
  const results = await Promise.allSettled(Array.from({ length: 100 }, hold))
  expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(10)
  expect(await standing(accountId)).toMatchObject({ balanceMinor: 50_00, heldMinor: 50_00 })
})

test('what the books say is owed is what the cards and credits hold, and an expired card is earned', async () => {
  const { ctx, clock } = shop
  const tomorrow = new Date(ctx.clock.now().getTime() + 86_400_000)
  const { id } = await newCard(30_00, tomorrow)
  const credit = { email: 'Kim@example.com ', currency: 'EUR', amountMinor: 7_00, actor: 'staff_1' }
  const give = (reference: string) =>
    inTransaction((tx) => creditCustomer(ctx, tx, { ...credit, kind: 'issued', reference, reason: 'sorry' }))
  const [first, again] = [await give('case 1'), await give('case 1')]
  expect(again).toEqual(first)
  const earlier = await balanceOf('revenue:gift-cards-expired')
  const owedBefore = await balanceOf('liabilities:gift-cards')
  const onCardsBefore = await onCards('gift-card')
  clock.advance({ days: 2 })
  expect(await expireCards(ctx)).toBe(1)
  expect(await standing(id)).toMatchObject({ balanceMinor: 0, entries: 0 })
  expect(await balanceOf('revenue:gift-cards-expired')).toBe(earlier - 30_00)
  expect((await onCards('gift-card')) - onCardsBefore).toBe(-30_00)
  expect((await balanceOf('liabilities:gift-cards')) - owedBefore).toBe(30_00)
  expect(await onCards('store-credit')).toBe(7_00)
  expect(await balanceOf('liabilities:store-credit')).toBe(-7_00)
})

test('the database refuses a balance below zero, more held than there is, and a change of what was written', async () => {
  const { database } = shop.ctx
  const { id } = await newCard(10_00)
  const below = sql`update stored_value_accounts set balance_minor = -1 where id = ${id}`
  await expect(database.run(below)).rejects.toThrow('stored_value_is_never_below_zero')
  const tooMuch = sql`update stored_value_accounts set held_minor = 1001 where id = ${id}`
  await expect(database.run(tooMuch)).rejects.toThrow('stored_value_is_never_below_zero')
  await expect(database.run(sql`delete from stored_value_entries`)).rejects.toThrow('append-only')
})

async function balanceOf(account: string): Promise<number> {
  return (await trialBalance(shop.ctx)).find((balance) => balance.account === account)?.balanceMinor ?? 0
}

async function onCards(kind: string): Promise<number> {
  const { sum } = await shop.ctx.database.one<{ sum: number }>(
    sql`select coalesce(sum(balance_minor), 0)::bigint as sum from stored_value_accounts where kind = ${kind}`,
  )
  return sum
}
