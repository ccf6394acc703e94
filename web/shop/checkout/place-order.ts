import { ask } from '../../ui/api.ts'
import type { Cart, Invoice, Order, Placed, Problem } from '../../ui/api-types.ts'
import { speak } from '../../ui/speak.ts'
import { numberIn, textIn } from '../cart/answer-form.ts'
import { askOfCart, type CartSession, forgetCart, type Visit } from '../cart/own-cart.ts'
import { checkFields, type FieldErrors, type FieldName, type Fields, fieldNames, type Way } from './check-fields.ts'

/** Said above the form when the fields are right and it did not work all the same. */
export type Notice = { kind: 'declined' | 'changed' | 'unknown' | 'failed'; title: string; text: string }

/** What became of the form: another address to go to, or what stands in the way. */
export type Outcome =
  /** `challengeReturn`: the address asks who is paying and may be shown in a frame; from there the way leads on. */
  | { kind: 'go'; path: string; challengeReturn?: string }
  | { kind: 'stay'; status: number; errors: FieldErrors; notice?: Notice }

export function fieldsIn(form: FormData): Fields {
  return Object.fromEntries(fieldNames.map((name) => [name, textIn(form, name)])) as Fields
}

export function wayOf(cart: Cart): Way {
  if (!cart.requiresShipping) return 'none'
  return cart.shipping?.kind === 'pickup' ? 'pickup' : 'delivery'
}

/** Keeps what was typed with the cart, so that nothing has to be typed twice. Answers the cart as it is then. */
export async function keepFields(visit: Visit, session: CartSession, form: FormData): Promise<Cart | Problem> {
  const { country, shippingMethodId, contact } = changesIn(form)
  const locale = visit.locals.locale
  const patch = (body: object) => askOfCart(visit, session, 'PATCH ', body)
  let answer = await patch({ ...contact, country, shippingMethodId, locale })
  // A way of delivery that this country lacks gives way to the usual one; a mail that is no mail is not kept.
  if (!answer.ok && answer.problem.code === 'carts.shipping-not-offered')
    answer = await patch({ ...contact, country, shippingMethodId: null, locale })
  if (!answer.ok && answer.problem.code === 'carts.invalid-email')
    answer = await patch({ ...contact, email: undefined, giftRecipient: undefined, country, shippingMethodId, locale })
  return answer.ok ? answer.value : answer.problem
}

/** Buys what is in the cart: checks and keeps the fields, places the order, and says where to go from here. */
export async function placeOrder(visit: Visit, session: CartSession, form: FormData): Promise<Outcome> {
  const { t, href, money } = speak(visit.locals)
  const kept = await keepFields(visit, session, form)
  if (!('lines' in kept)) return concludeProblem(visit, kept)
  const errors = checkFields({ ...fieldsIn(form), country: kept.country }, wayOf(kept), t.checkout.errors)
  if (kept.requiresShipping && !kept.shipping) errors.shippingMethodId = t.checkout.errors.shipping
  if (Object.keys(errors).length > 0) return { kind: 'stay', status: 422, errors }

  const paymentToken = textIn(form, 'paymentToken')
  const answer = await askOfCart<Placed>(visit, session, 'POST /complete', {
    ...(paymentToken ? { paymentToken, saveCard: textIn(form, 'saveCard') === 'yes' } : {}),
    returnUrl: href('/checkout/return?order={orderId}&key={orderKey}'),
    expectedTotalMinor: numberIn(form, 'expectedTotalMinor', kept.totals.totalMinor),
    expectedDueMinor: numberIn(form, 'expectedDueMinor', kept.dueMinor),
  })
  if (answer.ok) {
    const { redirectUrl, isChallenge, order, orderKey } = answer.value
    if (!redirectUrl) return { kind: 'go', path: thank(visit, answer.value) }
    const challengeReturn = isChallenge ? href(`/checkout/return?order=${order.id}&key=${orderKey}`) : undefined
    return { kind: 'go', path: redirectUrl, ...(challengeReturn ? { challengeReturn } : {}) }
  }
  if (['checkout.total-changed', 'promotions.changed-meanwhile'].includes(answer.problem.code)) {
    const now = await askOfCart(visit, session, 'GET ')
    const { totals, currency } = now.ok ? now.value : kept
    const text = t.checkout.totalChanged(money(totals.totalMinor, currency))
    return stay(409, { kind: 'changed', title: '', text })
  }
  if (['checkout.due-changed', 'gift-cards.not-enough'].includes(answer.problem.code)) {
    const now = await askOfCart(visit, session, 'GET ')
    const { dueMinor, currency } = now.ok ? now.value : kept
    return stay(409, { kind: 'changed', title: '', text: t.giftCard.dueChanged(money(dueMinor, currency)) })
  }
  return concludeProblem(visit, answer.problem)
}

