import { errors } from './errors.ts'

/** What a column speaks of; unknown ones are kept with the product when they stand on its first row. */
type Level = 'product' | 'variant' | 'picture'
type Column = { name: string; level: Level; also?: readonly string[]; kept?: boolean }

/** Our own column: what a shop knows of a product and Shopify's columns cannot say, as JSON. Empty when there is nothing. */
export const ownColumn = 'Barrow'

/**
 * The columns of Shopify's product CSV in the order of its legacy header, which an export writes, each with its name in
 * the header that Shopify's template has had since 2025. `kept` ones mean nothing to this shop and are given back
 * unchanged. Names are compared without regard to case and space.
 */
export const columns = [
  { name: 'Handle', level: 'product', also: ['URL handle'] },
  { name: 'Title', level: 'product' },
  { name: 'Body (HTML)', level: 'product', also: ['Description', 'Body HTML'] },
  { name: 'Vendor', level: 'product' },
  { name: 'Product Category', level: 'product', kept: true },
  { name: 'Type', level: 'product', also: ['Product type', 'Custom product type'] },
  { name: 'Tags', level: 'product' },
  { name: 'Published', level: 'product', also: ['Published on online store'] },
  { name: 'Option1 Name', level: 'product' },
  { name: 'Option1 Value', level: 'variant' },
  { name: 'Option1 Linked To', level: 'product', kept: true },
  { name: 'Option2 Name', level: 'product' },
  { name: 'Option2 Value', level: 'variant' },
  { name: 'Option2 Linked To', level: 'product', kept: true },
  { name: 'Option3 Name', level: 'product' },
  { name: 'Option3 Value', level: 'variant' },
  { name: 'Option3 Linked To', level: 'product', kept: true },
  { name: 'Variant SKU', level: 'variant', also: ['SKU'] },
  { name: 'Variant Grams', level: 'variant', also: ['Weight value (grams)'] },
  { name: 'Variant Inventory Tracker', level: 'variant', also: ['Inventory tracker'] },
  { name: 'Variant Inventory Qty', level: 'variant', also: ['Inventory quantity'] },
  { name: 'Variant Inventory Policy', level: 'variant', also: ['Continue selling when out of stock'] },
  { name: 'Variant Fulfillment Service', level: 'variant', also: ['Fulfillment service'], kept: true },
  { name: 'Variant Price', level: 'variant', also: ['Price'] },
  { name: 'Variant Compare At Price', level: 'variant', also: ['Compare-at price', 'Compare at price'] },
  { name: 'Variant Requires Shipping', level: 'variant', also: ['Requires shipping'] },
  { name: 'Variant Taxable', level: 'variant', also: ['Charge tax', 'Charge taxes'] },
  { name: 'Unit Price Total Measure', level: 'variant', kept: true },
  { name: 'Unit Price Total Measure Unit', level: 'variant', kept: true },
  { name: 'Unit Price Base Measure', level: 'variant', kept: true },
  { name: 'Unit Price Base Measure Unit', level: 'variant', kept: true },
  { name: 'Variant Barcode', level: 'variant', also: ['Barcode'] },
  { name: 'Image Src', level: 'picture', also: ['Product image URL'] },
  { name: 'Image Position', level: 'picture' },
  { name: 'Image Alt Text', level: 'picture' },
  { name: 'Gift Card', level: 'product', kept: true },
  { name: 'SEO Title', level: 'product' },
  { name: 'SEO Description', level: 'product' },
  { name: 'Google Shopping / Google Product Category', level: 'product', kept: true },
  { name: 'Google Shopping / Gender', level: 'product', kept: true },
  { name: 'Google Shopping / Age Group', level: 'product', kept: true },
  {
    name: 'Google Shopping / MPN',
    level: 'product',
    also: ['Google Shopping / Manufacturer part number (MPN)'],
    kept: true,
  },
  {
    name: 'Google Shopping / AdWords Grouping',
    level: 'product',
    also: ['Google Shopping / Ad group name'],
    kept: true,
  },
  { name: 'Google Shopping / AdWords Labels', level: 'product', also: ['Google Shopping / Ads labels'], kept: true },
  { name: 'Google Shopping / Condition', level: 'product', kept: true },
  { name: 'Google Shopping / Custom Product', level: 'product', kept: true },
  { name: 'Google Shopping / Custom Label 0', level: 'product', kept: true },
  { name: 'Google Shopping / Custom Label 1', level: 'product', kept: true },
  { name: 'Google Shopping / Custom Label 2', level: 'product', kept: true },
  { name: 'Google Shopping / Custom Label 3', level: 'product', kept: true },
  { name: 'Google Shopping / Custom Label 4', level: 'product', kept: true },
  { name: 'Variant Image', level: 'variant', also: ['Variant image URL'] },
  { name: 'Variant Weight', level: 'variant', also: ['Weight value', 'Variant weight value'] },
  { name: 'Variant Weight Unit', level: 'variant', also: ['Weight unit for display', 'Weight unit'], kept: true },
  { name: 'Variant Tax Code', level: 'variant', also: ['Tax code'], kept: true },
  { name: 'Cost per item', level: 'variant', kept: true },
  { name: 'Status', level: 'product' },
  { name: ownColumn, level: 'product' },
] as const satisfies readonly Column[]

