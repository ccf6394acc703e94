import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterEach, expect, test } from 'vitest'
import type { Shop } from '../../platform/context.ts'
import { isPublicAddress } from '../../platform/public-address.ts'
import { sql } from '../../platform/sql.ts'
import { counts, exported, feedShop, importText } from './testing/feed-shop.ts'

const servers: Server[] = []
const folders: string[] = []
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true })
})

async function pictureServer(answer: RequestListener): Promise<string> {
  const server = createServer(answer)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  servers.push(server)
  return `127.0.0.1:${(server.address() as AddressInfo).port}`
}

const jpeg = () =>
  sharp({ create: { width: 40, height: 30, channels: 3, background: '#6b7f4f' } })
    .jpeg()
    .toBuffer()

function fileWith(...addresses: string[]): string {
  return [
    'Handle,Title,Variant Price,Image Src',
    ...addresses.map((address, index) => `p${index},P ${index},1,${address}`),
  ].join('\n')
}

async function readyPictures(ctx: Shop): Promise<(string | null)[]> {
  const rows = await ctx.database.rows<{ sourceUrl: string | null }>(sql`
    select m.source_url from product_media pm join media m on m.id = pm.media_id where m.status = 'ready' order by m.source_url`)
  return rows.map((row) => row.sourceUrl)
}

test('a picture is fetched once, shown with its product, and named again by the export', async () => {
  const ctx = await feedShop()
  const picture = await jpeg()
  let asked = 0
  const host = await pictureServer((request, response) => {
    asked++
    if (request.url === '/moved.jpg') response.writeHead(302, { location: '/cup.jpg' }).end()
    else response.end(picture)
  })
  const file = fileWith(`http://${host}/moved.jpg`, `http://${host}/moved.jpg`)
  const wish = { fetchPictures: true, trustedHosts: [host] }
  expect((await importText(ctx, file, wish)).picturesMissing).toEqual([])
  expect(asked).toBe(2)
  expect(await readyPictures(ctx)).toEqual([`http://${host}/moved.jpg`, `http://${host}/moved.jpg`])
  expect(counts(await importText(ctx, file, wish))).toEqual([0, 0, 2, 0])
  expect(asked).toBe(2)
  expect(await exported(ctx, 'shopify-csv')).toContain(`http://${host}/moved.jpg`)
})

test('a picture that is missing is reported, tried again by the next import, and stops nothing', async () => {
  const ctx = await feedShop()
  const picture = await jpeg()
  let isThere = false
  const host = await pictureServer(
    (_, response) => void (isThere ? response.end(picture) : response.writeHead(404).end()),
  )
  const file = fileWith(`http://${host}/late.jpg`)
  const wish = { fetchPictures: true, trustedHosts: [host] }
  const first = await importText(ctx, file, wish)
  expect(first.picturesMissing).toEqual([
    { url: `http://${host}/late.jpg`, because: 'the server answered 404', line: 2 },
  ])
  expect(counts(first)).toEqual([1, 0, 0, 0])
  expect(counts(await importText(ctx, file, wish))).toEqual([0, 0, 1, 0])
  isThere = true
  expect(counts(await importText(ctx, file, wish))).toEqual([0, 1, 0, 0])
  expect(await readyPictures(ctx)).toHaveLength(1)
  expect(counts(await importText(ctx, file, wish))).toEqual([0, 0, 1, 0])
})

test('a file cannot make the shop call into its own network, by address, by name or by redirect', async () => {
  const ctx = await feedShop()
  let asked = 0
  const inside = await pictureServer((_, response) => {
    asked++
    response.end('secret')
  })
  const [, port] = inside.split(':')
  const outside = await pictureServer(
    (_, response) => void response.writeHead(302, { location: `http://${inside}/` }).end(),
  )
  const addresses = [
    `http://${inside}/a`,
    `http://localhost:${port}/b`,
    `http://[::1]:${port}/c`,
    `http://[::ffff:127.0.0.1]:${port}/d`,
    `http://2130706433:${port}/e`,
    `http://0x7f.1:${port}/f`,
    'http://169.254.169.254/latest/meta-data',
    `http://user:word@${inside}/g`,
    'ftp://example.com/h.jpg',
    'file:///etc/passwd',
    `http://${outside}/i`,
  ]
  const report = await importText(ctx, fileWith(...addresses), { fetchPictures: true, trustedHosts: [outside] })
  expect(asked).toBe(0)
  expect(report.picturesMissing.map(({ url }) => url)).toEqual(addresses)
  expect(report.picturesMissing.filter(({ because }) => because.includes('private network'))).toHaveLength(8)
  expect(report.created).toBe(addresses.length)
})