/** The order's own page, greeted with thanks this once; the cart is let go. */
export function thank(visit: Visit, { order, orderKey }: Placed): string {
  const { href } = speak(visit.locals)
  forgetCart(visit)
  const secure = visit.url.protocol === 'https:'
  visit.cookies.set('just_ordered', order.id, { path: '/', httpOnly: true, sameSite: 'lax', secure, maxAge: 900 })
  return href(`/orders/${order.id}?key=${orderKey}`)
}

/** Asks what became of a payment on another page, and answers where to go. */
export async function returnFromBank(visit: Visit, of: { orderId: string; key: string }): Promise<Outcome> {
  const path = `POST /api/orders/${encodeURIComponent(of.orderId)}/confirm-payment` as const
  const answer = await ask<Placed>(visit.locals, path, { headers: { 'x-order-key': of.key } })
  if (!answer.ok && answer.problem.code === 'payments.declined') {
    const reason = String(answer.problem.details?.declineCode ?? 'other')
    return { kind: 'go', path: speak(visit.locals).href(`/checkout?problem=${encodeURIComponent(reason)}#notice`) }
  }
  if (!answer.ok) return concludeProblem(visit, answer.problem)
  // Its page is still open: it was left without a decision, and the cart is as it was.
  if (answer.value.redirectUrl)
    return { kind: 'go', path: speak(visit.locals).href('/checkout?problem=canceled#notice') }
  return { kind: 'go', path: thank(visit, answer.value) }
}

/** Why a payment did not come about, in words that say what to do. */
export function declinedNotice({ locals }: Pick<Visit, 'locals'>, reason: string): Notice {
  const { checkout: words } = speak(locals).t
  if (reason === 'canceled') return { kind: 'declined', title: words.canceledTitle, text: words.canceledText }
  return { kind: 'declined', title: words.declinedTitle, text: words.declined[reason] ?? words.declined.other ?? '' }
}

function concludeProblem(visit: Visit, problem: Problem): Outcome {
  const { t, href } = speak(visit.locals)
  const { code } = problem
  if (code === 'payments.declined') {
    return stay(402, declinedNotice(visit, String(problem.details?.declineCode ?? 'other')))
  }
  if (code === 'payments.unanswered' || code === 'checkout.busy')
    return stay(503, { kind: 'unknown', title: t.checkout.unknownTitle, text: t.checkout.unknownText })
  if (code === 'inventory.out-of-stock' || code === 'checkout.no-longer-sold')
    return { kind: 'go', path: href('/cart?problem=sold') }
  if (code === 'checkout.incomplete') return stay(422, undefined, missingErrors(problem, t.checkout.errors))
  if (['carts.not-found', 'carts.already-ordered', 'checkout.empty', 'orders.not-found'].includes(code))
    return { kind: 'go', path: href('/cart') }
  return stay(problem.status >= 500 ? 503 : 422, { kind: 'failed', title: '', text: t.checkout.failed })
}

function stay(status: number, notice?: Notice, errors: FieldErrors = {}): Outcome {
  return { kind: 'stay', status, errors, ...(notice ? { notice } : {}) }
}

function missingErrors(problem: Problem, t: ReturnType<typeof speak>['t']['checkout']['errors']): FieldErrors {
  const missing = Array.isArray(problem.details?.missing) ? problem.details.missing.map(String) : []
  const sentences: Partial<Record<string, string>> = {
    email: t.email,
    name: t.name,
    line1: t.line1,
    postcode: t.postcode,
    city: t.city,
  }
  return Object.fromEntries(
    missing.map((path) => {
      const name = path.replace('address.', '') as FieldName | 'shippingMethodId'
      return [name, name === 'shippingMethodId' ? t.shipping : (sentences[name] ?? t.line1)]
    }),
  )
}

function changesIn(form: FormData) {
  const { email, name, phone, line1, line2, postcode, city, country } = fieldsIn(form)
  const shippingMethodId = textIn(form, 'shippingMethodId')
  const giftRecipient = { email: textIn(form, 'giftEmail'), message: textIn(form, 'giftMessage') }
  return {
    contact: {
      email,
      name,
      phone,
      address: { line1, line2, postcode, city },
      ...(form.has('giftEmail') ? { giftRecipient } : {}),
    },
    country: country || undefined,
    shippingMethodId: shippingMethodId || undefined,
  }
}

/** An order, for whoever holds its key. */
export function readOrder(locals: App.Locals, of: { orderId: string; key: string }) {
  return ask<Order>(locals, `GET /api/orders/${encodeURIComponent(of.orderId)}`, { headers: { 'x-order-key': of.key } })
}

/** The invoices and credit notes of an order; none while they cannot be had. */
export async function readInvoices(locals: App.Locals, of: { orderId: string; key: string }): Promise<Invoice[]> {
  const path = `/api/orders/${encodeURIComponent(of.orderId)}/invoices` as const
  const answer = await ask<{ items: Invoice[] }>(locals, `GET ${path}`, { headers: { 'x-order-key': of.key } })
  return answer.ok ? answer.value.items : []
}
