import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createMediaStore, type MediaStore, PictureError } from './media-store.ts'

let folder: string
let store: MediaStore

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'barrow-media-'))
  store = createMediaStore(folder)
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const photo = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: { r: 200, g: 80, b: 40 } } })

test('a picture is stored once and rendered in the width and format that is asked for', async () => {
  const stored = await store.store(await photo(1000, 1250).png().toBuffer())
  expect(stored).toMatchObject({ width: 1000, height: 1250, widths: [400, 800], placeholderColor: '#c85028' })
  const file = await store.rendition({ contentHash: stored.contentHash, width: 400, format: 'avif' })
  const { format, width, height } = await sharp(await readFile(file as string)).metadata()
  expect({ format, width, height }).toEqual({ format: 'heif', width: 400, height: 500 })
})

test('ten shoppers who ask for the same rendition at once get the same file', async () => {
  const { contentHash } = await store.store(await photo(500, 500).png().toBuffer())
  const files = await Promise.all(
    Array.from({ length: 10 }, () => store.rendition({ contentHash, width: 400, format: 'webp' })),
  )
  expect(new Set(files).size).toBe(1)
  expect(existsSync(files[0] as string)).toBe(true)
})

test('a small picture is never blown up', async () => {
  const stored = await store.store(await photo(120, 90).png().toBuffer())
  expect(stored.widths).toEqual([120])
  const file = await store.rendition({ contentHash: stored.contentHash, width: 1600, format: 'webp' })
  expect((await sharp(file).metadata()).width).toBe(120)
})

test('where a photo was taken and with what stays behind, and a portrait stands upright', async () => {
  const original = await photo(800, 600)
    .withExif({ IFD0: { Copyright: 'nobody', Make: 'A camera' } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer()
  const stored = await store.store(original)
  expect(stored).toMatchObject({ width: 600, height: 800 })
  const file = await store.rendition({ contentHash: stored.contentHash, width: 400, format: 'webp' })
  const { exif, orientation, width, height } = await sharp(file).metadata()
  expect({ exif, orientation, width, height }).toEqual({
    exif: undefined,
    orientation: undefined,
    width: 400,
    height: 533,
  })
})

test('what is no picture is refused in words, and so is one that breaks off in the middle', async () => {
  await expect(store.store(Buffer.from('hello'))).rejects.toThrow(PictureError)
  const whole = await photo(900, 900).jpeg().toBuffer()
  await expect(store.store(whole.subarray(0, whole.length / 2))).rejects.toThrow(PictureError)
})

test('a picture that nobody stored has no renditions', async () => {
  expect(await store.rendition({ contentHash: 'f'.repeat(40), width: 400, format: 'avif' })).toBeUndefined()
})
