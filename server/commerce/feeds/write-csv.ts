import { toDecimal } from '../../platform/money.ts'
import { completeEntry } from './complete-entry.ts'
import type { OwnCell } from './csv-cells.ts'
import {
  type ColumnName,
  type CsvHeader,
  columnCalled,
  columns,
  ownColumn,
  protect,
  readHeader,
} from './csv-columns.ts'
import { productOfRows } from './csv-product.ts'
import type { CategoryStep, FeedProduct, FeedTerms, FeedVariant } from './feed-product.ts'
import { sorted } from './save-feed-categories.ts'

/** What writing CSV needs to know of the shop. */
export type CsvTerms = {
  currency: string
  locationCode: string | undefined
  /** Names of columns that imports brought and the shop has no field for. */
  keptColumns: readonly string[]
  /** A category's way from the top of the tree. */
  branchOf(slug: string): CategoryStep[]
  /** What reading a branch by its titles alone would find. */
  slugOf(branch: readonly CategoryStep[]): string | undefined
}

/** A writer of Shopify's product CSV with its legacy header, which Shopify and most other programs read. */
export function csvWriter(terms: CsvTerms) {
  const extra = terms.keptColumns.filter((name) => columnCalled(name) === undefined)
  const names = [...columns.map((column) => column.name).filter((name) => name !== ownColumn), ...extra, ownColumn]
  const header = readHeader(names)
  return {
    headLine: names.map(cellText).join(','),
    linesOf(product: FeedProduct): string[] {
      const rows = plainRows(product, { names, terms })
      const own = ownCells(product, { rows, header, terms, names })
      const last = names.length - 1
      return rows.map((row, index) =>
        row
          .with(last, own[index] ?? '')
          .map(cellText)
          .join(','),
      )
    },
  }
}

type Writing = { names: readonly string[]; terms: CsvTerms }

/** One row for each variant or picture, whichever are more, with what Shopify's columns can say. */
function plainRows(product: FeedProduct, { names, terms }: Writing): string[][] {
  const height = Math.max(product.variants.length, product.media.length)
  return Array.from({ length: height }, (_, index) => {
    const variant = product.variants[index]
    const picture = product.media[index]
    const cells: Partial<Record<ColumnName, string>> = {
      Handle: product.slug,
      ...(index === 0 ? productCells(product) : {}),
      ...(variant ? variantCells(product, variant, terms) : {}),
    }
    if (picture) {
      cells['Image Src'] = picture.address
      cells['Image Position'] = String(index + 1)
      cells['Image Alt Text'] = picture.alt
    }
    const kept = { ...variant?.imported, ...(index === 0 ? product.imported : {}) }
    return names.map((name) => cells[name as ColumnName] ?? kept[name] ?? '')
  })
}

function productCells(product: FeedProduct): Partial<Record<ColumnName, string>> {
  const [first, second, third] = product.options
  return {
    Title: product.title,
    'Body (HTML)': product.descriptionHtml,
    Vendor: product.vendor,
    Type: product.productType,
    Tags: product.tags.join(', '),
    Published: String(product.status === 'active'),
    Status: product.status,
    'SEO Title': product.seoTitle ?? '',
    'SEO Description': product.seoDescription ?? '',
    'Option1 Name': first?.name ?? 'Title',
    'Option2 Name': second?.name ?? '',
    'Option3 Name': third?.name ?? '',
  }
}

function variantCells(
  product: FeedProduct,
  variant: FeedVariant,
  terms: CsvTerms,
): Partial<Record<ColumnName, string>> {
  const { price } = variant
  const quantities = Object.values(variant.stock)
  const total = quantities.reduce((sum, each) => sum + each, 0)
  const counted = variant.trackInventory && quantities.length > 0 ? { 'Variant Inventory Qty': String(total) } : {}
  return {
    'Option1 Value': product.options.length === 0 ? 'Default Title' : (variant.optionValues[0] ?? ''),
    'Option2 Value': variant.optionValues[1] ?? '',
    'Option3 Value': variant.optionValues[2] ?? '',
    'Variant SKU': variant.sku ?? '',
    'Variant Grams': String(variant.weightGrams),
    'Variant Inventory Tracker': variant.trackInventory
      ? variant.imported['Variant Inventory Tracker'] || 'shopify'
      : '',
    ...counted,
    'Variant Inventory Policy': variant.backorder ? 'continue' : 'deny',
    'Variant Price': price ? toDecimal(price.amountMinor, terms.currency) : '',
    'Variant Compare At Price': price?.compareAtMinor == null ? '' : toDecimal(price.compareAtMinor, terms.currency),
    'Variant Requires Shipping': String(variant.requiresShipping),
    'Variant Taxable': String(variant.taxable),
    'Variant Barcode': variant.barcode ?? '',
    'Variant Image': variant.picture ?? '',
  }
}

/**
 * What is lost when the plain rows are read back goes into our own column: the rows are read as an import would read
 * them, and every field that comes out different is written down beside them.
 */
function ownCells(product: FeedProduct, of: Writing & { rows: string[][]; header: CsvHeader }): string[] {
  const { rows, header, terms } = of
  const reading: FeedTerms = { currency: terms.currency, locationCode: terms.locationCode, count: { rows: 0 } }
  const group = {
    handle: product.slug,
    rows: rows.map((cells, index) => ({ cells: cells.map(protect), line: index + 1 })),
    problems: [],
  }
  const piece = productOfRows(group, header, reading)
  const slugs =
    piece.kind === 'product' ? (piece.entry.categories ?? []).map((branch) => terms.slugOf(branch) ?? '') : []
  const read = piece.kind === 'product' ? completeEntry(piece.entry, undefined, [...new Set(slugs)].sort()) : undefined
  const back = read && 'product' in read ? read.product : undefined
  const { variants, media, categories, ...fields } = product
  const cells: OwnCell[] = rows.map((_, index) => ({
    variant: differences(variants[index], back?.variants[index]),
    picture: differences(media[index], back?.media[index]),
  }))
  const [first] = cells
  if (first) {
    first.product = differences(fields, back) ?? {}
    if (!same(categories, back?.categories)) first.product.categories = categories.map(terms.branchOf)
  }
  return cells.map((cell) => {
    const told = Object.entries(cell).filter(([, part]) => part !== undefined && Object.keys(part).length > 0)
    return told.length > 0 ? JSON.stringify(Object.fromEntries(told)) : ''
  })
}

function differences(wanted: object | undefined, back: object | undefined): Record<string, unknown> | undefined {
  if (!wanted) return undefined
  const found = (back ?? {}) as Record<string, unknown>
  return Object.fromEntries(Object.entries(wanted).filter(([key, value]) => !same(value, found[key])))
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b))
}

function cellText(cell: string): string {
  const safe = protect(cell)
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
