import type { Shop } from './context.ts'
import type { Database, Queryable } from './database.ts'
import { OutageError } from './errors.ts'
import { emit } from './events.ts'
import { sql } from './sql.ts'

/** This database is a restored copy that nobody has confirmed: it writes to nobody and charges nobody. */
export class QuietCopyError extends OutageError {
  constructor() {
    super('this is a restored copy: it sends nothing and charges nobody until it is confirmed')
  }
}

/** Databases of which it is known that they are the shop itself. A shop never becomes a copy while it is open. */
const confirmed = new WeakSet<object>()

/** When the backup was made of which this is an unconfirmed copy; undefined in the shop itself. */
export async function quietSince(database: Queryable): Promise<Date | undefined> {
  if (confirmed.has(database)) return undefined
  const row = await database.maybe<{ backupMadeAt: Date }>(
    sql`select backup_made_at from restorations where confirmed_at is null order by id desc limit 1`,
  )
  if (!row) confirmed.add(database)
  return row?.backupMadeAt
}

/** Throws a QuietCopyError in an unconfirmed copy. Asked before anything leaves the shop: mail, payment, webhook. */
export async function refuseIfQuiet(database: Queryable): Promise<void> {
  if ((await quietSince(database)) !== undefined) throw new QuietCopyError()
}

/** The same object, each of whose calls is refused in an unconfirmed copy. */
export function quietly<T extends object>(database: Database, outside: T): T {
  return new Proxy(outside, {
    get(target, name, receiver) {
      const found: unknown = Reflect.get(target, name, receiver)
      if (typeof found !== 'function') return found
      return async (...args: unknown[]) => {
        await refuseIfQuiet(database)
        return found.apply(target, args)
      }
    },
  })
}

/**
 * Says that this copy is the shop now: what waited is done at once. `by` is a member of staff or "command". Answers
 * false when there was nothing to confirm.
 */
export async function confirmCopy(ctx: Shop, by: string): Promise<boolean> {
  return ctx.database.transaction(async (tx) => {
    const now = ctx.clock.now()
    const copies = await tx.run(
      sql`update restorations set confirmed_at = ${now}, confirmed_by = ${by} where confirmed_at is null`,
    )
    if (copies === 0) return false
    await tx.run(sql`update event_deliveries set next_attempt_at = ${now} where status = 'waiting'`)
    await emit(ctx, tx, { type: 'shop.copy-confirmed', subject: 'shop', actor: by })
    return true
  })
}
