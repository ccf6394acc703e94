import { secondsLater } from '../../platform/clock.ts'
import { markedTransaction, type Shop } from '../../platform/context.ts'
import { hashSecret } from '../../platform/crypto.ts'
import type { Transaction } from '../../platform/database.ts'
import { sql } from '../../platform/sql.ts'
import { type CartTender, errors as cartErrors, lockCart, priceCart } from '../carts/index.ts'
import { reserveStock } from '../inventory/index.ts'
import { type NamedOrder, nameOrder, orderOfCart, orderSummary, orderWritten } from '../orders/index.ts'
import {
  authorizePayment,
  newPayment,
  newTender,
  openPaymentPage,
  paymentRecorded,
  providerOf,
  type RecordedPayment,
  recordTenders,
  type Tender,
} from '../payments/index.ts'
import { reserveUses } from '../promotions/index.ts'
import { concludePayment, type Placement } from './conclude-payment.ts'
import { draftOrder } from './draft-order.ts'
import { errors } from './errors.ts'
import { finishPaidOrder } from './finish-order.ts'
import { type BegunOrder, joinOrder } from './join-order.ts'
import { holdSeconds, type OrderWish } from './order-wish.ts'
import { refuseForeignAddress, returnAddress } from './return-address.ts'

const attemptsMax = 3

/**
 * Places the order of a cart:
 * 1. in one transaction the cart is locked, priced again, its order and payment are written down, its stock is held;
 * 2. with no transaction open, the provider is asked for the money;
 * 3. in another transaction, the order is placed and booked, or declined and its stock given back.
 * However often and from wherever it is called, a cart becomes one order, and everyone is told the same one.
 */
export async function placeOrder(ctx: Shop, wish: OrderWish): Promise<Placement> {
  providerOf(ctx, wish.provider)
  if (wish.returnUrl !== undefined) refuseForeignAddress(ctx, wish.returnUrl)
  for (let attempt = 0; attempt < attemptsMax; attempt++) {
    const begun = await markedTransaction(ctx, 'place-order', (tx) => beginOrder(ctx, tx, wish))
    if (begun.kind === 'new') return pay(ctx, begun, wish)
    const joined = await joinOrder(ctx, begun, wish)
    if (joined) return joined
  }
  throw errors.busy()
}

type NewlyBegun = { kind: 'new'; orderId: string; locale: string; payment: RecordedPayment | undefined }

async function beginOrder(ctx: Shop, tx: Transaction, wish: OrderWish): Promise<NewlyBegun | BegunOrder> {
  const tokenHash = hashSecret(wish.token)
  const cart = await lockCart(tx, { cartId: wish.cartId, tokenHash })
  if (!cart) throw cartErrors.notFound()
  const known = cart.orderId ? await orderSummary(tx, cart.orderId) : await orderOfCart(tx, cart.id)
  if (known) return { kind: 'known', order: known, cart }

  const priced = await priceCart(ctx, tx, { cartId: cart.id, tokenHash })
  if (!priced) throw cartErrors.notFound()
  const order = nameOrder(draftOrder(priced, { totalMinor: wish.expectedTotalMinor, dueMinor: wish.expectedDueMinor }))
  const payment = paymentFor(order, { ...wish, dueMinor: priced.dueMinor })
  if (payment) await tx.run(sql`with ${orderWritten(ctx, order)}, ${paymentRecorded(ctx, payment)} select`)
  else await tx.run(sql`with ${orderWritten(ctx, order)} select`)
  // Last, because others wait for the same goods from here until the commit.
  await reserveStock(ctx, tx, {
    orderId: order.id,
    lines: order.lines.map((line) => ({ ...line, orderLineId: line.id, variantId: line.variantId as string })),
    locationId: priced.shipping?.location?.id,
    heldUntil: secondsLater(ctx.clock.now(), holdSeconds),
  })
  await reserveUses(ctx, tx, { ...order, email: order.contact.email, discounts: priced.discounts })
  await recordTenders(ctx, tx, tendersFor(order, priced.tenders))
  return { kind: 'new', orderId: order.id, locale: order.locale, payment }
}

/** Of an order that costs nothing, or is paid by gift card in full, nobody is asked for money. */
function paymentFor(order: NamedOrder, wish: OrderWish & { dueMinor: number }): RecordedPayment | undefined {
  const { id: orderId, currency } = order
  const { dueMinor: amountMinor } = wish
  if (amountMinor === 0) return undefined
  const { provider, paymentToken: token = null, saveCard } = wish
  return newPayment({ orderId, provider, currency, amountMinor, token, keep: saveCard === true && token !== null })
}

function tendersFor(order: NamedOrder, tenders: readonly CartTender[]): Tender[] {
  const { id: orderId, cartId, currency } = order
  return tenders.flatMap(({ id: accountId, kind, lastFour, amountMinor }) =>
    amountMinor === 0 ? [] : [newTender({ orderId, cartId, accountId, kind, lastFour, currency, amountMinor })],
  )
}

async function pay(ctx: Shop, begun: NewlyBegun, wish: OrderWish): Promise<Placement> {
  const { orderId, payment, locale } = begun
  if (!payment) return { kind: 'placed', order: await finishPaidOrder(ctx, orderId), isNew: true }
  const way = { returnUrl: returnAddress(ctx, { orderId, wish: wish.returnUrl }), locale }
  const outcome = wish.paymentToken
    ? await authorizePayment(ctx, payment, way)
    : await openPaymentPage(ctx, payment, way)
  return concludePayment(ctx, { payment, outcome, isNew: true })
}
