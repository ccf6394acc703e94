import type { FastifyReply } from 'fastify'
import { Type } from 'typebox'
import type { Shop } from '../../platform/context.ts'
import type { Http } from '../../platform/http.ts'
import { Problem } from '../../platform/problem.ts'
import { addToCart } from './add-to-cart.ts'
import { cartView, shippingView } from './cart-view.ts'
import { removeLine, setQuantity } from './change-line.ts'
import { createCart } from './create-cart.ts'
import { enterCode, removeCode } from './enter-code.ts'
import { readCart } from './price-cart.ts'
import { quantityMax } from './tables.ts'
import { tenderRoutes } from './tender-routes.ts'
import { updateCart } from './update-cart.ts'
import { CartContentSchema, CartSchema, nullable, ShippingOptionView } from './views.ts'

const Id = Type.String({ maxLength: 60 })
const Country = Type.String({ pattern: '^[A-Z]{2}$', description: 'ISO 3166-1 alpha-2.' })
const Locale = Type.String({ pattern: '^[a-z]{2}(-[A-Z]{2})?$' })
const Quantity = Type.Integer({ minimum: 1, maximum: quantityMax })
const CartParams = Type.Object({ cartId: Id })
const LineParams = Type.Object({ cartId: Id, lineId: Id })
const CartHeaders = Type.Object({
  'x-cart-token': Type.String({ maxLength: 100, default: '', description: 'The secret that came with the new cart.' }),
})
const ofCart = { tags: ['Cart'], params: CartParams, headers: CartHeaders }
const ofLine = { tags: ['Cart'], params: LineParams, headers: CartHeaders }
const answers = { 200: CartSchema, '4xx': Problem, '5xx': Problem }
const changed = { 200: CartContentSchema, '4xx': Problem, '5xx': Problem }
const text = (maxLength: number) => Type.Optional(Type.String({ maxLength }))

const NewCartBody = Type.Object(
  { country: Type.Optional(Country), locale: Type.Optional(Locale) },
  { additionalProperties: false },
)
const ItemBody = Type.Object({ variantId: Id, quantity: Quantity }, { additionalProperties: false })
const ChangesBody = Type.Object(
  {
    email: text(254),
    name: text(120),
    phone: text(40),
    address: Type.Optional(
      Type.Object(
        { line1: text(120), line2: text(120), postcode: text(20), city: text(80), region: text(80) },
        { additionalProperties: false },
      ),
    ),
    giftRecipient: Type.Optional(
      Type.Object(
        { email: text(254), name: text(120), message: text(500) },
        { additionalProperties: false, description: 'Who gets the gift cards in it, where it is not the buyer.' },
      ),
    ),
    country: Type.Optional(Country),
    shippingMethodId: Type.Optional(nullable(Id)),
    locale: Type.Optional(Locale),
  },
  { additionalProperties: false, description: 'Fields left out stay as they are; an empty text clears one.' },
)

export function routes(http: Http, ctx: Shop): void {
  tenderRoutes(http, ctx)
  http.post(
    '/api/carts',
    {
      schema: {
        operationId: 'createCart',
        tags: ['Cart'],
        summary: 'Start a cart',
        description: 'The token opens the cart and is shown only here; send it as x-cart-token from now on.',
        body: NewCartBody,
        response: { 201: Type.Object({ cart: CartSchema, token: Type.String() }), '4xx': Problem, '5xx': Problem },
      },
    },
    async (request, reply) => {
      const { cart, token } = await createCart(ctx, request.body)
      keepPrivate(reply)
      return reply.code(201).send({ cart: cartView(await readCart(ctx, { cartId: cart.id, token })), token })
    },
  )
  http.get(
    '/api/carts/:cartId',
    { schema: { ...ofCart, operationId: 'readCart', summary: "A cart at today's prices", response: answers } },
    async (request, reply) => {
      keepPrivate(reply)
      return cartView(await readCart(ctx, { cartId: request.params.cartId, token: request.headers['x-cart-token'] }))
    },
  )
  http.post(
    '/api/carts/:cartId/items',
    {
      schema: {
        ...ofCart,
        operationId: 'addToCart',
        summary: 'Put a variant in the cart',
        body: ItemBody,
        response: changed,
      },
    },
    async (request, reply) => {
      keepPrivate(reply)
      const token = request.headers['x-cart-token']
      return addToCart(ctx, { cartId: request.params.cartId, token, ...request.body })
    },
  )
  http.patch(
    '/api/carts/:cartId/items/:lineId',
    {
      schema: {
        ...ofLine,
        operationId: 'setCartQuantity',
        summary: 'Set how many of a line are wanted',
        body: Type.Object({ quantity: Quantity }, { additionalProperties: false }),
        response: changed,
      },
    },
    async (request, reply) => {
      keepPrivate(reply)
      const token = request.headers['x-cart-token']
      return setQuantity(ctx, { ...request.params, token, quantity: request.body.quantity })
    },
  )
  http.delete(
    '/api/carts/:cartId/items/:lineId',
    { schema: { ...ofLine, operationId: 'removeFromCart', summary: 'Take a line out of the cart', response: changed } },
    async (request, reply) => {
      keepPrivate(reply)
      return removeLine(ctx, { ...request.params, token: request.headers['x-cart-token'] })
    },
  )
  http.patch(
    '/api/carts/:cartId',
    {
      schema: {
        ...ofCart,
        operationId: 'updateCart',
        summary: 'Set contact, country, way of delivery or language',
        body: ChangesBody,
        response: answers,
      },
    },
    async (request, reply) => {
      keepPrivate(reply)
      const of = { cartId: request.params.cartId, token: request.headers['x-cart-token'] }
      return cartView(await updateCart(ctx, of, request.body))
    },
  )
  http.post(
    '/api/carts/:cartId/codes',
    {
      schema: {
        ...ofCart,
        operationId: 'enterCode',
        summary: 'Enter a code for a discount',
        description: 'A code that gives nothing is refused, in the same words whatever the reason.',
        body: Type.Object({ code: Type.String({ minLength: 1, maxLength: 60 }) }, { additionalProperties: false }),
        response: answers,
      },
    },
    async (request, reply) => {
      keepPrivate(reply)
      const of = { cartId: request.params.cartId, token: request.headers['x-cart-token'] }
      return cartView(await enterCode(ctx, { ...of, code: request.body.code, address: request.ip }))
    },
  )
  http.delete(
    '/api/carts/:cartId/codes/:code',
    {
      schema: {
        ...ofCart,
        params: Type.Object({ cartId: Id, code: Type.String({ maxLength: 60 }) }),
        operationId: 'removeCode',
        summary: 'Take a code out of the cart',
        response: answers,
      },
    },
    async (request, reply) => {
      keepPrivate(reply)
      return cartView(await removeCode(ctx, { ...request.params, token: request.headers['x-cart-token'] }))
    },
  )
  http.get(
    '/api/carts/:cartId/shipping-options',
    {
      schema: {
        ...ofCart,
        operationId: 'listShippingOptions',
        summary: 'Ways to receive this cart, with prices and dates',
        response: { 200: Type.Object({ items: Type.Array(ShippingOptionView) }), '4xx': Problem, '5xx': Problem },
      },
    },
    async (request, reply) => {
      keepPrivate(reply)
      const cart = await readCart(ctx, { cartId: request.params.cartId, token: request.headers['x-cart-token'] })
      return { items: cart.shippingOptions.map(shippingView) }
    },
  )
}

function keepPrivate(reply: FastifyReply): void {
  reply.header('cache-control', 'no-store')
}
