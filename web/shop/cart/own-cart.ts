import type { AstroCookies } from 'astro'
import { type Answer, ask } from '../../ui/api.ts'
import type { Cart } from '../../ui/api-types.ts'

/** Where a page is: what it needs to find the visitor's own cart. */
export type Visit = { locals: App.Locals; cookies: AstroCookies; url: URL }
export type CartSession = { cartId: string; token: string }

const sessionCookie = 'barrow_cart'
/** A code from a link that was followed, kept until there is something in the cart: see server/commerce/storefront. */
const codeCookie = 'barrow_code'
const countCookie = 'cart_count'
const daysKept = 90

/** The visitor's cart as their browser remembers it. Scripts cannot read it: the token opens the cart. */
export function cartSession({ cookies }: Visit): CartSession | undefined {
  const [cartId, token] = cookies.get(sessionCookie)?.value.split('.', 2) ?? []
  return cartId && token ? { cartId, token } : undefined
}

/** Asks something of the visitor's cart. */
export function askOfCart<T = Cart>(
  visit: Visit,
  session: CartSession,
  route: `${'GET' | 'POST' | 'PATCH' | 'DELETE'} ${string}`,
  body?: unknown,
): Promise<Answer<T>> {
  const [method, rest] = route.split(' ', 2) as ['GET', string]
  const headers = { 'x-cart-token': session.token }
  return ask<T>(visit.locals, `${method} /api/carts/${session.cartId}${rest}`, { headers, ...(body ? { body } : {}) })
}

/** The visitor's cart, or undefined while there is none; one that has become an order is let go. */
export async function ownCart(visit: Visit): Promise<Cart | undefined> {
  const session = cartSession(visit)
  if (!session) return undefined
  const answer = await askOfCart(visit, session, 'GET ')
  if (!answer.ok && answer.status >= 500) throw new Error(answer.problem.code)
  if (!answer.ok || answer.value.status === 'ordered') {
    forgetCart(visit)
    return undefined
  }
  rememberCount(visit, answer.value.itemCount)
  return withCodeOfLink(visit, session, answer.value)
}

/** A code that came with a link is entered as soon as it can give something; one that is refused is forgotten. */
async function withCodeOfLink(visit: Visit, session: CartSession, cart: Cart): Promise<Cart> {
  const code = visit.cookies.get(codeCookie)?.value
  if (!code || cart.lines.length === 0) return cart
  visit.cookies.delete(codeCookie, { path: '/' })
  const answer = await askOfCart(visit, session, 'POST /codes', { code })
  return answer.ok ? answer.value : cart
}

/** Starts a cart and lets the visitor's browser remember it. */
export async function startCart(visit: Visit): Promise<CartSession> {
  const body = { locale: visit.locals.locale }
  const answer = await ask<{ cart: Cart; token: string }>(visit.locals, 'POST /api/carts', { body })
  if (!answer.ok) throw new Error(answer.problem.code)
  const session = { cartId: answer.value.cart.id, token: answer.value.token }
  visit.cookies.set(sessionCookie, `${session.cartId}.${session.token}`, { ...cookieOptions(visit), httpOnly: true })
  return session
}

/** Notes how many pieces are in the cart, for the number beside the bag. */
export function rememberCount(visit: Visit, count: number): void {
  if (visit.cookies.get(countCookie)?.value === String(count)) return
  visit.cookies.set(countCookie, String(count), cookieOptions(visit))
}

export function forgetCart({ cookies }: Visit): void {
  if (cookies.has(sessionCookie)) cookies.delete(sessionCookie, { path: '/' })
  if (cookies.has(countCookie)) cookies.delete(countCookie, { path: '/' })
}

function cookieOptions({ url }: Visit) {
  return { path: '/', sameSite: 'lax', secure: url.protocol === 'https:', maxAge: daysKept * 86_400 } as const
}
