import { type Shop, transaction } from '../../platform/context.ts'
import type { Job } from '../../platform/jobs.ts'
import { sql } from '../../platform/sql.ts'
import { announceList } from './save-price-list.ts'

/** Every minute, lists that have begun or ended since are announced, so that no page goes on showing what was. */
export const jobs: readonly Job[] = [{ name: 'announce-price-lists', cron: '* * * * *', run: announceTurnedLists }]

/** Announces each list whose beginning or end has passed since it was last announced. */
export async function announceTurnedLists(ctx: Shop): Promise<void> {
  const now = ctx.clock.now()
  await transaction(ctx, async (tx) => {
    const turned = await tx.rows<{ id: string }>(sql`
      update price_lists set announced_at = ${now}
      where (starts_at <= ${now} and (announced_at is null or announced_at < starts_at))
        or (ends_at <= ${now} and (announced_at is null or announced_at < ends_at))
      returning id`)
    for (const { id } of turned) await announceList(ctx, tx, { id, actor: 'system' })
  })
}
