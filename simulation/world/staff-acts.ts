import { deliverFulfillment, shipOrder } from '../../server/commerce/fulfillment/index.ts'
import { receiveStock, setStock } from '../../server/commerce/inventory/index.ts'
import { refundPayment } from '../../server/commerce/payments/index.ts'
import { savePrices } from '../../server/commerce/pricing/index.ts'
import { transaction } from '../../server/platform/context.ts'
import { sql } from '../../server/platform/sql.ts'
import { anyProcess, begin, type Play } from './play.ts'

const actor = 'system'

/** Sends an order that waits, whole or in part; now and then with a double click, or two people send it at once. */
export async function ship(play: Play): Promise<void> {
  const { chance } = play.stage
  const order = pickRow<{ id: string; number: number }>(
    play,
    await play.eyes.rows(sql`
      select id, number from orders where status = 'placed' and fulfillment_status in ('unfulfilled', 'partly-shipped')
      order by number`),
  )
  if (!order) return
  const lines = await play.eyes.rows<{ id: string; left: number }>(sql`
    select id, quantity - fulfilled_quantity as left from order_lines where order_id = ${order.id} order by position`)
  const part = lines.map(({ id, left }) => ({ orderLineId: id, quantity: chance.below(left + 1) }))
  const isPart = chance.next() < 0.5 && part.some(({ quantity }) => quantity > 0)
  const clicks = chance.next() < 0.2 ? 2 : 1
  const isSameForm = chance.next() < 0.5
  let requestKey = `parcel-${++play.named}`
  for (let click = 0; click < clicks; click++) {
    if (!isSameForm && click > 0) requestKey = `parcel-${++play.named}`
    const { ctx, process } = pick(play)
    const wish = { orderId: order.id, requestKey, actor, ...(isPart ? { lines: part } : {}) }
    begin(play, process, `ships ${order.number}`, async () => (await shipOrder(ctx, wish)).status)
  }
}

/** The carrier hands over a parcel. */
export async function deliver(play: Play): Promise<void> {
  const parcel = pickRow<{ id: string }>(
    play,
    await play.eyes.rows(sql`select id from fulfillments where status <> 'delivered' order by id`),
  )
  if (!parcel) return
  const { ctx, process } = pick(play)
  begin(play, process, 'delivers a parcel', async () => {
    return (await deliverFulfillment(ctx, { fulfillmentId: parcel.id, actor })).status
  })
}

/** Gives money back, sometimes more than there is, sometimes by two people at once. */
export async function refund(play: Play): Promise<void> {
  const { chance } = play.stage
  const payment = pickRow<{ id: string; capturedMinor: number }>(
    play,
    await play.eyes.rows(sql`
      select id, captured_minor from payments where captured_minor > 0 order by created_at, id`),
  )
  if (!payment) return
  const reference = `refund-${++play.named}`
  for (let people = 0; people < (chance.next() < 0.3 ? 2 : 1); people++) {
    const amountMinor = 1 + chance.below(Math.ceil(payment.capturedMinor * 1.1))
    const { ctx, process } = pick(play)
    const of = { paymentId: payment.id, amountMinor, reference: chance.next() < 0.5 ? reference : `${reference}b` }
    begin(play, process, `refunds ${amountMinor}`, async () => {
      await refundPayment(ctx, of)
      return 'refunded'
    })
  }
}

/** Goods arrive, or somebody counts the shelf. */
export function moveStock(play: Play): void {
  const { chance } = play.stage
  const { variantId } = chance.pick(play.goods)
  const isCount = chance.next() < 0.4
  const counts = [{ variantId, locationId: play.warehouseId, quantity: chance.below(isCount ? 25 : 6) }]
  const { ctx, process } = pick(play)
  begin(play, process, isCount ? 'counts' : 'receives', async () =>
    isCount
      ? `${await setStock(ctx, counts, { reason: 'counted', actor })} changed`
      : `${await receiveStock(ctx, counts, { reason: 'received', actor })} changed`,
  )
}

/** A price changes while people have the old one in their carts. */
export function changePrice(play: Play): void {
  const { chance } = play.stage
  const good = chance.pick(play.goods)
  const amountMinor = 1 + chance.below(20_000)
  const { ctx, process } = pick(play)
  begin(play, process, 'prices', async () => {
    const prices = [{ variantId: good.variantId, amountMinor, compareAtMinor: null }]
    await transaction(ctx, (tx) => savePrices(ctx, tx, { currency: 'EUR', prices }))
    good.priceMinor = amountMinor
    return String(amountMinor)
  })
}

function pick(play: Play) {
  const process = anyProcess(play)
  return { process, ctx: process.ctx }
}

function pickRow<T>(play: Play, rows: readonly T[]): T | undefined {
  return rows.length > 0 ? play.stage.chance.pick(rows) : undefined
}
