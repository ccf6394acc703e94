import { Type } from 'typebox'
import type { Shop } from '../../platform/context.ts'
import type { Http } from '../../platform/http.ts'
import { Problem } from '../../platform/problem.ts'
import { nullable, oneOf } from '../carts/index.ts'
import { itemNeeds, setLowMark, takeItems } from '../inventory/index.ts'
import { storeTimeZone } from '../shipping/index.ts'
import { merchants, orderDesk, requireStaff, staffMember } from '../staff/index.ts'
import { currentStore, stockLocations } from '../stores/index.ts'
import { documentDetail, documentFilters, documentList } from './documents.ts'
import { findItem } from './find-items.ts'
import { itemMovements, stockItem } from './stock-item.ts'
import { stockCounts, stockFilters, stockList } from './stock-list.ts'
import {
  DocumentRowView,
  DocumentView,
  FoundItemView,
  MovementView,
  pageView,
  StockItemView,
  StockRowView,
} from './views.ts'
import { workRoutes } from './work-routes.ts'

const failures = { '4xx': Problem, '5xx': Problem }
const tags = ['Stock']
const text = (maxLength: number) => Type.String({ maxLength })
const paged = {
  cursor: Type.Optional(text(2000)),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
}
const ofItem = Type.Object({ itemId: text(60) })
const ofVariant = Type.Object({ variantId: text(60) })
const done = Type.Object({ ok: Type.Literal(true) })

/** What staff see of the stock, and what they do in the stockroom. */
export function routes(http: Http, ctx: Shop): void {
  itemRoutes(http, ctx)
  paperRoutes(http, ctx)
  setRoutes(http, ctx)
  workRoutes(http, ctx)
}

function itemRoutes(http: Http, ctx: Shop): void {
  const maySee = requireStaff(ctx, orderDesk)

  http.get(
    '/api/admin/stock',
    {
      preHandler: maySee,
      schema: {
        operationId: 'listStock',
        tags,
        summary: 'Items by title, page by page: what lies there, what is promised, what is free, what is on its way',
        querystring: Type.Object({
          filter: Type.Optional(oneOf(stockFilters)),
          q: Type.Optional(
            Type.String({
              maxLength: 200,
              description: 'Words of the title, the beginning of a SKU, a whole barcode.',
            }),
          ),
          locationId: Type.Optional(text(60)),
          ...paged,
        }),
        response: {
          200: Type.Object({
            ...pageView(StockRowView).properties,
            counts: Type.Object({
              all: Type.Integer(),
              low: Type.Integer(),
              out: Type.Integer(),
              owed: Type.Integer(),
            }),
          }),
          ...failures,
        },
      },
    },
    async (request) => {
      const { filter, limit, ...rest } = request.query
      const [page, counts] = await Promise.all([
        stockList(ctx, { filter: filter ?? 'all', limit: limit ?? 50, ...rest }),
        stockCounts(ctx, rest.locationId),
      ])
      return { ...page, counts }
    },
  )

  http.get(
    '/api/admin/stock/:itemId',
    {
      preHandler: maySee,
      schema: {
        operationId: 'readStockItem',
        tags,
        summary: 'An item: what lies where, which variants and sets take of it, and its last ninety days',
        params: ofItem,
        response: { 200: StockItemView, ...failures },
      },
    },
    async (request) => {
      const timeZone = storeTimeZone((await currentStore(ctx)).address.country)
      return stockItem(ctx, { itemId: request.params.itemId, timeZone })
    },
  )

  http.get(
    '/api/admin/stock/:itemId/movements',
    {
      preHandler: maySee,
      schema: {
        operationId: 'listMovements',
        tags,
        summary: 'What happened to an item, the newest first: how many, why, by whom, and what lay there after',
        params: ofItem,
        querystring: Type.Object({ locationId: Type.Optional(text(60)), ...paged }),
        response: { 200: pageView(MovementView), ...failures },
      },
    },
    async (request) => {
      const { limit, ...rest } = request.query
      const page = await itemMovements(ctx, { itemId: request.params.itemId, limit: limit ?? 25, ...rest })
      return { ...page, items: page.items.map((one) => ({ ...one, occurredAt: one.occurredAt.toISOString() })) }
    },
  )

  http.patch(
    '/api/admin/stock/:itemId',
    {
      preHandler: requireStaff(ctx, merchants),
      schema: {
        operationId: 'editStockItem',
        tags,
        summary: 'Say from how few free pieces on an item runs low',
        params: ofItem,
        body: Type.Object({ lowAt: Type.Integer({ minimum: 0, maximum: 1_000_000 }) }, { additionalProperties: false }),
        response: { 200: done, ...failures },
      },
    },
    async (request) => {
      await setLowMark(ctx, { inventoryItemId: request.params.itemId, lowAt: request.body.lowAt })
      return { ok: true as const }
    },
  )

  http.get(
    '/api/admin/stock-codes/:stockCode',
    {
      preHandler: maySee,
      schema: {
        operationId: 'findStockItem',
        tags,
        summary: 'The item that has this SKU or barcode',
        params: Type.Object({ stockCode: text(100) }),
        response: { 200: FoundItemView, ...failures },
      },
    },
    (request) => findItem(ctx, request.params.stockCode),
  )
}

