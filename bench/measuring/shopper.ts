import { openRawConnection, type RawConnection, rawRequest } from './raw-connection.ts'

/** A cart ready to be bought: everything that "Buy" needs is known. */
export type ReadyCart = { cartId: string; token: string; paymentToken: string; totalMinor: number }

/** Talks to a shop as a shopper's phone does, over a connection of its own. */
export type Shopper = {
  readonly port: number
  /** One call of the API; the answer's JSON as it came. */
  call(method: string, path: string, options?: { headers?: Record<string, string>; body?: unknown }): Promise<Answer>
  /** Starts a cart. */
  startCart(): Promise<{ cartId: string; token: string }>
  /** Fills a cart, gives it a contact and an address, and gets a token for a test card. */
  readyCart(lines: readonly CartWish[], card?: string): Promise<ReadyCart>
  /** "Buy". */
  complete(cart: ReadyCart): Promise<Answer>
  close(): void
}

export type CartWish = { variantId: string; quantity: number }
// biome-ignore lint/suspicious/noExplicitAny: what an API answers is looked into freely by whoever measures it
export type Answer = { status: number; body: any; text: string }

/** A card that the sandbox bank approves. */
export const goodCard = '4242424242424242'

/** Opens a shopper's connection. */
export async function openShopper(port: number): Promise<Shopper> {
  const connection = await openRawConnection(port)
  const call: Shopper['call'] = async (method, path, options = {}) =>
    answerOf(
      await connection.send(
        rawRequest({
          method,
          path,
          port,
          headers: options.headers ?? {},
          ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
        }),
        true,
      ),
    )
  const startCart = async () => {
    const { cart, token } = expected(await call('POST', '/api/carts', { body: { country: 'DE' } }), 201)
    return { cartId: cart.id as string, token: token as string }
  }
  return {
    port,
    call,
    startCart,
    async readyCart(lines, card = goodCard) {
      const { cartId, token } = await startCart()
      const headers = { 'x-cart-token': token }
      for (const line of lines) expected(await call('POST', `/api/carts/${cartId}/items`, { headers, body: line }), 200)
      const cart = expected(await call('PATCH', `/api/carts/${cartId}`, { headers, body: contact }), 200)
      const paymentToken = await cardToken(call, card)
      return { cartId, token, paymentToken, totalMinor: cart.totals.totalMinor as number }
    },
    complete: async (cart) => answerOf(await connection.send(completeRequest(port, cart), true)),
    close: () => connection.close(),
  }
}

/** The bytes of "Buy". */
export function completeRequest(port: number, cart: ReadyCart): Buffer {
  const { method, path, headers, body } = completeStep(cart)
  return rawRequest({ method, path, headers, body, port })
}

/** "Buy" as a step of a load. */
export function completeStep(cart: ReadyCart) {
  return {
    method: 'POST',
    path: `/api/carts/${cart.cartId}/complete`,
    headers: { 'x-cart-token': cart.token },
    body: JSON.stringify({ paymentToken: cart.paymentToken, expectedTotalMinor: cart.totalMinor }),
    expect: 201,
  }
}

/** Makes many carts ready, some at a time, so that a long preparation does not take long. */
export async function readyCarts(
  port: number,
  wishes: readonly (readonly CartWish[])[],
  atOnce = 16,
): Promise<ReadyCart[]> {
  const carts: ReadyCart[] = []
  let next = 0
  const prepare = async () => {
    const shopper = await openShopper(port)
    while (next < wishes.length) {
      const index = next++
      carts[index] = await shopper.readyCart(wishes[index] as readonly CartWish[])
    }
    shopper.close()
  }
  await Promise.all(Array.from({ length: Math.min(atOnce, wishes.length) }, prepare))
  return carts
}

const contact = {
  email: 'jo.shopper@example.com',
  name: 'Jo Shopper',
  address: { line1: 'Lindenallee 7', postcode: '20259', city: 'Hamburg' },
  country: 'DE',
}

async function cardToken(call: Shopper['call'], number: string): Promise<string> {
  const body = { number, expiry: '12/40', cvc: '123' }
  return expected(await call('POST', '/sandbox-bank/v1/tokens', { body }), 201).token as string
}

function answerOf({ status, body }: Awaited<ReturnType<RawConnection['send']>>): Answer {
  const text = body?.toString() ?? ''
  return { status, text, body: text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : undefined }
}

function expected(answer: Answer, status: number) {
  if (answer.status !== status)
    throw new Error(`expected ${status}, was answered ${answer.status}: ${answer.text.slice(0, 500)}`)
  return answer.body
}
