import { createHash } from 'node:crypto'
import { mkdir, rename, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'

/** A picture as the shop keeps it: renditions under its hash, in AVIF and WebP, in these widths. */
export type StoredPicture = {
  contentHash: string
  width: number
  height: number
  widths: number[]
  /** The picture's mean colour, shown until it has loaded. */
  placeholderColor: string
}

/** Pictures on disk. Files are named by content, so they never change and may be cached for ever. */
export type MediaStore = {
  readonly folder: string
  /** Makes and stores all renditions. Throws a PictureError for what is no picture, or a bomb. */
  store(original: Buffer): Promise<StoredPicture>
}

/** This cannot be shown as a picture; the message says why. */
export class PictureError extends Error {}

/** The widths that phones and tables ask for; a picture is never blown up. */
export const pictureWidths = [400, 800, 1200, 1600] as const
const pixelsMax = 60_000_000

/** Opens the store in a folder. */
export function createMediaStore(folder: string): MediaStore {
  return {
    folder,
    async store(original) {
      const contentHash = createHash('sha256').update(original).digest('hex').slice(0, 40)
      // Orientation is applied and all metadata (where it was taken, with what) is left behind.
      const image = sharp(original, { limitInputPixels: pixelsMax, failOn: 'error', density: 72 }).rotate()
      const pixels = await image
        .toColourspace('srgb')
        .raw()
        .toBuffer({ resolveWithObject: true })
        .catch((error: Error) => {
          throw new PictureError(`not a picture that can be read (${error.message})`)
        })
      const { width, height, channels } = pixels.info
      const widths: number[] = pictureWidths.filter((candidate) => candidate <= width)
      if (widths.length === 0) widths.push(width)
      const raw = () => sharp(pixels.data, { raw: { width, height, channels } })
      const target = join(folder, contentHash.slice(0, 2), contentHash)
      await mkdir(target, { recursive: true })
      for (const wide of widths) {
        const resized = await raw().resize({ width: wide }).raw().toBuffer({ resolveWithObject: true })
        const from = () =>
          sharp(resized.data, { raw: { width: resized.info.width, height: resized.info.height, channels } })
        await Promise.all([
          writeWhole(join(target, `${wide}.avif`), () => from().avif({ quality: 52, effort: 2 }).toBuffer()),
          writeWhole(join(target, `${wide}.webp`), () => from().webp({ quality: 76, effort: 3 }).toBuffer()),
        ])
      }
      const { data } = await raw().resize(1, 1).flatten({ background: '#ffffff' }).raw().toBuffer({ resolveWithObject: true })
      const placeholderColor = `#${[...data.subarray(0, 3)].map((part) => part.toString(16).padStart(2, '0')).join('')}`
      return { contentHash, width, height, widths, placeholderColor }
    },
  }
}

async function writeWhole(file: string, make: () => Promise<Buffer>): Promise<void> {
  if (await stat(file).catch(() => undefined)) return
  const part = `${file}.${process.pid}.part`
  await writeFile(part, await make())
  // Renamed when complete: a crash must not leave half a picture under a name that is cached for ever.
  await rename(part, file)
}
