import type { Shop } from '../../platform/context.ts'
import type { MailAttachment } from '../../platform/mail.ts'
import { creditForRefund, drawInvoice, invoiceForParcel, readInvoice } from '../invoices/index.ts'
import type { MessageKind } from './tables.ts'

/**
 * The paper that goes with a mail, issued now if it was not before: the invoice of a parcel, the credit note of a refund.
 * None for other mails, and none where nothing was billed.
 */
export async function attachedPaper(
  ctx: Shop,
  of: { kind: MessageKind; reference: string; orderId: string },
): Promise<MailAttachment[]> {
  const { kind, reference, orderId } = of
  const invoiceId =
    kind === 'shipping-notice' || kind === 'pickup-notice'
      ? await invoiceForParcel(ctx, { orderId, fulfillmentId: reference })
      : kind === 'refund-notice'
        ? await creditForRefund(ctx, { orderId, refundId: reference })
        : undefined
  if (!invoiceId) return []
  const { content, issuedAt } = await readInvoice(ctx, { invoiceId })
  const filename = `${content.kind}-${content.number}.pdf`
  return [{ filename, contentType: 'application/pdf', content: await drawInvoice(content, issuedAt) }]
}
