import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { feedShop } from './testing/feed-shop.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'barrow-command-'))
})
afterAll(() => rm(folder, { recursive: true }))

/** Runs a command as a person would, against a database of the test's own. */
async function barrow(databaseUrl: string, args: string[], input = '') {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', 'server/bin/main.ts', ...args], {
    env: {
      ...process.env,
      NODE_OPTIONS: '',
      NODE_ENV: '',
      BASE_URL: 'http://localhost',
      DATABASE_URL: databaseUrl,
      BARROW_DATA: folder,
      BARROW_DEMO: 'no',
    },
  })
  child.stdin.end(input)
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve))
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)])
  return { out, err, code: await ended }
}

test('an owner tries a file, imports it, and gets it back; what was refused is told by line and by exit code', async () => {
  const { url } = (await feedShop()).database
  const file = join(folder, 'products.csv')
  await writeFile(file, 'Handle,Title,Variant Price\ncup,Cup,9.90\njug,Jug,"1,000.00"\n')
  const tried = await barrow(url, ['import', file, '--dry-run'])
  expect(tried).toMatchObject({ code: 1, err: '' })
  expect(tried.out).toContain('Tried (nothing was kept): 2 rows')
  expect(tried.out).toContain('line 3, jug, Variant Price: the price "1,000.00" has commas; write 1000.00')
  const imported = await barrow(url, ['import', '-', '--no-pictures'], 'Handle,Title,Variant Price\ncup,Cup,9.90\n')
  expect(imported.out).toMatch(/^Imported: 1 rows in .* Products: 1 new, 0 changed, 0 unchanged, 0 refused\./)
  expect(imported.code).toBe(0)
  const target = join(folder, 'back.csv')
  expect(await barrow(url, ['export', target])).toMatchObject({ code: 0, err: 'Exported 1 products.\n' })
  expect(await readFile(target, 'utf8')).toMatch(/^Handle,Title,.*\ncup,Cup,/)
  const piped = await barrow(url, ['export', '-', '--format', 'jsonl'])
  expect(piped.out.trim().split('\n').at(-1)).toContain('"slug":"cup"')
})

test('a wish that cannot be met is answered in words', async () => {
  const { url } = (await feedShop()).database
  expect(await barrow(url, ['import', join(folder, 'nowhere.csv')])).toMatchObject({
    code: 1,
    err: expect.stringContaining('There is no file'),
  })
  expect(await barrow(url, ['import', '--format', 'xml', 'a.csv'])).toMatchObject({
    code: 1,
    err: expect.stringContaining('--format is one of'),
  })
  expect(await barrow(url, ['export', 'a.txt'])).toMatchObject({
    code: 1,
    err: expect.stringContaining('Say --format'),
  })
  expect(await barrow(url, ['import', '--help'])).toMatchObject({ code: 0, out: expect.stringContaining('--dry-run') })
})
