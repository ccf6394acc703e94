import { errors } from './errors.ts'
import type { FeedCategory, FeedEntry, FeedPiece, FeedProduct, FeedTerms } from './feed-product.ts'
import { type FlatState, isFlat, productOfFlat } from './flat-product.ts'
import { problemWith, shapes } from './json-shapes.ts'
import type { Line } from './open-feed.ts'

/**
 * The shop's own format, version 1: JSON Lines (https://jsonlines.org), one object a line, told apart by `kind`.
 * First the head, which names the currency of all amounts; then attributes, categories (a parent before its children)
 * and products. Amounts are whole numbers of the currency's smallest coin. What a product's line leaves out stays as
 * the shop has it. Pictures are `{ url }`, `{ file }` (below the folder that the owner names) or `{ stored }` (by content).
 */
export const ownVersion = 1

type PictureRef = { url?: string; file?: string; stored?: string }

/** Reads JSON Lines: the shop's own format, or the flat shape of a supplier's catalogue, line by line. */
export async function* readJsonLines(
  lines: AsyncIterable<Line>,
  terms: FeedTerms,
  flat: FlatState,
): AsyncGenerator<FeedPiece> {
  for await (const { text, line } of lines) {
    if (text.trim() === '') continue
    terms.count.rows++
    const found = parseLine(text)
    if ('reason' in found) yield { kind: 'refused', problems: [{ line, reason: found.reason }] }
    else if (isFlat(found.value)) yield productOfFlat(found.value, line, flat)
    else yield pieceOf(found.value, line)
  }
}

function parseLine(text: string): { value: Record<string, unknown> } | { reason: string } {
  if (text.includes('\uFFFD')) return { reason: 'a letter could not be read; the file must be UTF-8' }
  if (text.includes('\\u0000')) return { reason: 'it holds a character (NUL) that cannot be stored' }
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return { value: value as Record<string, unknown> }
    return { reason: 'the line is not a JSON object' }
  } catch (error) {
    return { reason: `the line is not JSON (${(error as Error).message})` }
  }
}

function pieceOf(value: Record<string, unknown>, line: number): FeedPiece {
  const handle = typeof value.slug === 'string' ? value.slug : undefined
  const refused = (column: string, reason: string): FeedPiece => ({
    kind: 'refused',
    problems: [{ line, handle, column, reason }],
  })
  const kind = value.kind as keyof typeof shapes
  if (!Object.hasOwn(shapes, String(kind))) return refused('kind', 'it must be barrow, attribute, category or product')
  const wrong = problemWith(shapes[kind], value)
  if (wrong) return refused(wrong.where || kind, wrong.reason)
  if (kind === 'barrow') {
    const head = value as { version: number; currency: string }
    if (head.version > ownVersion) throw errors.newerVersion({ version: head.version, known: ownVersion })
    return { kind: 'currency', currency: head.currency }
  }
  if (kind === 'attribute') {
    const { kind: _, ...definition } = value as Extract<FeedPiece, { kind: 'attribute' }>['definition'] & {
      kind: string
    }
    return { kind, definition, line }
  }
  if (kind === 'category') return { kind, category: categoryOf(value), line }
  return productOf(value as ProductLine, line)
}

function categoryOf(value: Record<string, unknown>): FeedCategory {
  const {
    kind: _,
    picture,
    ...category
  } = value as Omit<FeedCategory, 'picture'> & { kind: string; picture?: PictureRef | null }
  return {
    ...category,
    parent: category.parent ?? null,
    description: category.description ?? '',
    translations: category.translations ?? {},
    picture: picture ? addressOf(picture) : null,
  }
}

type VariantLine = Partial<Omit<FeedEntry['variants'][number], 'picture' | 'line'>> & { picture?: PictureRef | null }
type ProductLine = Omit<FeedEntry, 'line' | 'variants' | 'media' | 'categories'> & {
  kind: string
  categories?: string[]
  variants: VariantLine[]
  media?: (PictureRef & Partial<FeedProduct['media'][number]>)[]
}

function productOf(value: ProductLine, line: number): FeedPiece {
  const { kind: _, categories, variants, media, ...fields } = value
  const noAddress =
    media?.findIndex((picture) => [picture.url, picture.file, picture.stored].filter(Boolean).length !== 1) ?? -1
  if (noAddress >= 0) {
    const problem = {
      line,
      handle: value.slug,
      column: `media/${noAddress}`,
      reason: 'a picture is one of url, file, stored',
    }
    return { kind: 'refused', problems: [problem] }
  }
  const entry: FeedEntry = {
    ...fields,
    line,
    isWhole: wholeFields.every((field) => field in value),
    ...(categories ? { categories: categories.map((slug) => [{ slug, title: titleOf(slug) }]) } : {}),
    variants: variants.map(({ picture, price, ...variant }) => ({
      ...variant,
      line,
      optionValues: variant.optionValues ?? [],
      ...(picture === undefined ? {} : { picture: picture && addressOf(picture) }),
      ...(price === undefined ? {} : { price: price && { ...price, compareAtMinor: price.compareAtMinor ?? null } }),
    })),
    ...(media
      ? {
          media: media.map(({ url, file, stored, ...picture }) => ({
            ...picture,
            address: addressOf({ url, file, stored }),
          })),
        }
      : {}),
  }
  return { kind: 'product', entry, notices: [] }
}

const wholeFields: (keyof FeedProduct)[] = [
  'title',
  'descriptionHtml',
  'translations',
  'vendor',
  'productType',
  'status',
  'tags',
  'options',
  'attributes',
  'taxCategory',
  'seoTitle',
  'seoDescription',
  'imported',
  'categories',
  'media',
]

/** A title for a category that is only known by its address. */
function titleOf(slug: string): string {
  const words = slug.replaceAll('-', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

function addressOf(picture: PictureRef): string {
  return picture.url ?? (picture.file === undefined ? `media:${picture.stored}` : `file:${picture.file}`)
}

function pictureOfAddress(address: string): PictureRef {
  if (address.startsWith('media:')) return { stored: address.slice('media:'.length) }
  if (address.startsWith('file:')) return { file: address.slice('file:'.length) }
  return { url: address }
}

/** The first line of an export. */
export function headLine(currency: string): string {
  return JSON.stringify({ kind: 'barrow', version: ownVersion, currency })
}

/** One category as a line of an export. */
export function categoryLine({ picture, ...category }: FeedCategory): string {
  return JSON.stringify({ kind: 'category', ...category, picture: picture && pictureOfAddress(picture) })
}

/** One product as a line of an export: every field is there, so that reading it back leaves nothing of what was before. */
export function productLine(product: FeedProduct): string {
  const { slug, title, variants, media, imported, ...fields } = product
  return JSON.stringify({
    kind: 'product',
    slug,
    title,
    ...fields,
    variants: variants.map((variant) => ({
      ...variant,
      picture: variant.picture && pictureOfAddress(variant.picture),
    })),
    media: media.map(({ address, ...picture }) => ({ ...pictureOfAddress(address), ...picture })),
    imported,
  })
}
