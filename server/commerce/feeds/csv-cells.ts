import { fromDecimal, minorDigits } from '../../platform/money.ts'
import { type ColumnName, type CsvHeader, ownColumn, unprotect } from './csv-columns.ts'
import type { FeedPrice, FeedProblem } from './feed-product.ts'
import { ownCellShape, problemWith } from './json-shapes.ts'

/** Reads the cells of one row; what a cell should not say is noted with its line and column. */
export type CellReader = {
  text(name: ColumnName): string
  at(index: number): string
  refuse(column: ColumnName, reason: string): void
  needed(name: ColumnName, reason: string): string
  own(): OwnCell
  price(): FeedPrice | undefined
  quantity(name: ColumnName): number | undefined
  grams(): number | undefined
  yesNo(name: ColumnName, otherwise: boolean): boolean
  /** Shopify's policy when stock runs out: `continue`, or `true` in the new header, sells on. */
  sellsOn(name: ColumnName): boolean
  barcode(name: ColumnName): string | null
}

/** What our own column adds to a row: fields that Shopify's columns cannot say, of the product, its variant, its picture. */
export type OwnCell = {
  product?: Record<string, unknown>
  variant?: Record<string, unknown>
  picture?: Record<string, unknown>
}

type Say = { currency: string; handle: string; problems: FeedProblem[]; notices: FeedProblem[] }

const gramsIn: Record<string, number> = { g: 1, kg: 1000, oz: 28.349523125, lb: 453.59237 }
const gramsMax = 1_000_000_000
const yes = new Set(['true', 'yes', '1'])
const no = new Set(['false', 'no', '0'])

/** A reader of one row. */
export function cellReader(header: CsvHeader, row: { line: number; cells: readonly string[] }, say: Say): CellReader {
  const text = (name: ColumnName) => header.cell(row.cells, name)
  const note = (list: FeedProblem[], column: ColumnName, reason: string) =>
    list.push({ line: row.line, handle: say.handle, column, reason })
  const refuse = (column: ColumnName, reason: string) => void note(say.problems, column, reason)
  const amount = (name: ColumnName): number | undefined => {
    const found = amountIn(text(name).trim(), say.currency)
    if (typeof found === 'string') refuse(name, found)
    return typeof found === 'number' ? found : undefined
  }
  return {
    text,
    at: (index) => unprotect(row.cells[index] ?? ''),
    refuse,
    needed(name, reason) {
      const value = text(name).trim()
      if (value === '') refuse(name, reason)
      return value
    },
    own() {
      const value = text(ownColumn).trim()
      if (value === '') return {}
      const parsed = parseJson(value)
      const wrong = problemWith(ownCellShape, parsed)
      if (!wrong) return parsed as OwnCell
      refuse(ownColumn, `it is not what an export wrote there (${wrong.where} ${wrong.reason})`)
      return {}
    },
    price() {
      const amountMinor = amount('Variant Price')
      const compare = text('Variant Compare At Price').trim() === '' ? undefined : amount('Variant Compare At Price')
      if (amountMinor === undefined) return undefined
      return { amountMinor, compareAtMinor: compare || null }
    },
    quantity(name) {
      const value = text(name).trim()
      if (value === '') return undefined
      if (!/^-?\d{1,9}(\.0+)?$/.test(value)) refuse(name, `"${value}" is not a whole number`)
      if (Number(value) < 0) note(say.notices, name, `the quantity ${value} is below zero and is read as 0`)
      return Math.max(0, Number(value) || 0)
    },
    grams() {
      const direct = text('Variant Grams').trim()
      const weight = text('Variant Weight').trim()
      const name = direct !== '' || !header.has('Variant Weight') ? 'Variant Grams' : 'Variant Weight'
      if (!header.has(name)) return undefined
      const unit = name === 'Variant Grams' ? 'g' : text('Variant Weight Unit').trim().toLowerCase() || 'g'
      const value = direct || weight || '0'
      const grams = Math.round(Number(value) * (gramsIn[unit] ?? Number.NaN))
      if (/^\d+(\.\d+)?$/.test(value) && grams <= gramsMax) return grams
      refuse(name, `"${value} ${unit}" is not a weight`)
      return 0
    },
    yesNo(name, otherwise) {
      const value = text(name).trim().toLowerCase()
      if (value === '') return otherwise
      if (!yes.has(value) && !no.has(value)) refuse(name, `"${value}" is neither true nor false`)
      return yes.has(value)
    },
    sellsOn(name) {
      const value = text(name).trim().toLowerCase()
      if (!['', 'deny', 'continue'].includes(value) && !yes.has(value) && !no.has(value))
        refuse(name, `"${value}" is neither deny nor continue`)
      return value === 'continue' || yes.has(value)
    },
    barcode(name) {
      // Exports put an apostrophe before the digits, so that spreadsheets do not take them for a number.
      const value = text(name).trim().replace(/^'/, '')
      if (/^\d(\.\d+)?E\+?\d+$/i.test(value)) refuse(name, `a spreadsheet has turned the barcode into "${value}"`)
      return value || null
    },
  }
}

/** An amount of money, or what is wrong with it. Never rounded: a price that says too much is refused. */
export function amountIn(text: string, currency: string): number | string {
  if (text === '') return 'the price is missing'
  const amount = fromDecimal(text, currency)
  if (amount !== undefined) return amount < 0 ? `the price ${text} is below zero` : amount
  if (/^\d{1,3}(,\d{3})+(\.\d+)?$/.test(text))
    return `the price "${text}" has commas; write ${text.replaceAll(',', '')}`
  if (/^\d+,\d+$/.test(text)) return `the price "${text}" has a comma; write ${text.replace(',', '.')}`
  if (/^[+-]?\d+\.\d+$/.test(text))
    return `the price ${text} has more decimals than ${currency} has (${minorDigits(currency)})`
  return `"${text}" is not a price`
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
