import type { ProductOption } from '../catalog/index.ts'
import { type CellReader, cellReader, type OwnCell } from './csv-cells.ts'
import { type ColumnName, type CsvHeader, ownColumn } from './csv-columns.ts'
import type { CategoryStep, FeedEntry, FeedPiece, FeedProblem, FeedTerms, FeedVariantEntry } from './feed-product.ts'
import type { Group } from './read-csv.ts'
import { slugOfHandle } from './slug.ts'

const optionNumbers = [1, 2, 3] as const

type Row = { line: number; cells: readonly string[]; own: OwnCell; read: CellReader }

/** Reads the rows of one product: the first describes it and its first variant, the others add variants and pictures. */
export function productOfRows(group: Group, header: CsvHeader, terms: FeedTerms): FeedPiece {
  const problems: FeedProblem[] = group.problems.map((problem) => ({ ...problem, handle: group.handle }))
  const notices: FeedProblem[] = []
  const say = { currency: terms.currency, handle: group.handle, problems, notices }
  const rows = group.rows.map(({ line, cells }): Row => {
    const read = cellReader(header, { line, cells }, say)
    return { line, cells, read, own: read.own() }
  })
  const [first] = rows
  if (!first) return { kind: 'refused', problems }
  const entry = readEntry({ first, rows, header, terms })
  if (entry.slug === '') first.read.refuse('Handle', 'no address can be made of it')
  if (entry.title?.trim() === '') first.read.refuse('Title', 'the first row of a product needs a title')
  return problems.length > 0 ? { kind: 'refused', problems } : { kind: 'product', entry, notices }
}

type Of = { first: Row; rows: readonly Row[]; header: CsvHeader; terms: FeedTerms }

function readEntry(of: Of): FeedEntry {
  const { first, rows, header } = of
  const { read } = first
  const given = <T>(name: ColumnName, value: () => T): T | undefined => (header.has(name) ? value() : undefined)
  const optionNames = optionNamesOf(first)
  const variantRows = rows.filter((row, index) => index === 0 || isVariant(row))
  const variants = variantRows.map((row) => readVariant(row, optionNames, of))
  const own = first.own.product ?? {}
  const hasOwn = header.has(ownColumn)
  const entry: FeedEntry = {
    slug: slugOfHandle(read.text('Handle').trim() || read.text('Title')),
    line: first.line,
    title: given('Title', () => read.text('Title')),
    descriptionHtml: given('Body (HTML)', () => read.text('Body (HTML)')),
    vendor: given('Vendor', () => read.text('Vendor')),
    productType: given('Type', () => read.text('Type')),
    tags: given('Tags', () => tagsOf(read.text('Tags'))),
    seoTitle: given('SEO Title', () => read.text('SEO Title') || null),
    seoDescription: given('SEO Description', () => read.text('SEO Description') || null),
    status: statusOf(first, header),
    options: readOptions(optionNames, variants),
    importedCells: keptCells(first, header, 'product'),
    categories: categoriesOf(read),
    categoriesAreDerived: true,
    variants,
    media: header.has('Image Src') ? readPictures(rows, hasOwn) : undefined,
  }
  if (hasOwn)
    Object.assign(entry, { translations: {}, attributes: {}, taxCategory: 'standard', categoriesAreDerived: false })
  if ('imported' in own) delete entry.importedCells
  return Object.assign(entry, own, { isWhole: hasOwn && header.isWhole })
}

/** A row that only adds a picture has no option value, no price and no article number. */
function isVariant({ read }: Row): boolean {
  const names: ColumnName[] = ['Option1 Value', 'Option2 Value', 'Option3 Value', 'Variant Price', 'Variant SKU']
  return names.some((name) => read.text(name).trim() !== '')
}

/** Names by number; a lone "Title: Default Title" is Shopify's way of saying that there is nothing to choose. */
function optionNamesOf({ read }: Row): { number: 1 | 2 | 3; name: string }[] {
  const names = optionNumbers.flatMap((number) => {
    const name = read.text(`Option${number} Name`).trim()
    return name ? [{ number, name }] : []
  })
  const isDefault = names.length <= 1 && read.text('Option1 Value').trim() === 'Default Title'
  return isDefault ? [] : names
}

function readOptions(names: readonly { name: string }[], variants: readonly FeedVariantEntry[]): ProductOption[] {
  return names.map(({ name }, index) => ({
    name,
    values: [...new Set(variants.map((variant) => variant.optionValues[index] ?? ''))],
  }))
}

