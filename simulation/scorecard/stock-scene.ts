import { addToCart, createCart, updateCart } from '../../server/commerce/carts/index.ts'
import { placeOrder } from '../../server/commerce/checkout/index.ts'
import { shipOrder } from '../../server/commerce/fulfillment/index.ts'
import { cancelOrder, orderById, refundOrder } from '../../server/commerce/orders/index.ts'
import { captureOrderMoney } from '../../server/commerce/payments/index.ts'
import {
  adjustStock,
  applyCount,
  enterCount,
  receiveGoods,
  reviewCount,
  sendTransfer,
  startCount,
} from '../../server/commerce/stockroom/index.ts'
import type { Shop } from '../../server/platform/context.ts'
import { putOnSale } from './small-store.ts'

/** One item of which four lie on the shelf, and what two people may do with it at once. */
export type Scene = {
  itemId: string
  warehouseId: string
  backRoomId: string
  /** A cart of two pieces, ready to be bought. */
  cart: { cartId: string; token: string; paymentToken: string }
  /** An order of two pieces that waits to be sent. */
  orderId: string
  /** An order of one piece that was sent and charged, and its line. */
  sentOrderId: string
  sentLineId: string
  /** A count that found one less. */
  countId: string
}

type SceneWish = { slug: string; warehouseId: string; backRoomId: string; cardToken: () => Promise<string> }

const actor = 'staff_at_the_scene'

/** Sets it. */
export async function setScene(ctx: Shop, wish: SceneWish): Promise<Scene> {
  const { warehouseId, backRoomId, cardToken } = wish
  const variantId = await putOnSale(ctx, { slug: wish.slug, priceMinor: 2000, stock: 5 })
  const { rows } = await ctx.database.pool.query<{ id: string }>(
    'select inventory_item_id as id from variant_inventory_items where variant_id = $1',
    [variantId],
  )
  const itemId = rows[0]?.id as string
  const cartOf = async (quantity: number) => {
    const { cart, token } = await createCart(ctx, { country: 'DE' })
    const own = { cartId: cart.id, token }
    await addToCart(ctx, { ...own, variantId, quantity })
    const address = { line1: 'Lindenallee 7', postcode: '20259', city: 'Hamburg' }
    await updateCart(ctx, own, { email: 'jo.shopper@example.com', name: 'Jo Shopper', address })
    return { ...own, paymentToken: await cardToken() }
  }
  const buy = async (quantity: number) => {
    const placed = await placeOrder(ctx, { ...(await cartOf(quantity)), provider: 'sandbox-bank' })
    return placed.order.id
  }
  const sentOrderId = await buy(1)
  const parcel = await shipOrder(ctx, { orderId: sentOrderId, actor })
  const sent = await orderById(ctx, sentOrderId)
  await captureOrderMoney(ctx, { orderId: sentOrderId, reference: parcel.id, amountMinor: sent.totalMinor })
  const orderId = await buy(2)
  const countId = await startCount(ctx, { locationId: warehouseId, of: [itemId], actor })
  await enterCount(ctx, { documentId: countId, lines: [{ inventoryItemId: itemId, quantity: 3 }], actor })
  await reviewCount(ctx, { documentId: countId, actor })
  const sentLineId = sent.lines[0]?.id as string
  const cart = await cartOf(2)
  return { itemId, warehouseId, backRoomId, cart, orderId, sentOrderId, sentLineId, countId }
}

/** Something that is done in the scene; `mark` is in a statement of the transaction that matters. */
export type Deed = { name: string; mark: RegExp; run(ctx: Shop, scene: Scene): Promise<unknown> }

const linesOf = (scene: Scene, quantity: number) => [{ inventoryItemId: scene.itemId, quantity }]

/** Everything that stock and money meet in, what the scorecard names at the front. */
export const deeds: Deed[] = [
  {
    name: 'reserve at checkout',
    mark: /insert into reservations/,
    run: (ctx, { cart }) => placeOrder(ctx, { ...cart, provider: 'sandbox-bank' }),
  },
  {
    name: 'cancel',
    mark: /status = 'canceled'/,
    run: (ctx, { orderId }) => cancelOrder(ctx, { orderId, reason: 'changed their mind', actor }),
  },
  {
    name: 'refund',
    mark: /insert into order_refunds/,
    run: (ctx, { sentOrderId: orderId, sentLineId }) =>
      refundOrder(ctx, {
        orderId,
        lines: [{ orderLineId: sentLineId, quantity: 1 }],
        restock: true,
        reason: 'came back',
        actor: { id: actor, role: 'owner' },
      }),
  },
  {
    name: 'receive',
    mark: /insert into stock_documents/,
    run: (ctx, scene) => receiveGoods(ctx, { locationId: scene.warehouseId, lines: linesOf(scene, 3), actor }),
  },
  {
    name: 'transfer',
    mark: /insert into stock_documents/,
    run: (ctx, scene) =>
      sendTransfer(ctx, {
        locationId: scene.warehouseId,
        toLocationId: scene.backRoomId,
        lines: linesOf(scene, 2),
        isAtOnce: true,
        actor,
      }),
  },
  {
    name: 'place at checkout',
    mark: /reservations_committed/,
    run: (ctx, { cart }) => placeOrder(ctx, { ...cart, provider: 'sandbox-bank' }),
  },
  {
    name: 'ship',
    mark: /insert into fulfillments/,
    run: (ctx, { orderId }) => shipOrder(ctx, { orderId, actor }),
  },
  {
    name: 'lose',
    mark: /insert into stock_documents/,
    run: (ctx, scene) =>
      adjustStock(ctx, { locationId: scene.warehouseId, reason: 'lost', lines: linesOf(scene, -2), actor }),
  },
  {
    name: 'count',
    mark: /insert into stock_movements/,
    run: (ctx, { countId }) => applyCount(ctx, { documentId: countId, actor }),
  },
]
