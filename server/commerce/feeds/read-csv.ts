import { parse } from 'csv-parse/sync'
import { type CsvHeader, readHeader } from './csv-columns.ts'
import { productOfRows } from './csv-product.ts'
import { errors } from './errors.ts'
import type { FeedPiece, FeedProblem, FeedTerms } from './feed-product.ts'
import type { Line } from './open-feed.ts'

/** A row of cells, or why it is none. */
export type CsvRow =
  | { line: number; cells: string[]; text?: undefined }
  | { line: number; reason: string; text: string }

const rowCharactersMax = 1_000_000
const rowsAtOnce = 200

/** Reads Shopify's product CSV: rows that share a handle are one product. */
export async function* readCsv(lines: AsyncIterable<Line>, terms: FeedTerms): AsyncGenerator<FeedPiece> {
  let header: CsvHeader | undefined
  let group: Group | undefined
  for await (const row of rowsOf(lines)) {
    if (!header) {
      if (row.text !== undefined) throw errors.unreadable({ reason: `its header is broken: ${row.reason}` })
      header = readHeader(row.cells)
      continue
    }
    terms.count.rows++
    const problem = problemOf(row, header)
    if (row.text !== undefined || problem) {
      const said = problem ?? { line: row.line, reason: (row as { reason: string }).reason }
      // The row may have been a variant of the product at hand: saving that without it would delete the variant.
      if (group && (row.text?.includes(group.handle) || said.handle === group.handle)) group.problems.push(said)
      else yield { kind: 'refused', problems: [said] }
      continue
    }
    const handle = handleOf(row.cells, header)
    if (group && handle === group.handle && continues(group, row.cells, header)) {
      group.rows.push(row)
      continue
    }
    if (group) yield productOfRows(group, header, terms)
    group = { handle, rows: [row], problems: [] }
  }
  if (!header) throw errors.unknownFormat()
  if (group) yield productOfRows(group, header, terms)
}

/** The rows of one product. */
export type Group = { handle: string; rows: { line: number; cells: string[] }[]; problems: FeedProblem[] }

function handleOf(cells: readonly string[], header: CsvHeader): string {
  return header.cell(cells, 'Handle').trim() || header.cell(cells, 'Title').trim()
}

/** Some programs repeat the title on every row of a product; another title is another product. */
function continues(group: Group, cells: readonly string[], header: CsvHeader): boolean {
  const title = header.cell(cells, 'Title')
  const first = group.rows[0]
  return title === '' || first === undefined || title === header.cell(first.cells, 'Title')
}

function problemOf(row: CsvRow, header: CsvHeader): FeedProblem | undefined {
  if (row.text !== undefined) return undefined
  const handle = handleOf(row.cells, header)
  const refuse = (reason: string) => ({ line: row.line, reason, ...(handle ? { handle } : {}) })
  if (row.cells.length < header.width)
    return refuse(
      `the row has ${row.cells.length} cells, the header ${header.width}; is a comma or quotation mark missing?`,
    )
  if (row.cells.slice(header.width).some((cell) => cell.trim() !== ''))
    return refuse(
      `the row has ${row.cells.length} cells, the header only ${header.width}; is a cell with a comma not quoted?`,
    )
  const odd = row.cells.findIndex((cell) => cell.includes('\uFFFD') || cell.includes('\0'))
  if (odd >= 0) return refuse('a letter could not be read; save the file as "CSV UTF-8"')
  if (handle === '') return refuse('the row names no product: both its handle and its title are empty')
  return undefined
}

/**
 * Cuts lines into rows and lets the CSV library read them. A broken row costs only itself: where a quotation mark is
 * not closed, reading starts again on the next line, which no CSV library does by itself.
 */
export async function* rowsOf(lines: AsyncIterable<Line>): AsyncGenerator<CsvRow> {
  const cutter = rowCutter()
  for await (const line of lines) {
    cutter.add(line)
    if (cutter.cutRows() >= rowsAtOnce) yield* cutter.read()
  }
  for (cutter.end(); cutter.cutRows() > 0; cutter.end()) yield* cutter.read()
}

function rowCutter() {
  let delimiter: string | undefined
  let whole: Line[][] = []
  let open: Line[] = []
  let size = 0
  let isQuoted = false
  const cut = () => {
    if (open.length > 0) whole.push(open)
    open = []
    size = 0
    isQuoted = false
  }
  const add = (line: Line) => {
    delimiter ??= delimiterOf(line.text)
    open.push(line)
    size += line.text.length
    isQuoted = isQuoted !== hasOddQuotes(line.text)
    if (!isQuoted || size > rowCharactersMax) cut()
  }
  const read = (): CsvRow[] => {
    const pieces = whole
    whole = []
    const rows = tryRead(pieces, delimiter ?? ',')
    if (rows) return rows.filter(hasContent)
    const found: CsvRow[] = []
    for (const [index, piece] of pieces.entries()) {
      const [first, ...rest] = piece
      const good = tryRead([piece], delimiter ?? ',')
      if (good) found.push(...good)
      else if (first) found.push({ line: first.line, text: first.text, reason: unclosed })
      if (good || rest.length === 0) continue
      // Where the row ended was guessed from its quotation marks, and so was every cut after it: cut all that again.
      const again = [...rest, ...pieces.slice(index + 1).flat(), ...open]
      open = []
      cut()
      for (const line of again) add(line)
      break
    }
    return found.filter(hasContent)
  }
  return { add, read, end: cut, cutRows: () => whole.length }
}

const unclosed = 'a quotation mark is in the wrong place or never closed'

function hasContent(row: CsvRow): boolean {
  return row.text !== undefined || row.cells.some((cell) => cell.trim() !== '')
}

function tryRead(whole: readonly Line[][], delimiter: string): CsvRow[] | undefined {
  const text = whole
    .map(
      (lines) =>
        `${lines
          .map((line) => line.text)
          .join('')
          .replace(/\r?\n$|\r$/, '')}\n`,
    )
    .join('')
  try {
    const records = parse(text, { delimiter, relax_column_count: true, record_delimiter: '\n', max_record_size: 0 })
    if (records.length !== whole.length) return undefined
    return records.map((cells, index) => ({ cells, line: whole[index]?.[0]?.line ?? 0 }))
  } catch {
    return undefined
  }
}

function hasOddQuotes(text: string): boolean {
  let odd = false
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) odd = !odd
  return odd
}

/** Spreadsheets of some countries separate by semicolon, and "Unicode text" by tab. */
function delimiterOf(header: string): string {
  const times = (delimiter: string) => header.split(delimiter).length
  return [',', ';', '\t'].reduce((best, next) => (times(next) > times(best) ? next : best))
}
