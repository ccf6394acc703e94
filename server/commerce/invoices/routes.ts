import type { FastifyReply } from 'fastify'
import { type TSchema, Type } from 'typebox'
import type { Shop } from '../../platform/context.ts'
import type { Http } from '../../platform/http.ts'
import { Problem } from '../../platform/problem.ts'
import { oneOf } from '../carts/index.ts'
import { orderAccess, requireOrderKey } from '../orders/index.ts'
import { orderDesk, requireStaff } from '../staff/index.ts'
import { drawInvoice } from './draw-invoice.ts'
import type { InvoiceContent } from './invoice-content.ts'
import { type InvoiceFacts, invoicesOf, readInvoice } from './read-invoice.ts'
import { invoiceKinds } from './tables.ts'

const InvoiceView = Type.Object({
  id: Type.String(),
  kind: oneOf(invoiceKinds),
  name: Type.String({ description: 'As it stands on the paper: INV-17.' }),
  orderId: Type.String(),
  currency: Type.String(),
  totalMinor: Type.Integer(),
  issuedAt: Type.String(),
})
const List = Type.Object({ items: Type.Array(InvoiceView) })
const failures = { '4xx': Problem, '5xx': Problem }
const paper: Record<string, unknown> & { content: Record<string, { schema: TSchema }> } = {
  description: 'The paper.',
  content: { 'application/pdf': { schema: Type.String() } },
}
const invoiceId = Type.String({ maxLength: 60 })

export function routes(http: Http, ctx: Shop): void {
  const preHandler = requireStaff(ctx, orderDesk)

  http.get(
    '/api/orders/:orderId/invoices',
    {
      schema: {
        operationId: 'listInvoices',
        tags: ['Orders'],
        summary: 'The invoices and credit notes of an order',
        ...orderAccess,
        response: { 200: List, ...failures },
      },
    },
    async (request, reply) => {
      const { orderId } = request.params
      await requireOrderKey(ctx, { orderId, key: request.headers['x-order-key'] ?? request.query.key ?? '' })
      reply.header('cache-control', 'no-store')
      return { items: (await invoicesOf(ctx, orderId)).map(shown) }
    },
  )

  http.get(
    '/api/orders/:orderId/invoices/:invoiceId',
    {
      schema: {
        operationId: 'readInvoice',
        tags: ['Orders'],
        summary: 'An invoice or a credit note as PDF',
        ...orderAccess,
        params: Type.Object({ ...orderAccess.params.properties, invoiceId }),
        response: { 200: paper, ...failures },
      },
    },
    async (request, reply) => {
      const { orderId, invoiceId } = request.params
      await requireOrderKey(ctx, { orderId, key: request.headers['x-order-key'] ?? request.query.key ?? '' })
      const { content, issuedAt } = await readInvoice(ctx, { invoiceId, orderId })
      return sendPdf(reply, content, await drawInvoice(content, issuedAt))
    },
  )

  http.get(
    '/api/admin/orders/:orderId/invoices',
    {
      preHandler,
      schema: {
        operationId: 'listInvoicesForStaff',
        tags: ['Orders'],
        summary: 'The invoices and credit notes of an order, for staff',
        params: Type.Object({ orderId: Type.String({ maxLength: 60 }) }),
        response: { 200: List, ...failures },
      },
    },
    async (request, reply) => {
      reply.header('cache-control', 'no-store')
      return { items: (await invoicesOf(ctx, request.params.orderId)).map(shown) }
    },
  )

  http.get(
    '/api/admin/invoices/:invoiceId',
    {
      preHandler,
      schema: {
        operationId: 'readInvoiceForStaff',
        tags: ['Orders'],
        summary: 'An invoice or a credit note as PDF, for staff',
        params: Type.Object({ invoiceId }),
        response: { 200: paper, ...failures },
      },
    },
    async (request, reply) => {
      const { content, issuedAt } = await readInvoice(ctx, { invoiceId: request.params.invoiceId })
      return sendPdf(reply, content, await drawInvoice(content, issuedAt))
    },
  )
}

function sendPdf(reply: FastifyReply, content: InvoiceContent, pdf: Buffer) {
  return reply
    .header('cache-control', 'no-store')
    .header('content-disposition', `inline; filename="${content.kind}-${content.number}.pdf"`)
    .type('application/pdf')
    .send(pdf)
}

function shown(invoice: InvoiceFacts) {
  return { ...invoice, issuedAt: invoice.issuedAt.toISOString() }
}
