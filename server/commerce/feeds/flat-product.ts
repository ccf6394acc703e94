import type { AttributeDefinition, AttributeValue } from '../catalog/index.ts'
import type { FeedEntry, FeedPiece } from './feed-product.ts'
import { slugOf } from './slug.ts'

/**
 * The flat shape of a supplier's catalogue: `id`, `name`, `title`, `ean[]`, `short_description`, `supplier`,
 * `date_released`, `price` in the currency's smallest coin (4995 is 49.95 EUR), and attributes `attr_t_*` (text),
 * `attr_n_*` (number) and `attr_b_*` (true or false).
 */
export type FlatState = {
  /** The attributes that the shop knows, by code; those of the file are added. */
  definitions: Map<string, AttributeDefinition>
}

const types = { t: 'text', n: 'number', b: 'boolean' } as const
const otherCategory = 'Other'

/** A line without a `kind` that has an id and a title is of the flat shape. */
export function isFlat(value: Record<string, unknown>): boolean {
  return value.kind === undefined && 'id' in value && 'title' in value
}

/** Reads a line of the flat shape. Its stock is not known, so the shop sells without counting until it is told. */
export function productOfFlat(value: Record<string, unknown>, line: number, state: FlatState): FeedPiece {
  const text = (key: string) => (typeof value[key] === 'string' ? (value[key] as string) : '')
  const id = typeof value.id === 'number' ? String(value.id) : text('id')
  const title = text('title').trim()
  const refused = (column: string, reason: string): FeedPiece => ({
    kind: 'refused',
    problems: [{ line, handle: id, column, reason }],
  })
  if (id === '') return refused('id', 'it is missing')
  if (title === '') return refused('title', 'it is missing')
  const price = value.price
  if (price === undefined || price === null) return refused('price', 'the price is missing')
  if (typeof price !== 'number' || !Number.isSafeInteger(price) || price < 0)
    return refused('price', `${JSON.stringify(price)} is not a whole number of the smallest coin, zero or more`)
  const type = [text('attr_t_product_type'), text('attr_t_type')].find((word) => /\p{L}/u.test(word))
  const eans = Array.isArray(value.ean) ? value.ean.filter((ean) => typeof ean === 'string') : []
  const name = text('name').trim()
  const entry: FeedEntry = {
    slug: slugOf(`${slugOf(title).slice(0, 80)} ${id}`),
    line,
    title,
    descriptionHtml: htmlOf(text('short_description')),
    vendor: text('supplier'),
    productType: type ?? '',
    attributes: { ...(name && name !== title ? { model: name } : {}), ...attributesOf(value, state) },
    categories: [[{ title: type ?? otherCategory }]],
    categoriesAreDerived: true,
    importedCells: { id, date_released: text('date_released'), other_eans: eans.slice(1).join(' ') },
    // The name (a part number, often "70") is not unique among suppliers; the id is.
    variants: [
      {
        optionValues: [],
        line,
        sku: id,
        barcode: eans[0] ?? null,
        price: { amountMinor: price, compareAtMinor: null },
      },
    ],
    newVariants: { trackInventory: false },
  }
  if (name) define(state, { code: 'model', label: 'Model', type: 'text' })
  return { kind: 'product', entry, notices: [] }
}

function attributesOf(value: Record<string, unknown>, state: FlatState): Record<string, AttributeValue> {
  const found: Record<string, AttributeValue> = {}
  for (const [key, content] of Object.entries(value)) {
    const match = /^attr_([tnb])_(.+)$/.exec(key)
    if (!match) continue
    const type = types[match[1] as keyof typeof types]
    const isRight = type === 'text' ? typeof content === 'string' : typeof content === type
    if (!isRight || content === '') continue
    found[codeFor(state, { word: match[2] as string, letter: match[1] as string, type })] = content as AttributeValue
  }
  return found
}

/** One word may be text on one product and a number on another; those are two attributes. */
function codeFor(state: FlatState, of: { word: string; letter: string; type: AttributeDefinition['type'] }): string {
  const label = labelOf(of.word)
  const known = state.definitions.get(of.word)
  const code = known && known.type !== of.type ? `${of.word}_${of.letter}` : of.word
  define(state, { code, label, type: of.type })
  return code
}

function define(state: FlatState, definition: AttributeDefinition): void {
  if (!state.definitions.has(definition.code)) state.definitions.set(definition.code, definition)
}

/** `contrast_ratio__typical_` is "Contrast ratio (typical)". */
export function labelOf(code: string): string {
  const words = code
    .replace(/__(.+?)_(?=_|$)/g, ' ($1)')
    .replace(/_+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

function htmlOf(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
