import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readFile, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { shipOrder } from '../../commerce/fulfillment/index.ts'
import { openShopWithOrders, type ShopWithOrders } from '../../commerce/fulfillment/testing/shop-with-orders.ts'
import { type Database, openDatabase } from '../database.ts'
import { sql } from '../sql.ts'
import { emptyDatabase, type TestDatabase } from '../testing/test-database.ts'
import { BackupError } from './backup-format.ts'
import { checkBackup } from './check-backup.ts'
import { makeBackup } from './make-backup.ts'
import { restoreBackup } from './restore-backup.ts'

const now = new Date('2026-03-03T10:00:00Z')
const folder = join(inject('runFolder'), `backups-${randomBytes(4).toString('hex')}`)
let shop: ShopWithOrders
let file: string
let copy: TestDatabase
let restored: Database
let contentHash: string
beforeAll(async () => {
  shop = await openShopWithOrders()
  const mug = await shop.sell({ slug: 'mug', priceMinor: 1500, stock: 20, product: { title: 'Tab\tand "quote"\\n' } })
  const order = await shop.buy({ lines: [{ variantId: mug, quantity: 2 }] })
  await shop.buy({ lines: [{ variantId: mug, quantity: 1 }], contact: { name: 'Bé\nÅ' } })
  await shipOrder(shop.ctx, { orderId: order.id, actor: 'system' })
  await shop.deliverEvents()
  await shop.signIn('owner')
  const create = { width: 40, height: 40, channels: 3 as const, background: '#aa5500' }
  contentHash = (await shop.ctx.media.store(await sharp({ create }).png().toBuffer())).contentHash
  file = join(folder, 'shop.tar.gz')
  await makeBackup(shop.ctx, { file, verify: false })
  copy = await emptyDatabase()
  await restoreBackup({ databaseUrl: copy.url, file, mediaFolder: join(folder, 'media'), now })
  restored = openDatabase({ url: copy.url, connectionsMax: 2 })
})
afterAll(async () => {
  await restored?.close()
  await copy?.drop()
  await shop.close()
})

test('a restored shop holds, row by row, what the shop held', async () => {
  const tables = await shop.ctx.database.rows<{ name: string }>(sql`
    select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
      and relname not in ('backups', 'migrations', 'restorations', 'staff_sessions', 'staff_sign_in_tries',
        'staff_verifications')`)
  expect(tables.length).toBeGreaterThan(30)
  for (const { name } of tables) {
    const rowsOf = async ({ pool }: Database) =>
      (await pool.query(`select md5(string_agg(t::text, '|' order by t::text)) as sum, count(*) from ${name} t`)).rows
    expect([name, await rowsOf(restored)]).toEqual([name, await rowsOf(shop.ctx.database)])
  }
})

test('the pictures come along, and nobody who was signed in does', async () => {
  const kept = join(contentHash.slice(0, 2), contentHash, 'original')
  expect(await readFile(join(folder, 'media', kept))).toEqual(await readFile(join(shop.ctx.media.folder, kept)))
  expect(await shop.ctx.database.one(sql`select count(*) > 0 as some from staff_sessions`)).toEqual({ some: true })
  expect(await restored.one(sql`select count(*) as sessions from staff_sessions`)).toEqual({ sessions: 0 })
})

test('numbers go on where they were, and what was refused before is refused again', async () => {
  const next = sql`select nextval('order_numbers') as number`
  expect(await restored.one(next)).toEqual(await shop.ctx.database.one(next))
  await expect(restored.run(sql`delete from ledger_entries`)).rejects.toThrow('append-only')
  await expect(restored.run(sql`delete from orders`)).rejects.toThrow('foreign key')
  const unbalanced = sql`insert into ledger_entries select id, 99, 'assets:receivable:customers', 'EUR', 1
    from ledger_transactions limit 1`
  await expect(restored.run(unbalanced)).rejects.toThrow('sum to zero')
})

test('a place that holds a shop is never overwritten', async () => {
  const again = restoreBackup({ databaseUrl: copy.url, file, now })
  await expect(again).rejects.toThrow(/never overwrites/)
  expect(await restored.one(sql`select count(*) as orders from orders`)).toEqual({ orders: 2 })
})

test('any computer can look into a backup', () => {
  const names = execFileSync('tar', ['-tzf', file], { encoding: 'utf8' }).trim().split('\n')
  expect(names[0]).toBe('manifest.json')
  expect(names).toContain('README.txt')
  expect(names).toContain('tables/orders/00001.copy')
  expect(names.at(-1)).toBe('contents.json')
})

test('the secret of the shop and the names of its customers are not in it', () => {
  const all = execFileSync('tar', ['-xzOf', file], { maxBuffer: 100_000_000 })
  expect(all.includes('ORDER_NUMBERS'.toLowerCase())).toBe(true)
  for (const clear of ['only for tests: 0123456789', 'Ann Winter', 'Lindenweg 4', 'ann@example.com'])
    expect([clear, all.includes(clear)]).toEqual([clear, false])
})

test('a backup that breaks off, or was changed, is refused and leaves nothing behind', async () => {
  const whole = await readFile(file)
  const half = join(folder, 'half.tar.gz')
  await writeFile(half, whole)
  await truncate(half, Math.floor(whole.length * 0.7))
  const bent = join(folder, 'bent.tar.gz')
  const changed = Buffer.from(whole)
  const at = Math.floor(whole.length / 2)
  changed[at] = (changed[at] as number) ^ 0xff
  await writeFile(bent, changed)
  const noBackup = join(folder, 'photo.tar.gz')
  await writeFile(noBackup, randomBytes(5000))
  const empty = await emptyDatabase()
  for (const damaged of [half, bent, noBackup])
    await expect(restoreBackup({ databaseUrl: empty.url, file: damaged, now }), damaged).rejects.toThrow(BackupError)
  const database = openDatabase({ url: empty.url, connectionsMax: 1 })
  const tables = sql`select count(*) as tables from pg_class where relnamespace = 'public'::regnamespace`
  expect(await database.one(tables)).toEqual({ tables: 0 })
  await database.close()
  await empty.drop()
})

test('a backup is proven by restoring it into a server of its own, where the rules of the books hold', async () => {
  const checked = await checkBackup({ file, now })
  expect(checked.brokenRules).toEqual([])
  expect(checked.rows).toBeGreaterThan(50)
  expect(checked.pictures).toBe(1)
})

test('what was made is noted, and a file that is there is not written over', async () => {
  const nowhere = join(file, 'shop.tar.gz')
  const notes = await shop.ctx.database.rows(sql`select status, file, problem, bytes > 0 as filled from backups`)
  expect(notes).toEqual([{ status: 'done', file, problem: null, filled: true }])
  await expect(makeBackup(shop.ctx, { file, verify: false })).rejects.toThrow(/never overwrites/)
  await expect(makeBackup(shop.ctx, { file: nowhere, verify: false })).rejects.toThrow()
  const failed = sql`select status, problem from backups where file = ${nowhere}`
  expect(await shop.ctx.database.one(failed)).toMatchObject({
    status: 'failed',
    problem: expect.stringMatching(/ENOTDIR|EEXIST/),
  })
  expect(existsSync(`${file}.part`)).toBe(false)
})
