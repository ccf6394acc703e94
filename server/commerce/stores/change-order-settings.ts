import { type Shop, transaction } from '../../platform/context.ts'
import { emit } from '../../platform/events.ts'
import { sql } from '../../platform/sql.ts'
import { forgetSettings, type Store } from './current-store.ts'

/** What the owner decides about orders after they are placed. */
export type OrderSettings = Pick<Store, 'supportRefundMaxMinor' | 'invoiceOn' | 'taxNumber'>

/** Changes how much support may give back, when invoices are issued, and the tax number on them. */
export async function changeOrderSettings(ctx: Shop, of: { settings: OrderSettings; actor: string }): Promise<void> {
  const { supportRefundMaxMinor, invoiceOn, taxNumber } = of.settings
  await transaction(ctx, async (tx) => {
    await tx.run(sql`
      update stores set support_refund_max_minor = ${supportRefundMaxMinor}, invoice_on = ${invoiceOn},
        tax_number = ${taxNumber}`)
    await emit(ctx, tx, { type: 'store.changed', subject: 'store', payload: { ...of.settings }, actor: of.actor })
    tx.afterCommit(() => forgetSettings(ctx))
  })
}
