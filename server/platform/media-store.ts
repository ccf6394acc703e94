import { createHash } from 'node:crypto'
import { mkdir, rename, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp, { type Sharp } from 'sharp'

/** A picture as the shop keeps it: the original under its hash, and renditions of it in these widths. */
export type StoredPicture = {
  contentHash: string
  width: number
  height: number
  widths: number[]
  /** The picture's mean colour, shown until it has loaded. */
  placeholderColor: string
}

export type PictureFacts = Pick<StoredPicture, 'width' | 'height' | 'placeholderColor'>

/** JPEG is for mails and shared links, whose readers are older than browsers. */
export const pictureFormats = ['avif', 'webp', 'jpg'] as const
export type PictureFormat = (typeof pictureFormats)[number]

/** Pictures on disk. Files are named by content, so they never change and may be cached for ever. */
export type MediaStore = {
  readonly folder: string
  /**
   * Checks and stores an original. Throws a PictureError for what is no picture, or a bomb. A picture that the program
   * itself has just made need not be looked at: `known` says what would be found.
   */
  store(original: Buffer, known?: PictureFacts): Promise<StoredPicture>
  /**
   * The file of a rendition, made the first time that somebody asks for it: a shop opens before its thousand pictures
   * are rendered. Undefined when there is no such picture; throws PictureQueueFullError when too many are being made.
   */
  rendition(wish: { contentHash: string; width: number; format: PictureFormat }): Promise<string | undefined>
}

/** This cannot be shown as a picture; the message says why. */
export class PictureError extends Error {}

/** Too many pictures are being rendered at this moment. */
export class PictureQueueFullError extends Error {}

/** The widths that phones and tables ask for; a picture is never blown up. */
export const pictureWidths = [400, 800, 1200, 1600] as const
// One picture is rendered by one thread and nothing of it is kept: the shop's own answers need the memory more.
sharp.cache(false)
sharp.concurrency(1)

const pixelsMax = 60_000_000
const rendersAtOnce = 2
const rendersWaitingMax = 200

/** Opens the store in a folder. */
export function createMediaStore(folder: string): MediaStore {
  const underway = new Map<string, Promise<string | undefined>>()
  const inTurn = limitTo(rendersAtOnce)
  const folderOf = (contentHash: string) => join(folder, contentHash.slice(0, 2), contentHash)
  return {
    folder,
    async store(original, known) {
      const contentHash = createHash('sha256').update(original).digest('hex').slice(0, 40)
      const { width, height, placeholderColor } = known ?? (await inTurn(() => examine(original)))
      const target = folderOf(contentHash)
      await mkdir(target, { recursive: true })
      await writeWhole(join(target, 'original'), original)
      const widths: number[] = pictureWidths.filter((candidate) => candidate <= width)
      if (widths.length === 0) widths.push(width)
      return { contentHash, width, height, widths, placeholderColor }
    },
    rendition(wish) {
      const name = `${wish.contentHash}/${wish.width}.${wish.format}`
      let work = underway.get(name)
      if (!work) {
        if (underway.size > rendersWaitingMax)
          return Promise.reject(new PictureQueueFullError('too many pictures at once'))
        work = makeRendition(folderOf(wish.contentHash), wish, inTurn).finally(() => underway.delete(name))
        underway.set(name, work)
      }
      return work
    },
  }
}

async function examine(original: Buffer): Promise<PictureFacts> {
  try {
    const { width, height, orientation, format } = await sharp(original, { limitInputPixels: pixelsMax }).metadata()
    if (!width || !height) throw new PictureError('not a picture that can be read')
    // A drawing is looked at in an eighth of its size: its mean colour is the same, and it takes a fiftieth of the time.
    const density = format === 'svg' ? 9 : 72
    const image = sharp(original, { limitInputPixels: pixelsMax, failOn: 'error', density })
    // Read whole, so that a picture which breaks off in the middle is refused now and not when a shopper looks.
    const { data } = await image
      .resize(8, 8, { fit: 'fill' })
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .raw()
      .toBuffer({ resolveWithObject: true })
    const mean = [0, 1, 2].map((channel) => {
      let sum = 0
      for (let at = channel; at < data.length; at += 3) sum += data[at] ?? 0
      return Math.round(sum / (data.length / 3))
    })
    const placeholderColor = `#${mean.map((part) => part.toString(16).padStart(2, '0')).join('')}`
    // Cameras store portraits lying down, with a note to turn them.
    const turned = orientation !== undefined && orientation >= 5
    return turned ? { width: height, height: width, placeholderColor } : { width, height, placeholderColor }
  } catch (error) {
    if (error instanceof PictureError) throw error
    throw new PictureError(`not a picture that can be read (${(error as Error).message})`)
  }
}

async function makeRendition(
  target: string,
  { width, format }: { width: number; format: PictureFormat },
  inTurn: <T>(work: () => Promise<T>) => Promise<T>,
): Promise<string | undefined> {
  const file = join(target, `${width}.${format}`)
  if (await exists(file)) return file
  const original = join(target, 'original')
  if (!(await exists(original))) return undefined
  return inTurn(async () => {
    // Turned upright, and all metadata (where it was taken, with what) left behind.
    const image = sharp(original, { limitInputPixels: pixelsMax }).rotate().resize({ width, withoutEnlargement: true })
    await writeWhole(file, await encoders[format](image).toBuffer())
    return file
  })
}

const encoders: Record<PictureFormat, (image: Sharp) => Sharp> = {
  avif: (image) => image.avif({ quality: 54, effort: 2 }),
  webp: (image) => image.webp({ quality: 78, effort: 3 }),
  jpg: (image) => image.flatten({ background: '#ffffff' }).jpeg({ quality: 80, mozjpeg: true }),
}

function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  )
}

async function writeWhole(file: string, content: Buffer): Promise<void> {
  const part = `${file}.${process.pid}.part`
  await writeFile(part, content)
  // Renamed when complete: a crash must not leave half a picture under a name that is cached for ever.
  await rename(part, file)
}

/** At most so many at a time; the others wait in line. */
function limitTo(most: number): <T>(work: () => Promise<T>) => Promise<T> {
  let running = 0
  const waiting: (() => void)[] = []
  return async (work) => {
    if (running >= most) await new Promise<void>((resolve) => waiting.push(resolve))
    else running++
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else running--
    }
  }
}
