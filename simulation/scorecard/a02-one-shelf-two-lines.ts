import { openShopper, type ReadyCart, readyCarts } from '../../bench/measuring/shopper.ts'
import { takeItems } from '../../server/commerce/inventory/index.ts'
import { openWorld, type World } from './open-world.ts'
import { type RunOptions, ran, type ScorecardTest } from './scorecard-test.ts'
import { putOnSale } from './small-store.ts'

const pieces = 3
const buyers = 50

/** What each cart asks of the one item: so many single pieces, and so many sets of so many. */
type Ask = { singles: number; sets: number; perSet: number }
const asks: Ask[] = [
  { singles: 2, sets: 2, perSet: 1 },
  { singles: 1, sets: 1, perSet: 2 },
  { singles: 2, sets: 1, perSet: 2 },
  { singles: 1, sets: 1, perSet: 1 },
]

export const test: ScorecardTest = {
  id: 'A02',
  promise: `Of ${buyers} carts at once whose two lines share ${pieces} pieces, none gets a part, and no more than ${pieces} pieces are sold.`,
  async run(options) {
    const world = await openWorld({ name: 'a02', servers: 2 })
    try {
      return await play(world, options)
    } finally {
      await world.close()
    }
  },
}

async function play(world: World, { seed, isShort, say }: RunOptions) {
  const rounds = isShort ? asks.length : asks.length * 8
  const totals = { orders: 0, pieces_sold: 0, sold_out: 0, other_answers: 0, wrong_rounds: 0 }
  for (let round = 0; round < rounds; round++) {
    const ask = asks[round % asks.length] as Ask
    const inCart = ask.singles + ask.sets * ask.perSet
    const told = await buyAtOnce(world, await prepare(world, { slug: `cup-${seed}-${round}`, ask }))
    const placed = told.filter((answer) => answer.status === 201).length
    const soldOut = told.filter(({ status, body }) => status === 409 && body?.code === 'inventory.out-of-stock')
    const isRight = placed === Math.floor(pieces / inCart) && placed + soldOut.length === told.length
    totals.orders += placed
    totals.pieces_sold += placed * inCart
    totals.sold_out += soldOut.length
    totals.other_answers += told.length - placed - soldOut.length
    if (!isRight) totals.wrong_rounds++
    say(
      `  carts of ${ask.singles} and ${ask.sets} x ${ask.perSet} of ${pieces}: ${placed} placed, ${soldOut.length} told what is short`,
    )
    for (const odd of told.filter(({ status }) => ![201, 409].includes(status)).slice(0, 3))
      say(`    ${odd.status} ${odd.text.slice(0, 200)}`)
  }
  const left = await reservedAbove(world)
  return ran({
    kept: totals.wrong_rounds === 0 && left === 0,
    figures: { rounds, carts: rounds * buyers, ...totals, items_promised_beyond: left },
    violations: await world.violations(),
  })
}

/** One item on the shelf, sold one by one and in sets, and carts with a line of each. */
async function prepare(world: World, of: { slug: string; ask: Ask }): Promise<ReadyCart[][]> {
  const { slug, ask } = of
  const single = await putOnSale(world.ctx, { slug, priceMinor: 900, stock: pieces })
  const set = await putOnSale(world.ctx, { slug: `${slug}-set`, priceMinor: 1700, stock: 0 })
  const { rows } = await world.ctx.database.pool.query<{ id: string }>(
    'select inventory_item_id as id from variant_inventory_items where variant_id = $1',
    [single],
  )
  const items = [{ inventoryItemId: rows[0]?.id as string, quantity: ask.perSet }]
  await takeItems(world.ctx, { variantId: set, items, actor: 'system' })
  const wish = [
    { variantId: single, quantity: ask.singles },
    { variantId: set, quantity: ask.sets },
  ]
  const wishes = Array.from({ length: buyers / world.servers.length }, () => wish)
  // A cart that can never be served is refused a line as it is filled, so that carts are filled while there is enough.
  await stockUp(world, rows[0]?.id as string, 100)
  const carts = await Promise.all(world.servers.map(({ port }) => readyCarts(port, wishes, 8)))
  await stockUp(world, rows[0]?.id as string, -100)
  return carts
}

async function stockUp(world: World, itemId: string, quantity: number): Promise<void> {
  await world.ctx.database.pool.query(
    `insert into stock_movements (inventory_item_id, location_id, quantity, reason, occurred_at)
     select $1, id, $2, 'corrected', now() from stock_locations limit 1`,
    [itemId, quantity],
  )
}

async function buyAtOnce(world: World, carts: ReadyCart[][]) {
  const shoppers = await Promise.all(
    carts.flatMap((some, server) =>
      some.map(async (cart) => ({ cart, shopper: await openShopper(world.servers[server]?.port as number) })),
    ),
  )
  const answers = await Promise.all(shoppers.map(({ cart, shopper }) => shopper.complete(cart)))
  for (const { shopper } of shoppers) shopper.close()
  return answers
}

async function reservedAbove(world: World): Promise<number> {
  const { rows } = await world.ctx.database.pool.query<{ count: number }>(
    'select count(*)::int as count from stock_levels where reserved > $1',
    [pieces],
  )
  return rows[0]?.count ?? 0
}
