import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { expect, test } from 'vitest'
import { connectionOf } from './database.ts'
import { keepPostgresRunning } from './kept-postgres.ts'

async function countReceipts(url: string): Promise<number> {
  for (let tries = 0; ; tries++) {
    const client = new pg.Client(connectionOf(url))
    client.on('error', () => {})
    try {
      await client.connect()
      return (await client.query('select count(*)::int as receipts from receipts')).rows[0].receipts
    } catch (error) {
      if (tries > 300) throw error
      await pause(50)
    } finally {
      await client.end().catch(() => {})
    }
  }
}

test('a database that is killed comes back by itself at the same address with all that was committed', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'barrow-kept-'))
  await chmod(folder, 0o700)
  const heard: string[] = []
  const postgres = await keepPostgresRunning({ folder, onTrouble: (what) => heard.push(what) })
  const client = new pg.Client(connectionOf(postgres.url))
  client.on('error', () => {})
  await client.connect()
  await client.query('create table receipts as select generate_series(1, 100) as number')
  for (let times = 0; times < 2; times++) {
    const { pid } = { pid: postgres.pid() }
    process.kill(pid, 'SIGKILL')
    // The killed one's last children may still answer for a moment.
    await expect.poll(() => postgres.pid(), { timeout: 60_000 }).not.toBe(pid)
    expect(await countReceipts(postgres.url)).toBe(100)
  }
  expect(heard.filter((what) => what.includes('unasked'))).toHaveLength(2)
  const last = postgres.pid()
  await postgres.stop()
  expect(() => process.kill(last, 0)).toThrow()
  await rm(folder, { recursive: true, force: true })
})
