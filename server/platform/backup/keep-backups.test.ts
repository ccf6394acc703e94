import { randomBytes } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { openTestShop, type TestShop } from '../testing/test-shop.ts'
import { keepBackups, notedBackups } from './keep-backups.ts'
import { makeBackup } from './make-backup.ts'

const folder = join(inject('runFolder'), `kept-${randomBytes(4).toString('hex')}`)
let shop: TestShop
beforeAll(async () => {
  const env = { BARROW_BACKUP_DIR: folder, BARROW_BACKUP_MINUTES: '60', BARROW_BACKUPS_KEPT: '3' }
  shop = await openTestShop({ env })
})
afterAll(() => shop.close())

test('a backup is made when one is due and not before, and once a day one is proven by restoring it', async () => {
  await keepBackups(shop.ctx)
  await keepBackups(shop.ctx)
  shop.clock.advance({ minutes: 50 })
  await keepBackups(shop.ctx)
  expect(readdirSync(folder)).toEqual(['barrow-20260302-100000.tar.gz'])
  shop.clock.advance({ minutes: 10 })
  await keepBackups(shop.ctx)
  shop.clock.advance({ hours: 23 })
  await keepBackups(shop.ctx)
  const noted = await notedBackups(shop.ctx.database, 10)
  expect(noted.map(({ status, verifiedAt }) => [status, verifiedAt !== null])).toEqual([
    ['done', true],
    ['done', false],
    ['done', true],
  ])
})

test('the newest are kept, and a file that somebody put elsewhere is theirs', async () => {
  const theirs = join(folder, 'mine', 'before-the-sale.tar.gz')
  await makeBackup(shop.ctx, { file: theirs, verify: false })
  for (let hours = 0; hours < 3; hours++) {
    shop.clock.advance({ hours: 1 })
    await keepBackups(shop.ctx)
  }
  expect(readdirSync(folder).sort()).toEqual([
    'barrow-20260303-110000.tar.gz',
    'barrow-20260303-120000.tar.gz',
    'barrow-20260303-130000.tar.gz',
    'mine',
  ])
  expect(readdirSync(join(folder, 'mine'))).toEqual(['before-the-sale.tar.gz'])
})

test('where no folder is set, nothing is written by itself', async () => {
  const plain = await openTestShop()
  await keepBackups(plain.ctx)
  expect(await notedBackups(plain.ctx.database, 10)).toEqual([])
  await plain.close()
})

test('of two who ask at once, one makes it and the other is told', async () => {
  const both = await Promise.allSettled(
    ['one', 'two'].map((name) => makeBackup(shop.ctx, { file: join(folder, 'mine', `${name}.tar.gz`), verify: false })),
  )
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(String((both.find(({ status }) => status === 'rejected') as PromiseRejectedResult).reason)).toMatch(
    /being made at this moment/,
  )
})
