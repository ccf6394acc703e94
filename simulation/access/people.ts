import { addStaffMember, disableStaffMember } from '../../server/commerce/staff/index.ts'
import type { Shop } from '../../server/platform/context.ts'
import type { Ask } from './ask.ts'

/** Who may come to the door. `own` is a guest with the keys of the very cart and order, `foreign` one with other keys. */
export const people = ['anon', 'own', 'foreign', 'cashier', 'support', 'manager', 'owner', 'suspended'] as const
export type Person = (typeof people)[number]

/** What a guest has: a cart with a line, an order, and the keys to both. */
export type Belongings = { cartId: string; lineId: string; cartToken: string; orderId: string; orderKey: string }

/** A small shop full of people, ready to try its doors. */
export type PeopledShop = {
  ask: Ask
  /** What opens doors for each of them; guests bring their keys, staff their sessions. */
  headersOf(person: Person): Record<string, string>
  /** What the trials are about: what `own` has, and what staff find. */
  things: Readonly<Record<string, string>>
  /** A new cart and a new order, with their keys: trials of `own` use things up. */
  newBelongings(): Promise<Belongings>
  addressOf(person: Person): string
}

const password = 'juniper-and-salt'

/** Lets staff sign in (one of them is shut out after it) and two guests order. */
export async function peopleShop(of: {
  ctx: Shop
  ask: Ask
  /** Something on sale, with enough of it on the shelf for every trial. */
  variantId: string
  cardToken: () => Promise<string>
}): Promise<PeopledShop> {
  const { ctx, ask } = of
  const cookies = new Map<Person, string>()
  for (const person of ['cashier', 'support', 'manager', 'owner', 'suspended'] as const)
    cookies.set(person, await signInAs(ctx, ask, person))
  const suspended = await ctx.database.pool.query(`select id from staff_users where email = 'suspended@example.com'`)
  await disableStaffMember(ctx, { staffId: suspended.rows[0].id as string, actor: 'system' })
  const newBelongings = () => order(of)
  const mine = await newBelongings()
  const theirs = await newBelongings()
  const keysOf = (belongings: Belongings) => ({
    'x-cart-token': belongings.cartToken,
    'x-order-key': belongings.orderKey,
  })
  return {
    ask,
    newBelongings,
    addressOf,
    things: {
      code: 'summer',
      tenderId: 'gift_00000000000000000000000000',
      ...mine,
      ...(await findThings(of, mine.orderId, { cookie: cookies.get('owner') as string })),
    },
    headersOf: (person): Record<string, string> => {
      if (person === 'anon') return {}
      if (person === 'own') return keysOf(mine)
      if (person === 'foreign') return keysOf(theirs)
      return { cookie: cookies.get(person) as string, 'sec-fetch-site': 'same-origin' }
    },
  }
}

function addressOf(person: Person): string {
  return `127.0.0.${10 + people.indexOf(person)}`
}

async function signInAs(ctx: Shop, ask: Ask, person: Person): Promise<string> {
  const email = `${person}@example.com`
  const role = person === 'suspended' ? 'owner' : (person as 'owner')
  await addStaffMember(ctx, { name: `The ${person}`, email, password, role })
  const body = { email, password }
  const answer = await ask({ method: 'POST', path: '/api/auth/sign-in/email', body, from: addressOf(person) })
  if (answer.status !== 200) throw new Error(`${person} could not sign in: ${answer.status} ${answer.text}`)
  const set = [answer.headers['set-cookie'] as string | string[]].flat()
  return set.map((cookie) => cookie.split(';', 1)[0]).join('; ')
}

/** A guest buys something, and has another cart beside it. */
async function order(of: { ask: Ask; variantId: string; cardToken: () => Promise<string> }): Promise<Belongings> {
  const bought = await fillCart(of)
  const headers = { 'x-cart-token': bought.cartToken }
  const body = { paymentToken: await of.cardToken() }
  const placed = await of.ask({ method: 'POST', path: `/api/carts/${bought.cartId}/complete`, headers, body })
  if (placed.status !== 201) throw new Error(`a guest could not order: ${placed.status} ${placed.text}`)
  return { ...(await fillCart(of)), orderId: placed.body.order.id, orderKey: placed.body.orderKey }
}

async function fillCart({ ask, variantId }: { ask: Ask; variantId: string }) {
  const { body: made } = await ask({ method: 'POST', path: '/api/carts', body: { country: 'DE' } })
  const cartId = made.cart.id as string
  const headers = { 'x-cart-token': made.token as string }
  const path = `/api/carts/${cartId}`
  const added = await ask({ method: 'POST', path: `${path}/items`, headers, body: { variantId, quantity: 1 } })
  const address = { line1: 'Lindenallee 7', postcode: '20259', city: 'Hamburg' }
  const contact = { email: 'jo.shopper@example.com', name: 'Jo Shopper', address }
  const updated = await ask({ method: 'PATCH', path, headers, body: contact })
  if (updated.status !== 200) throw new Error(`a cart could not be filled: ${added.text} ${updated.text}`)
  return { cartId, cartToken: made.token as string, lineId: updated.body.lines[0].id as string }
}

/** What staff find in such a shop, by the names under which the API asks for it. */
async function findThings(
  of: { ask: Ask; variantId: string; ctx: Shop },
  orderId: string,
  headers: Record<string, string>,
): Promise<Record<string, string>> {
  const { ask, ctx, variantId } = of
  const path = `/api/admin/orders/${orderId}/fulfillments`
  const sent = await ask({ method: 'POST', path, headers: { ...headers, 'sec-fetch-site': 'same-origin' }, body: {} })
  const { rows } = await ctx.database.pool.query(
    `select p.id as product, p.slug, l.id as location, (select id from shipping_methods limit 1) as method,
       (select id from order_lines where order_id = $2 limit 1) as line, (select id from payments where order_id = $2 limit 1) as payment
     from variants v join products p on p.id = v.product_id cross join stock_locations l where v.id = $1 limit 1`,
    [variantId, orderId],
  )
  const { product, slug, location, method, line, payment } = rows[0]
  return {
    variantId,
    productId: product,
    slug,
    locationId: location,
    shippingMethodId: method,
    orderLineId: line,
    paymentId: payment,
    fulfillmentId: sent.body?.id ?? '',
    account: 'assets:receivable:customers',
    '*': 'get-session',
  }
}
