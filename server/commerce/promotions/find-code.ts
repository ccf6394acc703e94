import type { Shop } from '../../platform/context.ts'
import { sql } from '../../platform/sql.ts'

/** A code as it is kept: capital letters, without the spaces that a phone puts in. */
export function writtenCode(entered: string): string {
  return entered.normalize('NFKC').replace(/\s+/g, '').toUpperCase()
}

/** True for a code, as it is kept, whose promotion runs and has uses and budget left. */
export async function isGoodCode(ctx: Shop, code: string): Promise<boolean> {
  const now = ctx.clock.now()
  const found = await ctx.database.maybe(sql`
    select c.code from promotion_codes c join promotions p on p.id = c.promotion_id
    where c.code = ${code} and p.status = 'active' and p.method = 'code'
      and (p.starts_at is null or p.starts_at <= ${now}) and (p.ends_at is null or p.ends_at > ${now})
      and (c.uses_max is null or c.uses < c.uses_max) and (p.uses_max is null or p.uses < p.uses_max)
      and (p.budget_minor is null or p.spent_minor < p.budget_minor)`)
  return found !== undefined
}