function paperRoutes(http: Http, ctx: Shop): void {
  const maySee = requireStaff(ctx, orderDesk)

  http.get(
    '/api/admin/stock-documents',
    {
      preHandler: maySee,
      schema: {
        operationId: 'listStockDocuments',
        tags,
        summary: 'Receipts, adjustments, transfers and counts, the newest first',
        querystring: Type.Object({ filter: Type.Optional(oneOf(documentFilters)), ...paged }),
        response: { 200: pageView(DocumentRowView), ...failures },
      },
    },
    async (request) => {
      const { filter, limit, ...rest } = request.query
      const page = await documentList(ctx, { filter: filter ?? 'all', limit: limit ?? 50, ...rest })
      return { ...page, items: page.items.map(dated) }
    },
  )

  http.get(
    '/api/admin/stock-documents/:documentId',
    {
      preHandler: maySee,
      schema: {
        operationId: 'readStockDocument',
        tags,
        summary: 'One of them with its lines; an open count does not say what is expected',
        params: Type.Object({ documentId: text(60) }),
        response: { 200: DocumentView, ...failures },
      },
    },
    async (request) => dated(await documentDetail(ctx, request.params.documentId)),
  )
}

/** What a set is made of, and where things can lie. */
function setRoutes(http: Http, ctx: Shop): void {
  http.get(
    '/api/admin/stock-places',
    {
      preHandler: requireStaff(ctx, orderDesk),
      schema: {
        operationId: 'listStockPlaces',
        tags,
        summary: 'Where goods can lie, the place to ship from first at the front',
        response: {
          200: Type.Object({ places: Type.Array(Type.Object({ id: Type.String(), name: Type.String() })) }),
          ...failures,
        },
      },
    },
    async () => ({ places: (await stockLocations(ctx)).map(({ id, name }) => ({ id, name })) }),
  )

  http.get(
    '/api/admin/variants/:variantId/items',
    {
      preHandler: requireStaff(ctx, orderDesk),
      schema: {
        operationId: 'listVariantItems',
        tags,
        summary: 'What one unit of a variant takes from the shelf',
        params: ofVariant,
        response: {
          200: Type.Object({
            items: Type.Array(
              Type.Object({
                inventoryItemId: Type.String(),
                quantity: Type.Integer(),
                title: nullable(Type.String()),
                variantTitle: nullable(Type.String()),
                sku: nullable(Type.String()),
                free: Type.Integer(),
              }),
            ),
          }),
          ...failures,
        },
      },
    },
    async ({ params: { variantId } }) => ({
      items: ((await itemNeeds(ctx.database, [variantId])).get(variantId) ?? []).map((need) => ({ ...need })),
    }),
  )

  http.put(
    '/api/admin/variants/:variantId/items',
    {
      preHandler: requireStaff(ctx, merchants),
      schema: {
        operationId: 'saveVariantItems',
        tags,
        summary: 'Say what one unit of a variant takes from the shelf; from then on it is counted',
        params: ofVariant,
        body: Type.Object(
          {
            items: Type.Array(
              Type.Object(
                {
                  inventoryItemId: Type.String({ maxLength: 60 }),
                  quantity: Type.Integer({ minimum: 1, maximum: 1000 }),
                },
                { additionalProperties: false },
              ),
              { minItems: 1, maxItems: 20 },
            ),
          },
          { additionalProperties: false },
        ),
        response: { 200: done, ...failures },
      },
    },
    async (request) => {
      const { variantId } = request.params
      await takeItems(ctx, { variantId, items: request.body.items, actor: staffMember(request).id })
      return { ok: true as const }
    },
  )
}

function dated<T extends { startedAt: Date; doneAt: Date | null }>(document: T) {
  return {
    ...document,
    startedAt: document.startedAt.toISOString(),
    doneAt: document.doneAt?.toISOString() ?? null,
  }
}
