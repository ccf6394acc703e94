import type { Shop } from './context.ts'

/** Under which what belongs to a customer is found by the e-mail address, which is kept sealed. */
export function emailIndex(ctx: Shop, email: string): Buffer {
  return ctx.vault.lookup(`order-email:${email.trim().toLowerCase()}`)
}
