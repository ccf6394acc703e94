import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { type FeedProblem, feedFormats, type ImportReport, importProducts } from '../../commerce/feeds/index.ts'
import { ExpectedError } from '../../platform/errors.ts'
import type { Command } from '../main.ts'
import { withShop } from '../open-for-command.ts'

const help = `Usage: npx barrow import FILE [options]

Brings products into the shop from a Shopify product CSV (old or new header) or from JSON Lines, packed by gzip or not.
The format is seen from the file. A product that cannot be imported is named with its line and the reason, and stops
nothing else; importing the same file again changes nothing. The file may be larger than memory; - reads standard input.

Options:
  --dry-run              try everything, say what would change, keep nothing
  --format FORMAT        ${feedFormats.join(' or ')}, when the file does not look like what it is
  --currency CODE        what the prices are in (EUR), when the shop has no prices yet and sells in another currency
  --publish              show products that the file has as drafts
  --no-pictures          do not fetch pictures; they are noted as missing and a later run fetches them
  --pictures FOLDER      where pictures that the file names by a path lie
  --trust-host HOST      fetch pictures from this host although it is in a private network; may be repeated
  --help                 this text

Examples:
  npx barrow import products_export.csv --dry-run
  npx barrow import products_export.csv
  npx barrow import catalogue.jsonl.gz --no-pictures --currency EUR

It ends with exit code 1 when anything was refused. Pictures that could not be fetched are listed and are no failure.
A shop on its embedded database must be stopped first; with DATABASE_URL it may stay open.
`

const linesShown = 50
const picturesShown = 5

/** `npx barrow import`. */
export const command: Command = {
  summary: 'bring products in from a Shopify CSV or JSON Lines',
  help,
  async run(args) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        'dry-run': { type: 'boolean' },
        format: { type: 'string' },
        currency: { type: 'string' },
        publish: { type: 'boolean' },
        'no-pictures': { type: 'boolean' },
        pictures: { type: 'string' },
        'trust-host': { type: 'string', multiple: true },
      },
    })
    const [file, ...others] = positionals
    const format = feedFormats.find((each) => each === values.format)
    if (file === undefined || others.length > 0) return complain('Name one file to import.')
    if (values.format !== undefined && !format) return complain(`--format is one of ${feedFormats.join(', ')}.`)
    if (file !== '-' && !(await stat(file).catch(() => undefined))?.isFile())
      return complain(`There is no file ${file}.`)
    const started = performance.now()
    const progress = progressLine()
    try {
      const report = await withShop((ctx) =>
        importProducts(ctx, {
          source: file === '-' ? process.stdin : createReadStream(file),
          format,
          dryRun: values['dry-run'],
          fetchPictures: !values['no-pictures'],
          picturesFolder: values.pictures,
          trustedHosts: values['trust-host'],
          currency: values.currency?.toUpperCase(),
          publish: values.publish,
          onProgress: ({ rows, products }) => progress.show(rows, products),
        }),
      )
      progress.clear()
      console.log(
        reportText(report, { dryRun: values['dry-run'] === true, seconds: (performance.now() - started) / 1000 }),
      )
      return report.failed > 0 ? 1 : 0
    } catch (error) {
      progress.clear()
      if (!(error instanceof ExpectedError)) throw error
      return complain(error.message)
    }
  },
}

function complain(sentence: string): number {
  console.error(`${sentence}\nnpx barrow import --help explains.`)
  return 1
}

function progressLine() {
  const started = performance.now()
  const { isTTY } = process.stderr
  return {
    show(rows: number, products: number) {
      if (!isTTY) return
      const perSecond = Math.round((products * 1000) / (performance.now() - started))
      process.stderr.write(`\r\x1b[2K${rows} rows, ${products} products, ${perSecond} a second`)
    },
    clear() {
      if (isTTY) process.stderr.write('\r\x1b[2K')
    },
  }
}

/** What an import did, as a person wants to read it. */
export function reportText(report: ImportReport, how: { dryRun: boolean; seconds: number }): string {
  const { created, changed, unchanged, failed, rows, picturesMissing, categoriesAdded } = report
  const said = how.dryRun ? 'Tried (nothing was kept)' : 'Imported'
  const lines = [
    `${said}: ${rows} rows in ${how.seconds.toFixed(1)} s. Products: ${created} new, ${changed} changed, ${unchanged} unchanged, ${failed} refused.`,
  ]
  if (categoriesAdded > 0) lines.push(`Categories: ${categoriesAdded} new.`)
  lines.push(
    ...listed('Refused:', report.problems, report.problemsLeftOut),
    ...listed('Read otherwise than written:', report.notices, 0),
  )
  if (!how.dryRun) lines.push(...missingPictures(picturesMissing))
  return lines.join('\n')
}

/** Pictures by the reason why they are missing: a server that is away tells the same of each. */
function missingPictures(pictures: ImportReport['picturesMissing']): string[] {
  if (pictures.length === 0) return []
  const heading = `Pictures that could not be fetched: ${pictures.length}. Their products are there; the next import tries again.`
  const reasons = [...Map.groupBy(pictures, (picture) => picture.because)]
  const shown = reasons
    .slice(0, linesShown)
    .flatMap(([because, alike]) => [
      `  ${because}:`,
      ...alike.slice(0, picturesShown).map(({ url, line }) => `    line ${line}: ${url}`),
      ...more(alike.length - picturesShown).map((line) => `  ${line}`),
    ])
  return [heading, ...shown, ...more(reasons.length - linesShown)]
}

function listed(heading: string, problems: readonly FeedProblem[], leftOut: number): string[] {
  if (problems.length === 0) return []
  const text = ({ line, handle, column, reason }: FeedProblem) =>
    `  line ${line}${handle ? `, ${handle}` : ''}${column ? `, ${column}` : ''}: ${reason}`
  return [heading, ...problems.slice(0, linesShown).map(text), ...more(problems.length - linesShown + leftOut)]
}

function more(count: number): string[] {
  return count > 0 ? [`  and ${count} more`] : []
}