function readVariant(row: Row, options: readonly { number: 1 | 2 | 3 }[], of: Of): FeedVariantEntry {
  const { read } = row
  const { header, terms } = of
  const given = <T>(name: ColumnName, value: () => T): T | undefined => (header.has(name) ? value() : undefined)
  const optionValues = options.map(({ number }) =>
    read.needed(`Option${number} Value`, 'the variant lacks this choice'),
  )
  for (const number of optionNumbers) {
    const isNamed = options.some((option) => option.number === number)
    const value = read.text(`Option${number} Value`).trim()
    if (value && !isNamed && value !== 'Default Title')
      read.refuse(`Option${number} Value`, `there is a choice ("${value}") but Option${number} Name is empty`)
  }
  const tracker = read.text('Variant Inventory Tracker').trim()
  const own = row.own.variant ?? {}
  const isTracked = (own.trackInventory as boolean | undefined) ?? tracker !== ''
  const cells = keptCells(row, header, row === of.first ? 'variant' : 'variant and unknown')
  const quantity = read.text('Variant Inventory Qty').trim()
  if (header.has('Variant Inventory Tracker'))
    cells['Variant Inventory Tracker'] = tracker.toLowerCase() === 'shopify' ? '' : tracker
  if (header.has('Variant Inventory Qty')) cells['Variant Inventory Qty'] = isTracked ? '' : quantity
  const variant: FeedVariantEntry = {
    line: row.line,
    optionValues,
    sku: given('Variant SKU', () => read.text('Variant SKU').trim() || null),
    barcode: given('Variant Barcode', () => read.barcode('Variant Barcode')),
    weightGrams: read.grams(),
    requiresShipping: given('Variant Requires Shipping', () => read.yesNo('Variant Requires Shipping', true)),
    taxable: given('Variant Taxable', () => read.yesNo('Variant Taxable', true)),
    trackInventory: given('Variant Inventory Tracker', () => tracker !== ''),
    backorder: given('Variant Inventory Policy', () => read.sellsOn('Variant Inventory Policy')),
    picture: given('Variant Image', () => read.text('Variant Image').trim() || null),
    price: own.price === null ? null : given('Variant Price', () => read.price()),
    stock: isTracked ? stockOf(read, own.stock, terms) : (own.stock as Record<string, number> | undefined),
    importedCells: cells,
  }
  if ('imported' in own) delete variant.importedCells
  const { stock: _, ...others } = own
  return Object.assign(variant, others)
}

/** A quantity belongs to the first location; one that was changed in a spreadsheet moves that location's share. */
function stockOf(read: CellReader, ownStock: unknown, terms: FeedTerms): Record<string, number> | undefined {
  const total = read.quantity('Variant Inventory Qty')
  if (total === undefined) return ownStock as Record<string, number> | undefined
  if (terms.locationCode === undefined) return undefined
  const known = (ownStock ?? {}) as Record<string, number>
  const sum = Object.values(known).reduce((all, each) => all + each, 0)
  if (ownStock !== undefined && sum === total) return known
  const here = (known[terms.locationCode] ?? 0) + total - sum
  if (here < 0) read.refuse('Variant Inventory Qty', 'it is less than what lies in the other locations')
  return { ...known, [terms.locationCode]: Math.max(0, here) }
}

/** Pictures in the order of their positions; the rest stay in the order of the file. */
function readPictures(rows: readonly Row[], repeats: boolean): FeedEntry['media'] {
  const found = rows.flatMap(({ read, own }) => {
    const address = read.text('Image Src').trim()
    if (address === '') return []
    const position = Number(read.text('Image Position').trim() || 'NaN')
    const pictured = own.picture ?? {}
    return [{ position, picture: { address, alt: read.text('Image Alt Text'), ...pictured } }]
  })
  // Some programs repeat a product's only picture on the row of each variant.
  const once = repeats
    ? found
    : found.filter(
        ({ picture }, index) => found.findIndex((each) => each.picture.address === picture.address) === index,
      )
  const last = Number.MAX_SAFE_INTEGER
  const placed = once.map((each) => ({ ...each, position: Number.isFinite(each.position) ? each.position : last }))
  return placed.sort((a, b) => a.position - b.position).map(({ picture }) => picture)
}

function statusOf({ read }: Row, header: CsvHeader): FeedEntry['status'] {
  if (!header.has('Status') && !header.has('Published')) return undefined
  const isPublished = read.yesNo('Published', true)
  const status = read.text('Status').trim().toLowerCase()
  if (status === 'archived' || status === 'draft') return status
  if (status === 'unlisted') return 'draft'
  if (status !== '' && status !== 'active') read.refuse('Status', `"${status}" is not one of active, draft, archived`)
  return isPublished ? 'active' : 'draft'
}

/** A category for the type, and the branch "A > B > C" of Shopify's product category. */
function categoriesOf(read: CellReader): CategoryStep[][] {
  const type = read.text('Type').trim()
  const branch = read
    .text('Product Category')
    .split('>')
    .map((title) => ({ title: title.trim() }))
    .filter(({ title }) => title !== '')
  return [...(type ? [[{ title: type }]] : []), ...(branch.length > 0 ? [branch] : [])]
}

function tagsOf(text: string): string[] {
  return [...new Set(text.split(',').map((tag) => tag.trim()))].filter((tag) => tag !== '')
}

/** The cells that the shop has no field for. An unknown column belongs to the product on its first row, then to the variant. */
function keptCells(
  row: Row,
  header: CsvHeader,
  part: 'product' | 'variant' | 'variant and unknown',
): Record<string, string> {
  const isMine = {
    product: (level: string) => level === 'product' || level === 'unknown',
    variant: (level: string) => level === 'variant',
    'variant and unknown': (level: string) => level === 'variant' || level === 'unknown',
  }[part]
  return Object.fromEntries(
    header.kept.filter(({ level }) => isMine(level)).map(({ name, index }) => [name, row.read.at(index)]),
  )
}
