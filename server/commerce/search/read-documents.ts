import type { Shop } from '../../platform/context.ts'
import { type Statement, sql } from '../../platform/sql.ts'
import type { AttributeValue, ProductOption, Translations } from '../catalog/index.ts'
import { everydayPrice } from '../pricing/index.ts'
import type { Offer, SearchCategory, SearchDocument } from './search-document.ts'

type ProductRow = {
  id: string
  title: string
  descriptionHtml: string
  translations: Translations
  productType: string
  vendor: string
  tags: string[]
  options: ProductOption[]
  attributes: Record<string, AttributeValue>
  createdAt: Date
  codes: string[]
  categories: { id: string; position: number }[]
  priceMinor: number | null
  inStock: boolean | null
}

type AttributeRow = { code: string; label: string; translations: Translations; unit: string | null }

/** The next products on sale after an id, in the order of their ids, and all of them page by page. */
export function readPage(ctx: Shop, options: { afterId: string; limit: number }): Promise<SearchDocument[]> {
  return readWhere(ctx, sql`id > ${options.afterId} order by id limit ${options.limit}`)
}

/** Those of these products that are on sale. */
export function readDocuments(ctx: Shop, ids: readonly string[]): Promise<SearchDocument[]> {
  return readWhere(ctx, sql`id = any(${ids})`)
}

async function readWhere(ctx: Shop, which: Statement): Promise<SearchDocument[]> {
  const [rows, attributes] = await Promise.all([
    ctx.database.rows<ProductRow>(sql`
      select p.id, p.title, p.description_html, p.translations, p.product_type, p.vendor, p.tags, p.options,
        p.attributes, p.created_at, o.codes, o.price_minor, o.in_stock, c.categories
      from (select * from products where status = 'active' and ${which}) p
      cross join lateral (${offerOf(ctx.clock.now())}) o
      cross join lateral (
        select coalesce(jsonb_agg(jsonb_build_object('id', category_id, 'position', position)), '[]') as categories
        from product_categories where product_id = p.id
      ) c
      order by p.id`),
    ctx.database.rows<AttributeRow>(sql`select code, label, translations, unit from attribute_definitions`),
  ])
  const attributeOf = new Map(attributes.map((attribute) => [attribute.code, attribute]))
  return rows.map((row) => documentOf(row, attributeOf))
}

/** Prices and availability of those of these products that are on sale. */
export async function readOffers(ctx: Shop, ids: readonly string[]): Promise<Offer[]> {
  const rows = await ctx.database.rows<Pick<ProductRow, 'id' | 'priceMinor' | 'inStock'>>(sql`
    select p.id, o.price_minor, o.in_stock
    from products p cross join lateral (${offerOf(ctx.clock.now())}) o where p.status = 'active' and p.id = any(${ids})`)
  return rows.map((row) => ({ id: row.id, priceMinor: row.priceMinor, inStock: row.inStock ?? false }))
}

// A product can be bought when one variant can: its stock is not counted, it is sold on when the shelf is empty, or
// there is enough of everything it takes from the shelf. A counted variant without a place in the stock has none.
const offerOf = (moment: Date) => sql`
  select array_remove(array_agg(v.sku) || array_agg(v.barcode), null) as codes, min(price.amount_minor) as price_minor,
    bool_or(not v.track_inventory or v.backorder or coalesce(stock.enough, false)) as in_stock
  from variants v
  left join lateral ${everydayPrice(moment)} price on true
  left join lateral (
    select bool_and(available >= quantity) as enough
    from (
      select taken.quantity, coalesce(sum(level.on_hand - level.reserved), 0) as available
      from variant_inventory_items taken left join stock_levels level using (inventory_item_id)
      where taken.variant_id = v.id
      group by taken.inventory_item_id, taken.quantity
    ) items
  ) stock on v.track_inventory and not v.backorder
  where v.product_id = p.id`

/** The category tree with its titles in every language. */
export async function readCategories(ctx: Shop): Promise<SearchCategory[]> {
  const rows = await ctx.database.rows<Omit<SearchCategory, 'titles'> & { title: string; translations: Translations }>(
    sql`select id, parent_id, slug, title, translations from categories order by position, title`,
  )
  return rows.map(({ title, translations, ...category }) => ({
    ...category,
    titles: textsOf(title, translations, 'title'),
  }))
}

function documentOf(row: ProductRow, attributeOf: ReadonlyMap<string, AttributeRow>): SearchDocument {
  return {
    id: row.id,
    titles: textsOf(row.title, row.translations, 'title'),
    productType: row.productType,
    vendor: row.vendor,
    tags: row.tags,
    categories: row.categories,
    optionValues: row.options.flatMap(optionTexts),
    codes: row.codes ?? [],
    attributeTexts: Object.entries(row.attributes).flatMap(([code, value]) =>
      attributeTexts(value, attributeOf.get(code)),
    ),
    descriptions: textsOf(row.descriptionHtml, row.translations, 'descriptionHtml').map(plainText),
    priceMinor: row.priceMinor,
    inStock: row.inStock ?? false,
    createdAt: row.createdAt.getTime(),
  }
}

/** A text in the shop's language, then what differs from it in the others. */
function textsOf(own: string, translations: Translations, field: string): string[] {
  const others = Object.values(translations).map((texts) => texts[field] ?? '')
  return [...new Set([own, ...others])].filter((text) => text !== '')
}

function optionTexts(option: ProductOption): string[] {
  const translated = Object.values(option.translations ?? {}).flatMap((texts) => Object.values(texts.values ?? {}))
  return [...new Set([...option.values, ...translated])]
}

function attributeTexts(value: AttributeValue, definition: AttributeRow | undefined): string[] {
  if (typeof value === 'string') return [value]
  // A number means nothing to a search without its unit: 17 of what?
  if (typeof value === 'number') return definition?.unit ? [`${value} ${definition.unit}`] : []
  return value && definition ? textsOf(definition.label, definition.translations, 'label') : []
}

const entities: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&nbsp;': ' ' }

// Product texts were cleaned when they were saved, so a tag is a tag here and nothing needs a parser.
function plainText(html: string): string {
  return html.replace(/<[^>]*>/g, ' ').replace(/&(?:amp|lt|gt|quot|nbsp);/g, (entity) => entities[entity] as string)
}
