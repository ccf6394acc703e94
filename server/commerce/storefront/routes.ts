import { Type } from 'typebox'
import type { Shop } from '../../platform/context.ts'
import type { Http } from '../../platform/http.ts'
import { Problem } from '../../platform/problem.ts'
import { ShippingOptionView } from '../carts/index.ts'
import { categoryList } from '../catalog/index.ts'
import { currentStore } from '../stores/index.ts'
import { deliveryOptions } from './delivery-options.ts'
import { productList } from './product-list.ts'
import { productPage } from './product-page.ts'
import { suggestions } from './suggestions.ts'

const Locale = Type.String({
  pattern: '^[a-z]{2}(-[A-Z]{2})?$',
  description: "The language of texts; the shop's own where one is missing.",
})
const Availability = Type.Union([Type.Literal('in-stock'), Type.Literal('low'), Type.Literal('sold-out')])
const nullable = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) => Type.Union([schema, Type.Null()])

const Picture = Type.Object(
  {
    hash: Type.String(),
    width: Type.Integer(),
    height: Type.Integer(),
    widths: Type.Array(Type.Integer()),
    placeholderColor: Type.String(),
  },
  { description: 'Renditions lie at /media/{first two letters of hash}/{hash}/{width}.avif and .webp.' },
)

const ProductTile = Type.Object(
  {
    id: Type.String(),
    slug: Type.String(),
    title: Type.String(),
    vendor: Type.String(),
    priceMinor: Type.Integer({ description: 'The lowest price of its variants.' }),
    priceVaries: Type.Boolean(),
    compareAtMinor: nullable(Type.Integer()),
    currency: Type.String(),
    availability: Availability,
    picture: nullable(Type.Intersect([Picture, Type.Object({ alt: Type.String() })])),
    swatches: Type.Array(Type.Object({ name: Type.String(), color: Type.String() })),
  },
  { $id: 'ProductTile' },
)

const ProductView = Type.Object(
  {
    id: Type.String(),
    slug: Type.String(),
    title: Type.String(),
    descriptionHtml: Type.String({ description: 'Clean HTML: nothing in it can run.' }),
    summary: Type.String(),
    vendor: Type.String(),
    productType: Type.String(),
    tags: Type.Array(Type.String()),
    currency: Type.String(),
    pricesIncludeTax: Type.Boolean(),
    options: Type.Array(
      Type.Object({
        name: Type.String(),
        values: Type.Array(
          Type.Object({ value: Type.String(), label: Type.String(), swatch: nullable(Type.String()) }),
        ),
      }),
    ),
    attributes: Type.Array(
      Type.Object({
        code: Type.String(),
        label: Type.String(),
        type: Type.Union([Type.Literal('text'), Type.Literal('number'), Type.Literal('boolean')]),
        value: Type.Union([Type.String(), Type.Number(), Type.Boolean()]),
        unit: nullable(Type.String()),
      }),
    ),
    breadcrumb: Type.Array(Type.Object({ slug: Type.String(), title: Type.String() })),
    pictures: Type.Array(
      Type.Intersect([Picture, Type.Object({ alt: Type.String(), optionValue: nullable(Type.String()) })]),
    ),
    variants: Type.Array(
      Type.Object({
        id: Type.String(),
        title: Type.String(),
        optionValues: Type.Array(Type.String()),
        sku: nullable(Type.String()),
        barcode: nullable(Type.String()),
        priceMinor: Type.Integer(),
        compareAtMinor: nullable(Type.Integer()),
        priceSteps: Type.Array(Type.Object({ quantityMin: Type.Integer(), amountMinor: Type.Integer() }), {
          description: 'What one costs from so many on.',
        }),
        availability: Availability,
        left: nullable(Type.Integer({ description: 'Said only when few are left.' })),
        inStores: Type.Array(Type.String()),
      }),
    ),
  },
  { $id: 'Product' },
)

const ProductList = Type.Object({
  items: Type.Array(ProductTile),
  total: Type.Integer(),
  next: nullable(Type.Integer({ description: 'The offset of the next page, or null on the last one.' })),
  corrected: nullable(Type.String({ description: 'What was searched instead, when nothing had the words as typed.' })),
})

const failures = { '4xx': Problem, '5xx': Problem }

