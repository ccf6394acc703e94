import { type Shop, transaction } from '../../platform/context.ts'
import { emit } from '../../platform/events.ts'
import { newId } from '../../platform/ids.ts'
import { sql } from '../../platform/sql.ts'
import type { OrderView } from '../orders/index.ts'
import { currentStore } from '../stores/index.ts'
import { type Billed, invoiceContent } from './invoice-content.ts'
import type { InvoiceKind } from './tables.ts'

/**
 * Issues an invoice or a credit note, once for each reference; answers its id, or that of the one issued before. The
 * number is counted under the lock of its series in the transaction that writes the paper: whoever fails takes none, and
 * two who issue at once take turns. Undefined when there is nothing to bill, or more to credit than was billed.
 */
export async function issueInvoice(
  ctx: Shop,
  of: { kind: InvoiceKind; order: OrderView; reference: string; billed: Billed; suppliedAt: Date | null },
): Promise<string | undefined> {
  const { kind, order, reference } = of
  const store = await currentStore(ctx)
  const issuedAt = ctx.clock.now()
  return transaction(ctx, async (tx) => {
    const series = await tx.one<{ prefix: string; lastNumber: number }>(
      sql`select prefix, last_number from invoice_series where kind = ${kind} for update`,
    )
    const known = await tx.maybe<{ id: string }>(
      sql`select id from invoices where kind = ${kind} and reference = ${reference}`,
    )
    if (known) return known.id
    const before = await tx.rows<{ kind: InvoiceKind; name: string; totalMinor: number }>(sql`
      select i.kind, s.prefix || i.number as name, i.total_minor from invoices i join invoice_series s on s.kind = i.kind
      where i.order_id = ${order.id} order by i.number`)
    const invoices = before.filter((paper) => paper.kind === 'invoice')
    const refersTo = kind === 'credit-note' ? invoices.map(({ name }) => name) : []
    const content = invoiceContent({ ...of, store, issuedAt, refersTo })
    // What was not invoiced yet cannot be credited; it is tried again with the next invoice.
    const openMinor = before.reduce((sum, each) => sum + (each.kind === 'invoice' ? 1 : -1) * each.totalMinor, 0)
    if (content.totalMinor <= 0 || (kind === 'credit-note' && content.totalMinor > openMinor)) return undefined
    const number = series.lastNumber + 1
    const id = newId('invoice')
    const name = `${series.prefix}${number}`
    await tx.run(sql`
      with counted as (
        update invoice_series set last_number = ${number} where kind = ${kind}
      )
      insert into invoices (id, kind, number, order_id, reference, currency, tax_minor, total_minor, content_sealed, issued_at)
      values (${id}, ${kind}, ${number}, ${order.id}, ${reference}, ${content.currency}, ${content.taxMinor},
        ${content.totalMinor}, ${ctx.vault.seal({ ...content, number: name }, 'invoice')}, ${issuedAt})`)
    const { totalMinor, currency } = content
    await emit(ctx, tx, {
      type: `${kind}.issued`,
      subject: order.id,
      payload: { invoiceId: id, number: name, totalMinor, currency },
    })
    return id
  })
}
