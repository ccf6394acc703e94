import { secondsLater } from './clock.ts'
import type { Shop } from './context.ts'
import { sql } from './sql.ts'

/**
 * Counts one try against `key` and says whether it is within `max` in `window` seconds. Counted in the database in one
 * statement, so that neither many tries at once nor several processes let one more through.
 */
export async function countTry(
  ctx: Shop,
  key: string,
  rule: { window: number; max: number },
): Promise<{ allowed: boolean; retryAfter: number | null }> {
  const now = ctx.clock.now()
  const ends = secondsLater(now, rule.window)
  const { tries, windowEndsAt } = await ctx.database.one<{ tries: number; windowEndsAt: Date }>(sql`
    with forgotten as (
      delete from staff_sign_in_tries where window_ends_at < ${secondsLater(now, -3600)}
    )
    insert into staff_sign_in_tries as known (key, tries, window_ends_at)
    values (${ctx.vault.lookup(`sign-in try ${key}`)}, 1, ${ends})
    on conflict (key) do update set
      tries = case when known.window_ends_at <= ${now} then 1 else least(known.tries + 1, 1000000) end,
      window_ends_at = case when known.window_ends_at <= ${now} then ${ends} else known.window_ends_at end
    returning tries, window_ends_at`)
  if (tries <= rule.max) return { allowed: true, retryAfter: null }
  return { allowed: false, retryAfter: Math.max(1, Math.ceil((windowEndsAt.getTime() - now.getTime()) / 1000)) }
}

/** Forgets the tries counted against `key`: whoever it was has proved who they are. */
export async function forgetTries(ctx: Shop, key: string): Promise<void> {
  await ctx.database.run(sql`delete from staff_sign_in_tries where key = ${ctx.vault.lookup(`sign-in try ${key}`)}`)
}
