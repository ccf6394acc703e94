import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createMediaStore, type MediaStore, PictureError } from './media-store.ts'

let folder: string
let store: MediaStore
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'barrow-media-'))
  store = createMediaStore(folder)
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const blank = (width: number, height: number, background = '#336699') =>
  sharp({ create: { width, height, channels: 3, background } })

async function renditionsOf(contentHash: string): Promise<string[]> {
  return (await readdir(join(folder, contentHash.slice(0, 2), contentHash))).sort()
}

function rendition(contentHash: string, name: string): Promise<Buffer> {
  return readFile(join(folder, contentHash.slice(0, 2), contentHash, name))
}

test('where and with what a picture was taken is not kept', async () => {
  const photo = await blank(900, 600)
    .withExif({ IFD0: { Make: 'Acme', Model: 'Pocket 3' }, IFD3: { GPSLatitude: '52/1 31/1 0/1' } })
    .jpeg()
    .toBuffer()
  expect((await sharp(photo).metadata()).exif?.toString('latin1')).toContain('Pocket 3')
  const { contentHash } = await store.store(photo)
  for (const name of await renditionsOf(contentHash)) {
    const bytes = await rendition(contentHash, name)
    const { exif, xmp, iptc } = await sharp(bytes).metadata()
    expect([name, exif, xmp, iptc]).toEqual([name, undefined, undefined, undefined])
    expect(bytes.toString('latin1')).not.toContain('Pocket 3')
  }
})

test('a picture is stored in AVIF and WebP, in every width up to its own', async () => {
  const stored = await store.store(await blank(1300, 650).png().toBuffer())
  expect(stored).toMatchObject({ width: 1300, height: 650, widths: [400, 800, 1200] })
  expect(await renditionsOf(stored.contentHash)).toEqual(
    ['400.avif', '400.webp', '800.avif', '800.webp', '1200.avif', '1200.webp'].sort(),
  )
  const { width, height, format } = await sharp(await rendition(stored.contentHash, '800.webp')).metadata()
  expect({ width, height, format }).toEqual({ width: 800, height: 400, format: 'webp' })
})

test('a small picture is never blown up', async () => {
  const stored = await store.store(await blank(120, 90).png().toBuffer())
  expect(stored.widths).toEqual([120])
  expect((await sharp(await rendition(stored.contentHash, '120.avif')).metadata()).width).toBe(120)
})

test('a picture taken with the phone on its side is stored upright', async () => {
  const sideways = await blank(600, 400).withMetadata({ orientation: 6 }).jpeg().toBuffer()
  expect(await store.store(sideways)).toMatchObject({ width: 400, height: 600 })
})

test('what shows through stays transparent', async () => {
  const clear = await sharp({ create: { width: 500, height: 500, channels: 4, background: '#00000000' } })
    .png()
    .toBuffer()
  const { contentHash, placeholderColor } = await store.store(clear)
  expect((await sharp(await rendition(contentHash, '400.webp')).stats()).isOpaque).toBe(false)
  expect(placeholderColor).toBe('#ffffff')
})

test('the placeholder is the mean colour of the picture', async () => {
  expect((await store.store(await blank(400, 400, '#336699').png().toBuffer())).placeholderColor).toBe('#336699')
})

test('the same picture is stored once', async () => {
  const picture = await blank(450, 300, '#884422').png().toBuffer()
  const first = await store.store(picture)
  const again = await store.store(picture)
  expect(again).toEqual(first)
  expect(await renditionsOf(first.contentHash)).toEqual(['400.avif', '400.webp'])
})

test('a picture that unpacks to more than a phone can hold is refused', async () => {
  const bomb = await blank(12_000, 12_000).png({ compressionLevel: 9 }).toBuffer()
  await expect(store.store(bomb)).rejects.toThrow(PictureError)
})

test('what is no picture, or only half of one, is refused with the reason', async () => {
  await expect(store.store(Buffer.from('<html>not found</html>'))).rejects.toThrow(/^not a picture/)
  const whole = await sharp({
    create: {
      width: 400,
      height: 400,
      channels: 3,
      background: '#000',
      noise: { type: 'gaussian', mean: 120, sigma: 40 },
    },
  })
    .png()
    .toBuffer()
  await expect(store.store(whole.subarray(0, whole.length / 2))).rejects.toThrow(PictureError)
})
