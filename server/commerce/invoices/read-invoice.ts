import type { Shop } from '../../platform/context.ts'
import { type Statement, sql } from '../../platform/sql.ts'
import { errors } from './errors.ts'
import type { InvoiceContent } from './invoice-content.ts'
import type { InvoiceRow } from './tables.ts'

/** A paper in short. */
export type InvoiceFacts = Pick<InvoiceRow, 'id' | 'kind' | 'orderId' | 'currency' | 'totalMinor' | 'issuedAt'> & {
  /** As it stands on the paper: INV-17. */
  name: string
}

/** The papers of an order, the first one first. */
export async function invoicesOf(ctx: Shop, orderId: string): Promise<InvoiceFacts[]> {
  return ctx.database.rows<InvoiceFacts>(sql`${facts} where i.order_id = ${orderId} order by i.issued_at, i.id`)
}

const facts: Statement = sql`
  select i.id, i.kind, i.order_id, i.currency, i.total_minor, i.issued_at, s.prefix || i.number as name
  from invoices i join invoice_series s on s.kind = i.kind`

/** Everything that stands on a paper; `invoices.not-found` when there is none, or none of this order. */
export async function readInvoice(
  ctx: Shop,
  of: { invoiceId: string; orderId?: string },
): Promise<{ content: InvoiceContent; issuedAt: Date }> {
  const row = await ctx.database.maybe<Pick<InvoiceRow, 'orderId' | 'contentSealed' | 'issuedAt'>>(
    sql`select order_id, content_sealed, issued_at from invoices where id = ${of.invoiceId}`,
  )
  if (!row || (of.orderId !== undefined && row.orderId !== of.orderId)) throw errors.notFound()
  return { content: ctx.vault.open<InvoiceContent>(row.contentSealed, 'invoice'), issuedAt: row.issuedAt }
}
