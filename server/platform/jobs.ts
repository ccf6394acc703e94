import { PgBoss } from 'pg-boss'
import type { Shop } from './context.ts'
import { connectionOf } from './database.ts'

/** Work that the shop does by the clock, on one of its processes at a time. */
export type Job = { name: string; cron: string; run(ctx: Shop): Promise<void> }

/** Starts the clockwork (pg-boss keeps it in the database, so that two processes share one timetable). */
export async function startJobs(ctx: Shop, jobs: readonly Job[]): Promise<{ stop(): Promise<void> }> {
  const boss = new PgBoss({ ...connectionOf(ctx.database.url), max: 3, application_name: 'barrow jobs' } as never)
  boss.on('error', (error) => ctx.log.warn({ err: error }, 'the job queue stumbled'))
  await boss.start()
  for (const job of jobs) {
    await boss.createQueue(job.name, { policy: 'singleton', retryLimit: 0 })
    await boss.work(job.name, { pollingIntervalSeconds: 5 }, () => job.run(ctx))
    await boss.schedule(job.name, job.cron)
  }
  return { stop: () => boss.stop({ graceful: true, timeout: 5000 }) }
}