export type ColumnName = (typeof columns)[number]['name']

const byAnyName = new Map<string, Column>(
  columns.flatMap((column: Column) => [column.name, ...(column.also ?? [])].map((name) => [plain(name), column])),
)

/** The column that goes by this name, if Shopify or this shop has one. */
export function columnCalled(name: string): Column | undefined {
  return byAnyName.get(plain(name))
}

/** The header of a file: where each known column stands, and which columns are only kept. */
export type CsvHeader = {
  width: number
  has(name: ColumnName): boolean
  /** The text of a cell, without protection; '' when the file lacks the column. */
  cell(cells: readonly string[], name: ColumnName): string
  /** Every column that the shop has a field for is there. */
  isWhole: boolean
  kept: { name: string; level: Level | 'unknown'; index: number }[]
}

/** Reads a header; throws when it is not one of a product file, or names a column twice. */
export function readHeader(names: readonly string[]): CsvHeader {
  const places = new Map<string, number>()
  const kept: CsvHeader['kept'] = []
  for (const [index, raw] of names.entries()) {
    const known = columnCalled(raw)
    const name = known?.name ?? raw.trim()
    if (name === '') continue
    if (places.has(name)) throw errors.doubleColumn({ column: raw.trim() })
    places.set(name, index)
    if (!known) kept.push({ name, level: 'unknown', index })
    else if (known.kept) kept.push({ name, level: known.level, index })
  }
  if (!places.has('Title') && !places.has('Handle')) throw errors.unknownFormat()
  return {
    width: names.length,
    isWhole: columns.every(
      (column: Column) => column.kept || column.name === 'Variant Weight' || places.has(column.name),
    ),
    has: (name) => places.has(name),
    cell(cells, name) {
      const index = places.get(name)
      return index === undefined ? '' : unprotect(cells[index] ?? '')
    },
    kept,
  }
}

/**
 * A cell that a spreadsheet would run as a formula gets an apostrophe in front, as OWASP advises against CSV injection;
 * one that already looks protected gets another, so that reading it back gives the same text.
 */
export function protect(cell: string): string {
  return /^'*[=+\-@\t\r\n]/.test(cell) ? `'${cell}` : cell
}

/** Undoes `protect`. */
export function unprotect(cell: string): string {
  return /^'+[=+\-@\t\r\n]/.test(cell) ? cell.slice(1) : cell
}

function plain(name: string): string {
  return name.trim().replace(/\s+/g, ' ').toLowerCase()
}
