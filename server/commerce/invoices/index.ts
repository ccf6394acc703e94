/** Invoices: what was billed and what was credited, numbered without a gap, as papers that never change. */
export { drawInvoice } from './draw-invoice.ts'
export { errors } from './errors.ts'
export type { InvoiceContent } from './invoice-content.ts'
export { creditForRefund, invoiceForParcel } from './invoices-due.ts'
export { listeners } from './listeners.ts'
export { type InvoiceFacts, invoicesOf, readInvoice } from './read-invoice.ts'
export { routes } from './routes.ts'
