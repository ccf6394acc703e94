import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import type { Writable } from 'node:stream'
import { finished } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import { createGzip } from 'node:zlib'
import { exportBooks } from '../../commerce/back-office/index.ts'
import { exportProducts, type FeedFormat, feedFormats } from '../../commerce/feeds/index.ts'
import { ExpectedError } from '../../platform/errors.ts'
import type { Command } from '../main.ts'
import { withShop } from '../open-for-command.ts'

const help = `Usage: npx barrow export FILE [options]
       npx barrow export --ledger FILE [--from DAY] [--until DAY]

Writes every product to a file that npx barrow import reads back unchanged; - writes to standard output.

Options:
  --format FORMAT   jsonl         everything the shop knows: translations, attributes, categories, stock by location
                    shopify-csv   Shopify's product CSV; what Shopify has no column for is in a last column, "Barrow"
                    By default what the name of the file says: .csv, .jsonl, either with .gz after it to pack it.
  --ledger          the books instead of the products, as a journal for hledger, with balances for it to check
  --from DAY        the books from this day (2026-01-01) on, in the shop's own time, with opening balances
  --until DAY       the books until this day, included
  --help            this text

Examples:
  npx barrow export products.jsonl
  npx barrow export products.csv
  npx barrow export - --format jsonl | gzip > products.jsonl.gz
  npx barrow export --ledger books.journal && hledger -f books.journal check --strict

Pictures are named by their addresses; those that were uploaded to the shop lie in its data folder, under media.
`

/** `npx barrow export`. */
export const command: Command = {
  summary: 'write all products to a Shopify CSV or JSON Lines, or the books for hledger',
  help,
  async run(args) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        format: { type: 'string' },
        ledger: { type: 'boolean' },
        from: { type: 'string' },
        until: { type: 'string' },
      },
    })
    const [file, ...others] = positionals
    if (file === undefined || others.length > 0) return complain('Name one file to write to, or - for standard output.')
    if (values.ledger) return exportLedger(file, values)
    const format = formatOf(file, values.format)
    if (!format) return complain(`Say --format ${feedFormats.join(' or --format ')}.`)
    try {
      const products = await withShop((ctx) => writeFile(file, (out) => exportProducts(ctx, { format, out })))
      // Standard output may be the file itself.
      console.error(`Exported ${products} products.`)
      return 0
    } catch (error) {
      if (!(error instanceof ExpectedError)) throw error
      return complain(error.message)
    }
  },
}

async function exportLedger(file: string, days: { from?: string; until?: string }): Promise<number> {
  try {
    const transactions = await withShop((ctx) => writeFile(file, (out) => exportBooks(ctx, { out, ...days })))
    console.error(`Exported ${transactions} transactions.`)
    return 0
  } catch (error) {
    if (!(error instanceof ExpectedError)) throw error
    return complain(error.message)
  }
}

function formatOf(file: string, wanted: string | undefined): FeedFormat | undefined {
  if (wanted !== undefined) return feedFormats.find((format) => format === wanted)
  const name = file.toLowerCase().replace(/\.gz$/, '')
  if (name.endsWith('.csv')) return 'shopify-csv'
  return name.endsWith('.jsonl') || name.endsWith('.ndjson') ? 'jsonl' : undefined
}

/** Writes beside the file and renames when complete, so that a failed export leaves the last good one in place. */
async function writeFile<T>(file: string, write: (out: Writable) => Promise<T>): Promise<T> {
  if (file === '-') return write(process.stdout)
  const part = `${file}.part`
  const target = createWriteStream(part)
  const packer = file.toLowerCase().endsWith('.gz') ? createGzip() : undefined
  packer?.pipe(target)
  try {
    const result = await write(packer ?? target)
    ;(packer ?? target).end()
    await finished(target)
    await rename(part, file)
    return result
  } catch (error) {
    target.destroy()
    await rm(part, { force: true })
    throw error
  }
}

function complain(sentence: string): number {
  console.error(`${sentence}\nnpx barrow export --help explains.`)
  return 1
}
