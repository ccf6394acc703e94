import { deliverFulfillment, shipOrder } from '../../server/commerce/fulfillment/index.ts'
import { receiveStock, setStock } from '../../server/commerce/inventory/index.ts'
import { cancelOrder, refundOrder } from '../../server/commerce/orders/index.ts'
import { savePrices } from '../../server/commerce/pricing/index.ts'
import { adjustStock, receiveTransfer, sendTransfer } from '../../server/commerce/stockroom/index.ts'
import { transaction } from '../../server/platform/context.ts'
import { sql } from '../../server/platform/sql.ts'
import { anyProcess, begin, type Play } from './play.ts'

const actor = 'system'
const owner = { id: 'staff_of_the_world', role: 'owner' } as const

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

/** Gives money back: for units, for delivery or a free amount, sometimes too much, sometimes by two people at once. */
export async function refund(play: Play): Promise<void> {
  const { chance } = play.stage
  const order = pickRow<{ id: string; number: number; totalMinor: number }>(
    play,
    await play.eyes.rows(sql`
      select id, number, total_minor from orders where status in ('placed', 'completed') order by number`),
  )
  if (!order) return
  const lines = await play.eyes.rows<{ id: string; quantity: number }>(sql`
    select id, quantity from order_lines where order_id = ${order.id} order by position`)
  let requestKey = `refund-${++play.named}`
  for (let people = 0; people < (chance.next() < 0.3 ? 2 : 1); people++) {
    if (chance.next() < 0.5) requestKey = `refund-${++play.named}`
    const how = chance.next()
    const wish =
      how < 0.5
        ? { lines: lines.map(({ id, quantity }) => ({ orderLineId: id, quantity: chance.below(quantity + 1) })) }
        : how < 0.7
          ? { shippingMinor: 1 + chance.below(490) }
          : { amountMinor: 1 + chance.below(order.totalMinor) }
    const { ctx, process } = pick(play)
    const of = { orderId: order.id, reason: 'a wish', restock: chance.next() < 0.5, requestKey, actor: owner }
    begin(play, process, `refunds ${order.number}`, async () => {
      const given = await refundOrder(ctx, { ...of, ...withoutNone(wish) })
      return `${given.status} ${given.amountMinor}`
    })
  }
}

/** Takes an order back, whole or some units of it, while another one may just be sending it. */
export async function cancel(play: Play): Promise<void> {
  const { chance } = play.stage
  const order = pickRow<{ id: string; number: number; revision: number }>(
    play,
    await play.eyes.rows(sql`
      select id, number, revision from orders where status = 'placed' and fulfillment_status <> 'delivered'
      order by number`),
  )
  if (!order) return
  const lines = await play.eyes.rows<{ id: string; quantity: number }>(sql`
    select id, quantity from order_lines where order_id = ${order.id} order by position`)
  for (let people = 0; people < (chance.next() < 0.3 ? 2 : 1); people++) {
    const part = lines.map(({ id, quantity }) => ({ orderLineId: id, quantity: chance.below(quantity + 1) }))
    const isWhole = chance.next() < 0.4
    const { ctx, process } = pick(play)
    const of = {
      orderId: order.id,
      reason: 'a wish',
      actor,
      ...(isWhole ? {} : withoutNone({ lines: part })),
      ...(chance.next() < 0.5 ? { revision: order.revision } : {}),
    }
    begin(play, process, `cancels ${order.number}`, async () => {
      await cancelOrder(ctx, of)
      return isWhole ? 'whole' : 'part'
    })
  }
}

/** Units of which none are to be given back are not named. */
function withoutNone(wish: { lines?: { orderLineId: string; quantity: number }[] }) {
  return wish.lines ? { lines: wish.lines.filter(({ quantity }) => quantity > 0) } : wish
}

/** Pieces are carried to the other room, and taken in there some time later, perhaps not all of them; or broken. */
export async function carry(play: Play): Promise<void> {
  const { chance } = play.stage
  const { itemId: inventoryItemId } = chance.pick(play.goods)
  const sent = pickRow<{ id: string; quantity: number; itemId: string }>(
    play,
    await play.eyes.rows(sql`
      select d.id, l.quantity, l.inventory_item_id as item_id from stock_documents d
      join stock_document_lines l on l.document_id = d.id where d.kind = 'transfer' and d.status = 'sent' order by d.id`),
  )
  const { ctx, process } = pick(play)
  const places = [play.warehouseId, play.backRoomId]
  if (chance.next() < 0.5) places.reverse()
  const [locationId, toLocationId] = places as [string, string]
  const what = chance.next()
  const quantity = 1 + chance.below(4)
  const requestKey = `paper-${++play.named}`
  if (sent && what < 0.5) {
    const arrived =
      chance.next() < 0.7 ? undefined : [{ inventoryItemId: sent.itemId, quantity: chance.below(sent.quantity + 1) }]
    for (let people = 0; people < (chance.next() < 0.3 ? 2 : 1); people++) {
      const at = pick(play)
      begin(play, at.process, 'takes-in', async () => {
        await receiveTransfer(at.ctx, { documentId: sent.id, lines: arrived, actor })
        return 'taken in'
      })
    }
  } else if (what < 0.8) {
    const wish = { locationId, toLocationId, lines: [{ inventoryItemId, quantity }], isAtOnce: chance.next() < 0.3 }
    begin(play, process, 'carries', async () => {
      await sendTransfer(ctx, { ...wish, actor, requestKey })
      return String(quantity)
    })
  } else {
    const wish = {
      locationId,
      reason: 'damaged' as const,
      lines: [{ inventoryItemId, quantity: -quantity }],
      actor,
      requestKey,
    }
    begin(play, process, 'breaks', async () => {
      await adjustStock(ctx, wish)
      return String(quantity)
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
