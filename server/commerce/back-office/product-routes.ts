import { Type } from 'typebox'
import type { Shop } from '../../platform/context.ts'
import type { Http } from '../../platform/http.ts'
import { Problem } from '../../platform/problem.ts'
import { nullable, oneOf } from '../carts/index.ts'
import { editProduct } from '../catalog/index.ts'
import { merchants, orderDesk, requireStaff, staffMember } from '../staff/index.ts'
import { marketFor, stockLocations } from '../stores/index.ts'
import { changePrice } from './change-price.ts'
import { changeStock, stockReasons } from './change-stock.ts'
import { productDetail } from './product-detail.ts'
import { productFilters, productList } from './product-list.ts'
import { ProductDetailView, ProductRowView, pageView } from './views.ts'

const failures = { '4xx': Problem, '5xx': Problem }
const tags = ['Back office']
const ofProduct = Type.Object({ productId: Type.String({ maxLength: 60 }) })
const ofVariant = Type.Object({ variantId: Type.String({ maxLength: 60 }) })
const done = Type.Object({ ok: Type.Literal(true) })
const Amount = Type.Integer({ minimum: 0, maximum: 1e12 })

/** What staff see and change of products. */
export function productRoutes(http: Http, ctx: Shop): void {
  const maySee = requireStaff(ctx, orderDesk)
  const mayChange = requireStaff(ctx, merchants)
  readRoutes(http, ctx, maySee)

  http.patch(
    '/api/admin/products/:productId',
    {
      preHandler: mayChange,
      schema: {
        operationId: 'editProduct',
        tags,
        summary: 'Change the title, description or status of a product',
        params: ofProduct,
        body: Type.Object(
          {
            title: Type.Optional(Type.String({ minLength: 1, maxLength: 255 })),
            descriptionHtml: Type.Optional(Type.String({ maxLength: 100_000 })),
            status: Type.Optional(oneOf(['draft', 'active', 'archived'])),
          },
          { additionalProperties: false },
        ),
        response: { 200: done, ...failures },
      },
    },
    async (request) => {
      const { productId } = request.params
      await editProduct(ctx, { productId, edit: request.body, actor: staffMember(request).id })
      return { ok: true as const }
    },
  )

  http.put(
    '/api/admin/variants/:variantId/price',
    {
      preHandler: mayChange,
      schema: {
        operationId: 'changePrice',
        tags,
        summary: 'Change what a variant costs',
        params: ofVariant,
        body: Type.Object(
          { priceMinor: Amount, compareAtMinor: Type.Optional(nullable(Amount)) },
          { additionalProperties: false },
        ),
        response: { 200: done, ...failures },
      },
    },
    async (request) => {
      const { priceMinor, compareAtMinor = null } = request.body
      await changePrice(ctx, { variantId: request.params.variantId, priceMinor, compareAtMinor })
      return { ok: true as const }
    },
  )

  http.post(
    '/api/admin/variants/:variantId/stock',
    {
      preHandler: mayChange,
      schema: {
        operationId: 'changeStock',
        tags,
        summary: 'Say how many of a variant lie at a location, and why that changed',
        params: ofVariant,
        body: Type.Object(
          {
            locationId: Type.String({ maxLength: 60 }),
            quantity: Type.Integer({
              minimum: 0,
              maximum: 10_000_000,
              description: 'What lies there now; with the reason `received`, what came in.',
            }),
            reason: oneOf(stockReasons),
            note: Type.Optional(Type.String({ maxLength: 200 })),
          },
          { additionalProperties: false },
        ),
        response: { 200: done, ...failures },
      },
    },
    async (request) => {
      await changeStock(ctx, { variantId: request.params.variantId, ...request.body, actor: staffMember(request).id })
      return { ok: true as const }
    },
  )
}

function readRoutes(http: Http, ctx: Shop, preHandler: ReturnType<typeof requireStaff>): void {
  http.get(
    '/api/admin/products',
    {
      preHandler,
      schema: {
        operationId: 'listProductsForStaff',
        tags,
        summary: 'Products by title, page by page, with price and stock',
        querystring: Type.Object({
          status: Type.Optional(oneOf(productFilters)),
          q: Type.Optional(
            Type.String({ maxLength: 200, description: 'Words of the title or the maker, or a whole SKU or barcode.' }),
          ),
          cursor: Type.Optional(Type.String({ maxLength: 2000 })),
          limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
        }),
        response: { 200: pageView(ProductRowView), ...failures },
      },
    },
    async (request) => {
      const { status, limit, ...rest } = request.query
      return productList(ctx, { filter: status ?? 'all', limit: limit ?? 25, ...rest })
    },
  )

  http.get(
    '/api/admin/products/:productId',
    {
      preHandler,
      schema: {
        operationId: 'readProductForStaff',
        tags,
        summary: 'A product with every variant, its price and its stock by location',
        params: ofProduct,
        response: { 200: ProductDetailView, ...failures },
      },
    },
    async (request) => {
      const [product, { currency }, locations] = await Promise.all([
        productDetail(ctx, request.params.productId),
        marketFor(ctx),
        stockLocations(ctx),
      ])
      const places = locations.map(({ id, name }) => ({ id, name }))
      return { ...product, updatedAt: product.updatedAt.toISOString(), currency, locations: places }
    },
  )
}
