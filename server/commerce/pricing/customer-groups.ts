import { randomBytes } from 'node:crypto'
import type { Shop } from '../../platform/context.ts'
import { newId } from '../../platform/ids.ts'
import { sql } from '../../platform/sql.ts'
import type { CustomerGroupRow } from './tables.ts'

/** Makes a group; whoever enters its code in a cart belongs to it. The code is of 80 bits. */
export async function createCustomerGroup(ctx: Shop, of: { title: string }): Promise<CustomerGroupRow> {
  const code = randomBytes(10).toString('hex').toUpperCase()
  const entryCode = `GROUP-${code.match(/.{5}/g)?.join('-')}`
  const group = { id: newId('customerGroup'), title: of.title, entryCode, createdAt: ctx.clock.now() }
  await ctx.database.run(sql`
    insert into customer_groups (id, title, entry_code, created_at)
    values (${group.id}, ${group.title}, ${group.entryCode}, ${group.createdAt})`)
  return group
}

/** All groups by title. */
export function customerGroups(ctx: Shop): Promise<CustomerGroupRow[]> {
  return ctx.database.rows<CustomerGroupRow>(
    sql`select id, title, entry_code, created_at from customer_groups order by title, id`,
  )
}

/** The group that a code opens; undefined for none. */
export function groupOfCode(ctx: Shop, code: string): Promise<CustomerGroupRow | undefined> {
  return ctx.database.maybe<CustomerGroupRow>(
    sql`select id, title, entry_code, created_at from customer_groups where entry_code = ${code}`,
  )
}