export function routes(http: Http, ctx: Shop): void {
  http.get(
    '/api/products',
    {
      schema: {
        operationId: 'listProducts',
        tags: ['Catalog'],
        summary: 'Products: browse a category, or search by words, number or barcode',
        querystring: Type.Object({
          q: Type.Optional(Type.String({ maxLength: 200, description: 'Words, a part number or a barcode.' })),
          category: Type.Optional(Type.String({ maxLength: 120 })),
          vendor: Type.Optional(Type.String({ maxLength: 200 })),
          inStock: Type.Optional(Type.Boolean()),
          priceMin: Type.Optional(Type.Integer({ minimum: 0, maximum: 1e12 })),
          priceMax: Type.Optional(Type.Integer({ minimum: 0, maximum: 1e12 })),
          sort: Type.Optional(
            Type.Union([
              Type.Literal('best'),
              Type.Literal('newest'),
              Type.Literal('price-asc'),
              Type.Literal('price-desc'),
            ]),
          ),
          offset: Type.Optional(Type.Integer({ minimum: 0, maximum: 10_000 })),
          limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
          locale: Type.Optional(Locale),
        }),
        response: { 200: ProductList, ...failures },
      },
    },
    async (request, reply) => {
      const { q, category, vendor, inStock, priceMin, priceMax, sort, offset, limit, locale } = request.query
      const body = await productList(ctx, {
        ...(q?.trim() ? { text: q.trim() } : {}),
        ...(category === undefined ? {} : { category }),
        ...(vendor === undefined ? {} : { vendor }),
        ...(inStock === undefined ? {} : { inStock }),
        ...(priceMin === undefined ? {} : { priceMinMinor: priceMin }),
        ...(priceMax === undefined ? {} : { priceMaxMinor: priceMax }),
        sort: sort ?? 'best',
        offset: offset ?? 0,
        limit: limit ?? 24,
        locale: locale ?? (await currentStore(ctx)).defaultLocale,
      })
      reply.header('content-type', 'application/json; charset=utf-8')
      return reply.send(body as never)
    },
  )

  http.get(
    '/api/products/:slug',
    {
      schema: {
        operationId: 'readProduct',
        tags: ['Catalog'],
        summary: 'One product with its options, variants, prices, stock and pictures',
        params: Type.Object({ slug: Type.String({ maxLength: 255 }) }),
        querystring: Type.Object({ locale: Type.Optional(Locale) }),
        response: { 200: ProductView, ...failures },
      },
    },
    async (request, reply) => {
      const locale = request.query.locale ?? (await currentStore(ctx)).defaultLocale
      const { id, body } = await productPage(ctx, request.params.slug, locale)
      reply.header('content-type', 'application/json; charset=utf-8').header('x-made-from', id)
      return reply.send(body as never)
    },
  )

  http.get(
    '/api/variants/:variantId/delivery-options',
    {
      schema: {
        operationId: 'listDeliveryOptions',
        tags: ['Catalog'],
        summary: 'How one piece could be sent today, with price and dates, before there is a cart',
        params: Type.Object({ variantId: Type.String({ maxLength: 60 }) }),
        querystring: Type.Object({
          country: Type.Optional(
            Type.String({ pattern: '^[A-Z]{2}$', description: "The shop's own where it is left out." }),
          ),
          locale: Type.Optional(Locale),
        }),
        response: { 200: Type.Object({ items: Type.Array(ShippingOptionView) }), ...failures },
      },
    },
    async (request) => {
      const options = await deliveryOptions(ctx, { ...request.params, ...request.query })
      return { items: options.map(({ trackingUrlTemplate: _, taxCategory: __, ...shown }) => shown) }
    },
  )

  http.get(
    '/api/categories',
    {
      schema: {
        operationId: 'listCategories',
        tags: ['Catalog'],
        summary: 'The category tree as a flat list, parents before children',
        querystring: Type.Object({ locale: Type.Optional(Locale) }),
        response: {
          200: Type.Array(
            Type.Object({
              id: Type.String(),
              parentId: nullable(Type.String()),
              slug: Type.String(),
              title: Type.String(),
              description: Type.String(),
              picture: nullable(Picture),
            }),
          ),
          ...failures,
        },
      },
    },
    async (request) => {
      const { locale } = request.query
      return (await categoryList(ctx)).map((category) => {
        const words = locale ? category.translations[locale] : undefined
        return {
          ...category,
          title: words?.title ?? category.title,
          description: words?.description ?? category.description,
        }
      })
    },
  )

  http.get(
    '/api/suggestions',
    {
      schema: {
        operationId: 'suggest',
        tags: ['Catalog'],
        summary: 'Completions while a shopper types',
        querystring: Type.Object({
          q: Type.String({ maxLength: 100 }),
          limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 10 })),
          locale: Type.Optional(Locale),
        }),
        response: {
          200: Type.Object({
            items: Type.Array(
              Type.Union([
                Type.Object({ kind: Type.Literal('category'), title: Type.String(), slug: Type.String() }),
                Type.Object({ kind: Type.Literal('product'), title: Type.String(), product: ProductTile }),
              ]),
            ),
          }),
          ...failures,
        },
      },
    },
    async (request) => {
      const { q: text, limit = 6, locale = (await currentStore(ctx)).defaultLocale } = request.query
      return { items: await suggestions(ctx, { text, limit, locale }) }
    },
  )
}
