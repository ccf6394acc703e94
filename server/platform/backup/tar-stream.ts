import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createReadStream, createWriteStream } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'

/** A file inside an archive: how large it is, and the SHA-256 of what is in it. */
export type Checksum = { bytes: number; sha256: string }

/** Writes files one after the other into a packed archive (`tar`, gzip) that any computer can open. */
export type ArchiveWriter = {
  add(name: string, content: Buffer): Promise<void>
  addFile(name: string, path: string): Promise<void>
  /** What has been written so far, by name. */
  readonly checksums: ReadonlyMap<string, Checksum>
  /** Ends the archive and answers its size; it is on the disk then. */
  finish(): Promise<number>
  abandon(): void
}

/** One file of an archive that is being read. Its content has to be read before the next one comes. */
export type ArchiveEntry = { name: string; bytes: number; content: AsyncIterable<Buffer> }

/** This is no archive of ours, or not a whole one; the message says why. */
export class ArchiveError extends Error {}

const block = 512

/** Begins an archive in a file that must not be there yet. Its owner alone may read it: it holds a whole shop. */
export function writeArchive(file: string, at: Date): ArchiveWriter {
  const gzip = createGzip({ level: 6 })
  const target = createWriteStream(file, { flags: 'wx', mode: 0o600 })
  const written = pipeline(gzip, target)
  written.catch(() => {})
  const checksums = new Map<string, Checksum>()
  const put = async (chunk: Buffer) => {
    // A full disk ends the stream: then there will never be room again, and what is heard is why.
    if (gzip.destroyed) await written
    if (!gzip.write(chunk)) await once(gzip, 'drain')
  }
  const pad = async (bytes: number) => {
    if (bytes % block > 0) await put(Buffer.alloc(block - (bytes % block)))
  }
  const addContent = async (name: string, bytes: number, chunks: AsyncIterable<Buffer> | Iterable<Buffer>) => {
    await put(headerOf(name, bytes, at))
    const hash = createHash('sha256')
    let seen = 0
    for await (const chunk of chunks) {
      hash.update(chunk)
      seen += chunk.length
      await put(chunk)
    }
    if (seen !== bytes) throw new Error(`${name} changed while it was read`)
    await pad(bytes)
    checksums.set(name, { bytes, sha256: hash.digest('hex') })
  }
  return {
    checksums,
    add: (name, content) => addContent(name, content.length, [content]),
    addFile: async (name, path) => addContent(name, (await stat(path)).size, createReadStream(path)),
    async finish() {
      await put(Buffer.alloc(2 * block))
      gzip.end()
      await written
      const handle = await open(file, 'r')
      await handle.sync()
      await handle.close()
      return (await stat(file)).size
    },
    abandon() {
      gzip.destroy()
      target.destroy()
    },
  }
}

/** Reads an archive from its beginning, a file at a time. Throws an ArchiveError where it breaks off. */
export async function* readArchive(file: string): AsyncGenerator<ArchiveEntry> {
  const source = createReadStream(file)
  const gunzip = createGunzip()
  const piped = pipeline(source, gunzip)
  piped.catch(() => {})
  const bytes = byteReader(gunzip)
  try {
    for (;;) {
      const header = await bytes.take(block)
      if (header.every((byte) => byte === 0)) return
      const { name, size } = readHeader(header)
      let left = size
      const content = (async function* () {
        while (left > 0) {
          const chunk = await bytes.some(left)
          left -= chunk.length
          yield chunk
        }
      })()
      yield { name, bytes: size, content }
      // What nobody wanted is passed over.
      while (left > 0) left -= (await bytes.some(left)).length
      if (size % block > 0) await bytes.take(block - (size % block))
    }
  } finally {
    source.destroy()
    gunzip.destroy()
  }
}

const brokenOff = () => new ArchiveError('the file breaks off in the middle')

function inWords(error: NodeJS.ErrnoException): Error {
  if (error.code === 'Z_BUF_ERROR' || error.code === 'ERR_STREAM_PREMATURE_CLOSE') return brokenOff()
  if (error.code?.startsWith('Z_')) return new ArchiveError(`the file is damaged, or no backup (${error.message})`)
  return error
}

function byteReader(stream: Readable) {
  const chunks = stream[Symbol.asyncIterator]() as AsyncIterator<Buffer>
  let ready: Buffer = Buffer.alloc(0)
  /** At least one byte, at most so many. */
  const some = async (most: number): Promise<Buffer> => {
    while (ready.length === 0) {
      const next = await chunks.next().catch((error: NodeJS.ErrnoException) => {
        throw inWords(error)
      })
      if (next.done) throw brokenOff()
      ready = next.value
    }
    const part = ready.subarray(0, most)
    ready = ready.subarray(part.length)
    return part
  }
  return {
    some,
    async take(count: number): Promise<Buffer> {
      const parts: Buffer[] = []
      for (let left = count; left > 0; ) {
        const part = await some(left)
        parts.push(part)
        left -= part.length
      }
      return Buffer.concat(parts)
    },
  }
}

/** The header of a file as POSIX writes it (ustar, IEEE Std 1003.1-1988): 512 bytes of text fields. */
function headerOf(name: string, bytes: number, at: Date): Buffer {
  if (Buffer.byteLength(name) > 100) throw new Error(`the name ${name} is too long for an archive`)
  const header = Buffer.alloc(block)
  const octal = (value: number, length: number) => `${value.toString(8).padStart(length - 1, '0')}\0`
  header.write(name, 0)
  header.write(octal(0o600, 8), 100)
  header.write(octal(0, 8), 108)
  header.write(octal(0, 8), 116)
  header.write(octal(bytes, 12), 124)
  header.write(octal(Math.floor(at.getTime() / 1000), 12), 136)
  header.write('        ', 148)
  header.write('0', 156)
  header.write('ustar\0', 257)
  header.write('00', 263)
  header.write(`${sumOf(header).toString(8).padStart(6, '0')}\0 `, 148)
  return header
}

function readHeader(header: Buffer): { name: string; size: number } {
  const text = (from: number, length: number) =>
    header
      .subarray(from, from + length)
      .toString('utf8')
      .split('\0', 1)[0] as string
  const told = Number.parseInt(text(148, 8), 8)
  const blank = Buffer.from(header)
  blank.fill(' ', 148, 156)
  if (text(257, 5) !== 'ustar' || told !== sumOf(blank)) throw new ArchiveError('the file is no backup, or damaged')
  return { name: text(0, 100), size: Number.parseInt(text(124, 12), 8) }
}

function sumOf(header: Buffer): number {
  return header.reduce((sum, byte) => sum + byte, 0)
}
