import {
  addPicture,
  type ProductInput,
  type ProductMediaInput,
  saveAttributeDefinitions,
  saveCategories,
  saveProducts,
} from '../../server/commerce/catalog/index.ts'
import { type StockCount, setStock } from '../../server/commerce/inventory/index.ts'
import { savePrices } from '../../server/commerce/pricing/index.ts'
import { stockLocations } from '../../server/commerce/stores/index.ts'
import { type Shop, transaction } from '../../server/platform/context.ts'
import { attributeDefinitions, categories, type DemoProduct, drawingsFor, products } from './catalog/index.ts'
import { drawCategory, drawProduct } from './drawings/index.ts'

const weeksOnTheShelf = 8

/** All drawings are of one size, on one paper. */
const drawn = { width: 1600, height: 2000, placeholderColor: '#d9d1c4' }

/** Puts the demo's categories, products, pictures, prices and stock in the shop. */
export async function fillCatalog(ctx: Shop): Promise<void> {
  const covers = await Promise.all(
    categories.map((category) =>
      addPicture(ctx, Buffer.from(drawCategory(category.slug, 'portrait')), { known: drawn }),
    ),
  )
  // One after another: drawing takes the whole process, and what waits for the database meanwhile would give up.
  const inputs: ProductInput[] = []
  for (const product of products) inputs.push(await productInput(ctx, product))
  const saved = await transaction(ctx, async (tx) => {
    await saveAttributeDefinitions(
      tx,
      attributeDefinitions.map((definition) => ({
        code: definition.code,
        label: definition.label.en,
        type: definition.type,
        unit: definition.unit ?? null,
        translations: { de: { label: definition.label.de } },
      })),
    )
    await saveCategories(
      ctx,
      tx,
      categories.map((category, index) => ({
        slug: category.slug,
        parentSlug: category.parent ?? null,
        title: category.title,
        description: category.description,
        translations: { de: { title: category.titleGerman, description: category.descriptionGerman } },
        mediaId: covers[index] ?? null,
      })),
    )
    const result = await saveProducts(ctx, tx, inputs)
    const prices = products.flatMap((product, index) =>
      product.variants.map((variant, position) => ({
        variantId: result[index]?.variantIds[position] as string,
        amountMinor: variant.priceMinor,
        compareAtMinor: variant.compareAtMinor ?? null,
      })),
    )
    await savePrices(ctx, tx, { currency: 'EUR', prices })
    return result
  })
  const locations = await stockLocations(ctx)
  const idOf = (code: string) => locations.find((location) => location.code === code)?.id as string
  const counts: StockCount[] = products.flatMap((product, index) =>
    product.variants.flatMap((variant, position) => {
      const variantId = saved[index]?.variantIds[position] as string
      return [
        { variantId, locationId: idOf('warehouse'), quantity: variant.stock.warehouse },
        { variantId, locationId: idOf('store'), quantity: variant.stock.store },
      ]
    }),
  )
  // It came in before the first of the orders that the demo has behind it, so that the history of each item adds up.
  const early = new Date(ctx.clock.now().getTime() - weeksOnTheShelf * 7 * 86_400_000)
  await setStock({ ...ctx, clock: { ...ctx.clock, now: () => early } }, counts, { reason: 'received', actor: 'system' })
}

async function productInput(ctx: Shop, product: DemoProduct): Promise<ProductInput> {
  const media: ProductMediaInput[] = []
  for (const { key: _key, alt, altGerman, optionValue, ...drawing } of drawingsFor(product)) {
    const svg = drawProduct(drawing.kind, drawing)
    media.push({
      mediaId: await addPicture(ctx, Buffer.from(svg), { known: drawn }),
      alt,
      translations: { de: { alt: altGerman } },
      optionValue: optionValue ?? null,
    })
  }
  const german: Record<string, string> = {
    title: product.titleGerman,
    descriptionHtml: product.descriptionGerman,
    productType: product.productTypeGerman,
  }
  const attributes: Record<string, string | number | boolean> = {}
  for (const [code, value] of Object.entries(product.attributes)) {
    if (typeof value !== 'object') attributes[code] = value
    else {
      attributes[code] = value.en
      german[`attributes.${code}`] = value.de
    }
  }
  return {
    slug: product.slug,
    title: product.title,
    descriptionHtml: product.description,
    translations: { de: german },
    vendor: product.vendor,
    productType: product.productType,
    status: product.status,
    tags: product.tags,
    options: product.options.map(optionInput),
    attributes,
    taxCategory: product.taxCategory,
    categorySlugs: product.categories,
    variants: product.variants.map((variant) => ({
      optionValues: product.options.map((option) => variant.options[option.name] as string),
      sku: variant.sku,
      barcode: variant.barcode,
      weightGrams: variant.weightGrams,
    })),
    media,
  }
}

function optionInput(option: DemoProduct['options'][number]) {
  const swatches = Object.fromEntries(option.values.flatMap(({ value, hex }) => (hex ? [[value, hex]] : [])))
  return {
    name: option.name,
    values: option.values.map(({ value }) => value),
    ...(Object.keys(swatches).length > 0 ? { swatches } : {}),
    translations: {
      de: {
        name: option.nameGerman,
        values: Object.fromEntries(option.values.map(({ value, valueGerman }) => [value, valueGerman])),
      },
    },
  }
}
