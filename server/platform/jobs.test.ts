import { PgBoss } from 'pg-boss'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connectionOf } from './database.ts'
import { type Job, startJobs } from './jobs.ts'
import { sql } from './sql.ts'
import { openTestShop, type TestShop } from './testing/test-shop.ts'

let shop: TestShop
let otherProcess: TestShop
beforeAll(async () => {
  shop = await openTestShop()
  otherProcess = await openTestShop({ databaseUrl: shop.ctx.database.url })
})
afterAll(async () => {
  await otherProcess.close()
  await shop.close()
})

test('what is due runs on one of two processes, once, and is in one timetable', async () => {
  let runs = 0
  let ran = () => {}
  const done = new Promise<void>((resolve) => {
    ran = resolve
  })
  const job: Job = {
    name: 'sweep-carts',
    cron: '0 4 * * *',
    async run() {
      runs++
      ran()
    },
  }
  const clockworks = [await startJobs(shop.ctx, [job]), await startJobs(otherProcess.ctx, [job])]
  expect(await shop.ctx.database.rows(sql`select name, cron from pgboss.schedule`)).toEqual([
    { name: 'sweep-carts', cron: '0 4 * * *' },
  ])
  const hand = new PgBoss(connectionOf(shop.ctx.database.url) as ConstructorParameters<typeof PgBoss>[0])
  await hand.start()
  await hand.send(job.name)
  await done
  await hand.stop()
  for (const clockwork of clockworks) await clockwork.stop()
  expect(runs).toBe(1)
})
