import {
  addTender,
  addToCart,
  cartView,
  createCart,
  enterCode,
  type PricedCart,
  readCart,
  removeLine,
  setQuantity,
  updateCart,
} from '../../server/commerce/carts/index.ts'
import { confirmPayment, type Placement, placeOrder } from '../../server/commerce/checkout/index.ts'
import { ExpectedError } from '../../server/platform/errors.ts'
import { beginAt, beginFor, type Play, type Shopper } from './play.ts'
import type { ShopAtPlay } from './stage.ts'

const cards = {
  good: '4242424242424242',
  other: '5555555555554444',
  declined: '4000000000000002',
  poor: '4000000000009995',
}

/** Somebody new comes in and puts something in a cart. */
export function arrive(play: Play): void {
  const shopper: Shopper = { name: `shopper-${play.shoppers.length + 1}`, busyWith: [] }
  play.shoppers.push(shopper)
  const first = wishFor(play)
  beginFor(play, shopper, 'arrives', async ({ ctx }) => {
    const { cart, token } = await createCart(ctx, { country: 'DE', locale: 'en' })
    shopper.cart = { id: cart.id, token, lines: [], isReady: false }
    await addToCart(ctx, { ...cartOf(shopper), ...first })
    remember(shopper, await readCart(ctx, cartOf(shopper)))
    return 'cart'
  })
}

/** A shopper who is free does the next thing that people do. Answers false when this one has nothing left to do. */
export function goOn(play: Play, shopper: Shopper): boolean {
  const { chance } = play.stage
  if (shopper.page) return atThePage(play, shopper, shopper.page)
  if (shopper.orderId) return false
  if (!shopper.cart) return false
  if (shopper.cart.isShort && shopper.cart.lines.length > 0) return changeCart(play, shopper)
  if (shopper.cart.lines.length === 0 || chance.next() < 0.15) return fillCart(play, shopper)
  if (!shopper.cart.isReady) return sayWho(play, shopper)
  if (chance.next() < 0.15) return changeCart(play, shopper)
  if (chance.next() < 0.2) return useCode(play, shopper)
  return buy(play, shopper)
}

function fillCart(play: Play, shopper: Shopper): boolean {
  const wish = wishFor(play)
  beginFor(play, shopper, 'adds', async ({ ctx }) => {
    await addToCart(ctx, { ...cartOf(shopper), ...wish })
    remember(shopper, await readCart(ctx, cartOf(shopper)))
    return 'a line'
  })
  return true
}

/** Often it is the thing that everybody wants. */
function wishFor(play: Play): { variantId: string; quantity: number } {
  const { chance } = play.stage
  const good = chance.next() < 0.3 ? play.goods[0] : chance.pick(play.goods)
  return { variantId: good?.variantId ?? '', quantity: 1 + chance.below(3) }
}

function changeCart(play: Play, shopper: Shopper): boolean {
  const { chance } = play.stage
  const line = chance.pick(shopper.cart?.lines ?? [])
  const quantity = chance.below(4)
  beginFor(play, shopper, 'changes', async ({ ctx }) => {
    const wish = { ...cartOf(shopper), lineId: line.id }
    if (quantity === 0) await removeLine(ctx, wish)
    else await setQuantity(ctx, { ...wish, quantity })
    remember(shopper, await readCart(ctx, cartOf(shopper)))
    return `to ${quantity}`
  })
  return true
}

function sayWho(play: Play, shopper: Shopper): boolean {
  beginFor(play, shopper, 'introduces', async ({ ctx }) => {
    const address = { line1: 'Lindenweg 4', postcode: '20099', city: 'Hamburg' }
    const who = { email: `${shopper.name}@example.com`, name: 'Ann Winter', address }
    remember(shopper, await updateCart(ctx, cartOf(shopper), who))
    if (shopper.cart) shopper.cart.isReady = true
    return 'known'
  })
  return true
}

/** A code that several people know: of a gift card, or of a discount for the first few. */
function useCode(play: Play, shopper: Shopper): boolean {
  const { chance } = play.stage
  const giftCode = chance.next() < 0.6 ? chance.pick(play.giftCodes) : undefined
  beginFor(play, shopper, giftCode ? 'adds-gift-card' : 'enters-code', async ({ ctx }) => {
    const of = cartOf(shopper)
    const cart = giftCode
      ? await addTender(ctx, { ...of, proof: { code: giftCode } })
      : await enterCode(ctx, { ...of, code: play.discountCode, address: shopper.name })
    remember(shopper, cart)
    return 'kept'
  })
  return true
}

