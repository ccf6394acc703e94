import type { ProductOption } from '../catalog/index.ts'
import type { FeedEntry, FeedPicture, FeedProblem, FeedProduct, FeedVariant, FeedVariantEntry } from './feed-product.ts'

const emptyProduct: Omit<FeedProduct, 'slug' | 'title' | 'variants'> = {
  descriptionHtml: '',
  translations: {},
  vendor: '',
  productType: '',
  status: 'active',
  tags: [],
  options: [],
  attributes: {},
  taxCategory: 'standard',
  seoTitle: null,
  seoDescription: null,
  imported: {},
  categories: [],
  media: [],
}

const emptyVariant: Omit<FeedVariant, 'optionValues' | 'price'> = {
  sku: null,
  barcode: null,
  weightGrams: 0,
  requiresShipping: true,
  taxable: true,
  trackInventory: true,
  backorder: false,
  picture: null,
  stock: {},
  imported: {},
}

/**
 * Makes a whole product of what a file says and what the shop has. A file that is silent about a field (a CSV with
 * prices alone, a Shopify export that knows no translations) leaves that field as it is. `categories` are the slugs
 * that the file's categories have in this shop.
 */
export function completeEntry(
  entry: FeedEntry,
  before: FeedProduct | undefined,
  categories: string[] | undefined,
): { product: FeedProduct } | { problem: FeedProblem } {
  const {
    line,
    variants,
    media,
    importedCells,
    categoriesAreDerived,
    newVariants,
    isWhole,
    categories: _,
    ...fields
  } = entry
  const known = isWhole ? undefined : before
  const refuse = (reason: string, at = line) => ({ problem: { line: at, handle: entry.slug, reason } })
  const title = entry.title ?? known?.title
  if (title === undefined) return refuse('it is new, and a new product needs a title')
  const knownVariants = new Map(known?.variants.map((variant) => [JSON.stringify(variant.optionValues), variant]))
  const whole: FeedVariant[] = []
  for (const variant of variants) {
    const same = knownVariants.get(JSON.stringify(variant.optionValues))
    const price = variant.price === undefined ? same?.price : variant.price
    if (price === undefined) return refuse('the price is missing', variant.line)
    whole.push(
      completeVariant(variant, same ?? { ...emptyVariant, ...newVariants, optionValues: [], price: null }, price),
    )
  }
  const product: FeedProduct = {
    ...emptyProduct,
    ...known,
    ...spoken(fields),
    slug: entry.slug,
    title,
    imported: keptAfter(entry.imported ?? known?.imported ?? {}, importedCells),
    options: completeOptions(entry.options, known),
    categories: known?.categories ?? [],
    variants: whole,
    media: known?.media ?? [],
  }
  if (media) product.media = media.map((picture) => completePicture(picture, { known, product }))
  if (categories && !(categoriesAreDerived && known && sameKind(known, product))) product.categories = categories
  return { product }
}

function completeVariant(entry: FeedVariantEntry, before: FeedVariant, price: FeedVariant['price']): FeedVariant {
  const { line: _, importedCells, imported, ...fields } = entry
  return {
    ...before,
    ...spoken(fields),
    optionValues: entry.optionValues,
    price,
    // A place that the file does not name keeps what lies there.
    stock: { ...before.stock, ...entry.stock },
    imported: keptAfter(imported ?? before.imported, importedCells),
  }
}

/** Swatches and translations stay with an option of the same name whose file knows none. */
function completeOptions(options: ProductOption[] | undefined, known: FeedProduct | undefined): ProductOption[] {
  if (!options) return known?.options ?? []
  return options.map((option) => {
    const before = known?.options.find((each) => each.name === option.name)
    const swatches = option.swatches ?? before?.swatches
    const translations = option.translations ?? before?.translations
    return { ...option, ...(swatches ? { swatches } : {}), ...(translations ? { translations } : {}) }
  })
}

/** A file that does not say which choice a picture shows may tell it by giving variants that picture. */
function completePicture(
  picture: Partial<FeedPicture> & { address: string },
  of: { known: FeedProduct | undefined; product: FeedProduct },
): FeedPicture {
  const before = of.known?.media.find((each) => each.address === picture.address)
  const shown = of.product.variants.filter((variant) => variant.picture === picture.address)
  const choices = new Set(shown.map((variant) => variant.optionValues[0]))
  const told = choices.size === 1 ? ([...choices][0] ?? null) : null
  return {
    address: picture.address,
    alt: picture.alt ?? before?.alt ?? '',
    translations: picture.translations ?? before?.translations ?? {},
    optionValue: picture.optionValue === undefined ? (before?.optionValue ?? told) : picture.optionValue,
  }
}

function sameKind(known: FeedProduct, now: FeedProduct): boolean {
  const branch = 'Product Category'
  return known.productType === now.productType && known.imported[branch] === now.imported[branch]
}

/** Cells replace what was kept under their column; an empty one forgets it. */
function keptAfter(before: Record<string, string>, cells: Record<string, string> | undefined): Record<string, string> {
  if (!cells) return before
  return Object.fromEntries(Object.entries({ ...before, ...cells }).filter(([, text]) => text !== ''))
}

function spoken<T extends object>(fields: T): Partial<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<T>
}
