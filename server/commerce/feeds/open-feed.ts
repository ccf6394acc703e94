import { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { errors } from './errors.ts'

/** The formats that are read and written. `shopify-csv` is Shopify's product CSV with its old or its new header. */
export const feedFormats = ['shopify-csv', 'jsonl'] as const
export type FeedFormat = (typeof feedFormats)[number]

/** A line of text with the end-of-line characters it came with, and its number, from 1. */
export type Line = { text: string; line: number }

// One line of JSON is one product; beyond this it is not a product file at all.
const lineCharactersMax = 16_000_000

/**
 * Opens a file as a stream of lines, unpacked when it is gzip, decoded as UTF-8, or UTF-16 when it says so, without its
 * byte order mark. Nothing but the line at hand is held in memory.
 */
export async function openFeed(
  source: AsyncIterable<Uint8Array>,
): Promise<{ sniffed: FeedFormat; lines: AsyncGenerator<Line> }> {
  const packed = await peek(source)
  const isGzip = packed.head[0] === 0x1f && packed.head[1] === 0x8b
  const plain = isGzip ? await peek(unpack(packed.all)) : packed
  const text = await peekText(decode(plain))
  const sniffed = text.head.trimStart().startsWith('{') ? 'jsonl' : 'shopify-csv'
  // Files of old Macs end lines with a carriage return alone.
  const newline = text.head.includes('\n') || !text.head.includes('\r') ? '\n' : '\r'
  return { sniffed, lines: linesOf(text.all, newline) }
}

async function* unpack(packed: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const gunzip = createGunzip()
  const input = Readable.from(packed, { objectMode: false })
  input.on('error', (error) => gunzip.destroy(error))
  try {
    yield* input.pipe(gunzip)
  } catch (error) {
    throw errors.unreadable({ reason: `it is not whole gzip (${(error as Error).message})` })
  }
}

async function* decode(bytes: { head: Uint8Array; all: AsyncIterable<Uint8Array> }): AsyncGenerator<string> {
  const [first, second] = bytes.head
  const isUtf16 = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)
  const decoder = new TextDecoder(isUtf16 ? (first === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8')
  for await (const chunk of bytes.all) yield decoder.decode(chunk, { stream: true })
  yield decoder.decode()
}

async function* linesOf(chunks: AsyncIterable<string>, newline: string): AsyncGenerator<Line> {
  let rest = ''
  let line = 1
  for await (const chunk of chunks) {
    const text = rest + chunk
    let from = 0
    for (let end = text.indexOf(newline); end >= 0; end = text.indexOf(newline, from)) {
      yield { text: text.slice(from, end + 1), line: line++ }
      from = end + 1
    }
    rest = text.slice(from)
    if (rest.length > lineCharactersMax) throw errors.unreadable({ reason: `line ${line} is longer than any product` })
  }
  if (rest !== '') yield { text: rest, line }
}

async function peek(source: AsyncIterable<Uint8Array>): Promise<{ head: Uint8Array; all: AsyncIterable<Uint8Array> }> {
  const { first, all } = await startOf(source, (chunk) => chunk.length > 0)
  return { head: first ?? new Uint8Array(), all }
}

async function peekText(source: AsyncIterable<string>): Promise<{ head: string; all: AsyncIterable<string> }> {
  const { first, all } = await startOf(source, (chunk) => chunk.trim() !== '')
  return { head: first ?? '', all }
}

/** The first chunk that tells something, and the whole stream with what was read put back. */
async function startOf<T>(source: AsyncIterable<T>, tells: (chunk: T) => boolean) {
  const iterator = source[Symbol.asyncIterator]()
  const read: T[] = []
  let first: T | undefined
  while (first === undefined) {
    const next = await iterator.next()
    if (next.done) break
    read.push(next.value)
    if (tells(next.value)) first = next.value
  }
  async function* all(): AsyncGenerator<T> {
    try {
      yield* read
      for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value
    } finally {
      await iterator.return?.()
    }
  }
  return { first, all: all() }
}