/** Pays with a card or on the bank's page; now and then with two clicks, or in two tabs with two cards. */
function buy(play: Play, shopper: Shopper): boolean {
  const { chance } = play.stage
  const how = chance.next()
  const shown = chance.next() < 0.8 ? shopper.cart?.totalMinor : undefined
  const clicks = chance.next() < 0.25 ? 2 + chance.below(2) : 1
  const known = chance.next() < 0.4 ? shopper.cardToken : undefined
  const inTabs = chance.next() < 0.3
  let token: (() => Promise<string>) | undefined
  for (let click = 0; click < clicks; click++) {
    const isPage = how < 0.2 || (inTabs && click > 0 && how < 0.5)
    if (!token || inTabs) token = tokenOf(play, { known, card: drawCard(play) })
    const mine = token
    beginFor(play, shopper, isPage ? 'goes-to-pay' : 'pays', async (at) => {
      const paymentToken = isPage ? undefined : await play.stage.scheduler.outside(at, 'card', mine)
      if (paymentToken) shopper.cardToken = paymentToken
      try {
        return conclude(play, shopper, await place(at, shopper, { paymentToken, expectedTotalMinor: shown }))
      } catch (error) {
        // Whoever is told no looks at the cart again before the next try.
        if (error instanceof ExpectedError && error.status === 409)
          remember(shopper, await readCart(at.ctx, cartOf(shopper)))
        throw error
      }
    })
  }
  return true
}

/** The card form gives its token once, however often "Pay" is pressed. */
function tokenOf(play: Play, of: { known: string | undefined; card: string }): () => Promise<string> {
  let token: Promise<string> | undefined
  return () => (token ??= of.known ? Promise.resolve(of.known) : play.stage.bank.tokenFor(of.card))
}

function drawCard(play: Play): string {
  const { chance } = play.stage
  return chance.next() < 0.75 ? chance.pick([cards.good, cards.other]) : chance.pick([cards.declined, cards.poor])
}

function place(
  { ctx }: ShopAtPlay,
  shopper: Shopper,
  wish: { paymentToken: string | undefined; expectedTotalMinor: number | undefined },
): Promise<Placement> {
  const { cartId, token } = cartOf(shopper)
  return placeOrder(ctx, { cartId, token, provider: 'sandbox-bank', ...wish })
}

/** Pays on the bank's page, cancels, comes back, comes back twice, or never comes back. */
function atThePage(play: Play, shopper: Shopper, page: { orderId: string; url: string }): boolean {
  const { chance } = play.stage
  const what = chance.next()
  if (what < 0.45) {
    // The bank is not the shop: this is over at once, and the shop knows nothing of it.
    const card = drawCard(play)
    const action = what < 0.08 ? ('cancel' as const) : undefined
    const { bank, scheduler, outsider } = play.stage
    beginAt(play, shopper, outsider, 'is-at-the-bank', async () =>
      String(await scheduler.outside(outsider, 'bank page', () => bank.onPage(page.url, card, action))),
    )
    return true
  }
  if (what < 0.55) {
    delete shopper.page
    return false
  }
  for (let times = 0; times < (what > 0.9 ? 2 : 1); times++)
    beginFor(play, shopper, 'comes-back', async ({ ctx }) =>
      conclude(play, shopper, await confirmPayment(ctx, page.orderId)),
    )
  return true
}

function conclude(play: Play, shopper: Shopper, placement: Placement): string {
  const { order } = placement
  if (placement.kind === 'redirect') {
    shopper.page = { orderId: order.id, url: placement.redirectUrl }
    return 'redirect'
  }
  delete shopper.page
  shopper.orderId = order.id
  play.told.push({ orderId: order.id, totalMinor: order.totalMinor })
  return `placed ${order.number} ${order.totalMinor}`
}

function cartOf(shopper: Shopper): { cartId: string; token: string } {
  return { cartId: shopper.cart?.id ?? '', token: shopper.cart?.token ?? '' }
}

function remember(shopper: Shopper, priced: PricedCart): void {
  if (!shopper.cart) return
  const { lines, totals } = cartView(priced)
  shopper.cart.isShort = lines.some(({ problems }) => problems.includes('not-enough'))
  shopper.cart.lines = lines.map(({ id, quantity }) => ({ id, quantity }))
  shopper.cart.totalMinor = totals.totalMinor
}