test('addresses are public or they are not', () => {
  const outside = ['93.184.216.34', '1.1.1.1', '172.32.0.1', '2606:4700::1111']
  const inside = [
    '10.1.2.3',
    '172.16.0.1',
    '192.168.1.1',
    '127.1.1.1',
    '169.254.1.1',
    '100.64.0.1',
    '0.0.0.0',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    'fe80::1',
    'fc00::1',
    '::ffff:8.8.8.8',
    '64:ff9b::a00:1',
    '2002:a00:1::1',
    '2001:db8::1',
    'nonsense',
  ]
  expect(outside.filter((address) => !isPublicAddress(address))).toEqual([])
  expect(inside.filter(isPublicAddress)).toEqual([])
})

test('what is too large, no picture, or redirected for ever is not kept', async () => {
  const ctx = await feedShop()
  const host = await pictureServer((request, response) => {
    if (request.url === '/large') response.end(Buffer.alloc(10_000_001))
    else if (request.url === '/loop') response.writeHead(302, { location: '/loop' }).end()
    else response.end('<html>Not here</html>')
  })
  const file = fileWith(`http://${host}/large`, `http://${host}/loop`, `http://${host}/page`)
  const report = await importText(ctx, file, { fetchPictures: true, trustedHosts: [host] })
  expect(report.picturesMissing.map(({ because }) => because.split(' (')[0])).toEqual([
    'it is larger than 10 MB',
    'it was redirected more than 3 times',
    'not a picture that can be read',
  ])
})

test('a server that does not answer is not asked for every picture', async () => {
  const ctx = await feedShop()
  let asked = 0
  const host = await pictureServer((request) => {
    asked++
    request.socket.destroy()
  })
  const addresses = Array.from({ length: 40 }, (_, index) => `http://${host}/${index}.jpg`)
  const report = await importText(ctx, fileWith(...addresses), { fetchPictures: true, trustedHosts: [host] })
  expect(report.picturesMissing).toHaveLength(40)
  expect(report.picturesMissing.at(-1)?.because).toBe(`not tried: ${host} did not answer 3 times in a row`)
  // Four are under way at once, so a few more than three may have been asked before the third failed.
  expect(asked).toBeLessThanOrEqual(6)
})

test('pictures by path come from the folder that the owner named, and from nowhere else', async () => {
  const ctx = await feedShop()
  const folder = await mkdtemp(join(tmpdir(), 'barrow-pictures-'))
  folders.push(folder)
  await mkdir(join(folder, 'mine', 'cups'), { recursive: true })
  await writeFile(join(folder, 'mine', 'cups', 'a.jpg'), await jpeg())
  await writeFile(join(folder, 'secret.jpg'), await jpeg())
  await symlink(join(folder, 'secret.jpg'), join(folder, 'mine', 'link.jpg'))
  const file = fileWith('file:cups/a.jpg', 'file:../secret.jpg', 'file:link.jpg', 'file:none.jpg', 'file:cups')
  const report = await importText(ctx, file, { fetchPictures: true, picturesFolder: join(folder, 'mine') })
  expect(report.picturesMissing.map(({ because }) => because)).toEqual([
    'it lies outside the folder with pictures',
    'it lies outside the folder with pictures',
    'it is not in the folder with pictures',
    'it is a folder',
  ])
  expect(await readyPictures(ctx)).toEqual(['file:cups/a.jpg'])
})

test('pictures that were uploaded move with the media folder of their shop', async () => {
  const ctx = await feedShop()
  const folder = await mkdtemp(join(tmpdir(), 'barrow-pictures-'))
  folders.push(folder)
  await writeFile(join(folder, 'a.jpg'), await jpeg())
  await importText(ctx, fileWith('file:a.jpg'), { fetchPictures: true, picturesFolder: folder })
  await ctx.database.run(sql`update media set source_url = null`)
  const file = await exported(ctx, 'jsonl')
  expect(file).toMatch(/"stored":"[0-9a-f]{40}"/)
  expect(counts(await importText(ctx, file, { fetchPictures: true }))).toEqual([0, 0, 1, 0])
  const other = await feedShop()
  const report = await importText(other, file, { fetchPictures: true, picturesFolder: ctx.media.folder })
  expect(report.picturesMissing).toEqual([])
  expect(await exported(other, 'jsonl')).toBe(file)
})
