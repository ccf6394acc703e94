import type { Shop } from '../../platform/context.ts'
import { brokenConstraintOf, type Transaction } from '../../platform/database.ts'
import { emit } from '../../platform/events.ts'
import { newId } from '../../platform/ids.ts'
import { sql } from '../../platform/sql.ts'
import { checkProduct } from './check-product.ts'
import { cleanHtml } from './clean-html.ts'
import { errors } from './errors.ts'
import type { ProductInput } from './product-input.ts'

/** What became of one product. */
export type SavedProduct = {
  id: string
  slug: string
  outcome: 'created' | 'changed' | 'unchanged'
  /** In the order of the input's variants. */
  variantIds: string[]
}

/**
 * Saves whole products by slug: new ones are made, known ones become what the input says (its variants, categories and
 * pictures replace the old ones), equal ones are left untouched. A handful of statements for a batch of any size; keep
 * batches to a few hundred. Answers in the order of the input.
 */
export async function saveProducts(
  ctx: Shop,
  tx: Transaction,
  inputs: readonly ProductInput[],
): Promise<SavedProduct[]> {
  if (inputs.length === 0) return []
  for (const input of inputs) checkProduct(input)
  const saved = await writeProducts(ctx, tx, inputs)
  const idOf = new Map(saved.map((row) => [row.slug, row.id]))
  const touched = new Set<string>(saved.filter((row) => row.changed).map((row) => row.id))
  const created = new Set<string>(saved.filter((row) => row.created).map((row) => row.id))
  const idsOf = (input: ProductInput) => idOf.get(input.slug) as string
  const variants = await writeVariants(tx, inputs, idsOf)
  for (const row of variants) if (row.changed) touched.add(row.productId)
  for (const id of await writeCategories(tx, inputs, idsOf)) touched.add(id)
  for (const id of await writeMedia(tx, inputs, idsOf)) touched.add(id)
  const changed = [...touched].sort()
  if (changed.length > 0) {
    await tx.run(sql`update products set updated_at = ${ctx.clock.now()} where id = any(${changed})`)
    await emit(
      ctx,
      tx,
      ...changed.map((id) => ({ type: created.has(id) ? 'product.created' : 'product.changed', subject: id })),
    )
  }
  const variantIds = new Map<string, string[]>()
  for (const row of variants) {
    const list = variantIds.get(row.productId) ?? []
    list[row.position] = row.id
    variantIds.set(row.productId, list)
  }
  return inputs.map((input) => {
    const id = idsOf(input)
    const outcome = created.has(id) ? 'created' : touched.has(id) ? 'changed' : 'unchanged'
    return { id, slug: input.slug, outcome, variantIds: variantIds.get(id) ?? [] }
  })
}

async function writeProducts(ctx: Shop, tx: Transaction, inputs: readonly ProductInput[]) {
  const rows = inputs.map((input) => ({
    id: newId('product'),
    slug: input.slug,
    title: input.title,
    description_html: cleanHtml(input.descriptionHtml ?? ''),
    translations: input.translations ?? {},
    vendor: input.vendor ?? '',
    product_type: input.productType ?? '',
    status: input.status ?? 'active',
    tags: input.tags ?? [],
    options: input.options ?? [],
    attributes: input.attributes ?? {},
    tax_category: input.taxCategory ?? 'standard',
    seo_title: input.seoTitle ?? null,
    seo_description: input.seoDescription ?? null,
    // Files that are read in do not say it: then it stays as it is.
    is_gift_card: input.isGiftCard ?? null,
    imported: input.imported ?? {},
  }))
  return tx.rows<{ id: string; slug: string; created: boolean; changed: boolean }>(sql`
    with input as (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as p(
        id text, slug text, title text, description_html text, translations jsonb, vendor text, product_type text,
        status text, tags text[], options jsonb, attributes jsonb, tax_category text, seo_title text,
        seo_description text, is_gift_card boolean, imported jsonb)
    ), written as (
      insert into products (id, slug, title, description_html, translations, vendor, product_type, status, tags, options,
        attributes, tax_category, seo_title, seo_description, is_gift_card, imported, created_at, updated_at, published_at)
      select id, slug, title, description_html, translations, vendor, product_type, status, tags, options,
        attributes, tax_category, seo_title, seo_description,
        coalesce(is_gift_card, (select known.is_gift_card from products known where known.slug = input.slug), false),
        imported, ${ctx.clock.now()}, ${ctx.clock.now()},
        case when status = 'active' then ${ctx.clock.now()}::timestamptz end
      from input
      on conflict (slug) do update set title = excluded.title, description_html = excluded.description_html,
        translations = excluded.translations, vendor = excluded.vendor, product_type = excluded.product_type,
        status = excluded.status, tags = excluded.tags, options = excluded.options, attributes = excluded.attributes,
        tax_category = excluded.tax_category, seo_title = excluded.seo_title, seo_description = excluded.seo_description,
        is_gift_card = excluded.is_gift_card, imported = excluded.imported, published_at = coalesce(products.published_at, excluded.published_at)
      where (products.title, products.description_html, products.translations, products.vendor, products.product_type,
          products.status, products.tags, products.options, products.attributes, products.tax_category,
          products.seo_title, products.seo_description, products.is_gift_card, products.imported)
        is distinct from (excluded.title, excluded.description_html, excluded.translations, excluded.vendor,
          excluded.product_type, excluded.status, excluded.tags, excluded.options, excluded.attributes,
          excluded.tax_category, excluded.seo_title, excluded.seo_description, excluded.is_gift_card, excluded.imported)
      returning id, slug
    )
    select coalesce(w.id, p.id) as id, i.slug, (w.id is not null and p.id is null) as created, w.id is not null as changed
    from input i left join written w on w.slug = i.slug left join products p on p.slug = i.slug`)
}

type IdOf = (input: ProductInput) => string

async function writeVariants(tx: Transaction, inputs: readonly ProductInput[], idOf: IdOf) {
  const rows = inputs.flatMap((input) =>
    input.variants.map((variant, position) => ({
      id: newId('variant'),
      product_id: idOf(input),
      position,
      option_values: variant.optionValues,
      sku: variant.sku || null,
      barcode: variant.barcode || null,
      weight_grams: variant.weightGrams ?? 0,
      requires_shipping: variant.requiresShipping ?? true,
      taxable: variant.taxable ?? true,
      track_inventory: variant.trackInventory ?? true,
      backorder: variant.backorder ?? false,
      media_id: variant.mediaId ?? null,
      imported: variant.imported ?? {},
    })),
  )
  const text = JSON.stringify(rows)
  const productIds = inputs.map(idOf)
  const gone = await tx.rows<{ productId: string }>(sql`
    delete from variants v where product_id = any(${productIds}) and not exists (
      select from jsonb_to_recordset(${text}::jsonb) as i(product_id text, option_values text[])
      where i.product_id = v.product_id and i.option_values = v.option_values)
    returning product_id`)
  try {
    const written = await tx.rows<{ id: string; productId: string; position: number; changed: boolean }>(sql`
      with input as (
        select * from jsonb_to_recordset(${text}::jsonb) as v(id text, product_id text, position integer,
          option_values text[], sku text, barcode text, weight_grams integer, requires_shipping boolean,
          taxable boolean, track_inventory boolean, backorder boolean, media_id text, imported jsonb)
      ), written as (
        insert into variants (id, product_id, position, option_values, sku, barcode, weight_grams, requires_shipping,
          taxable, track_inventory, backorder, media_id, imported)
        select id, product_id, position, option_values, sku, barcode, weight_grams, requires_shipping, taxable,
          track_inventory, backorder, media_id, imported from input
        on conflict (product_id, option_values) do update set position = excluded.position, sku = excluded.sku,
          barcode = excluded.barcode, weight_grams = excluded.weight_grams,
          requires_shipping = excluded.requires_shipping, taxable = excluded.taxable,
          track_inventory = excluded.track_inventory, backorder = excluded.backorder, media_id = excluded.media_id,
          imported = excluded.imported
        where (variants.position, variants.sku, variants.barcode, variants.weight_grams, variants.requires_shipping,
            variants.taxable, variants.track_inventory, variants.backorder, variants.media_id, variants.imported)
          is distinct from (excluded.position, excluded.sku, excluded.barcode, excluded.weight_grams,
            excluded.requires_shipping, excluded.taxable, excluded.track_inventory, excluded.backorder,
            excluded.media_id, excluded.imported)
        returning id, product_id, option_values
      )
      select coalesce(w.id, v.id) as id, i.product_id, i.position, w.id is not null as changed
      from input i
      left join written w on w.product_id = i.product_id and w.option_values = i.option_values
      left join variants v on v.product_id = i.product_id and v.option_values = i.option_values`)
    return [...written, ...gone.map((row) => ({ id: '', productId: row.productId, position: -1, changed: true }))]
  } catch (error) {
    if (brokenConstraintOf(error) === 'variants_sku_key') throw errors.skuTaken({ sku: takenSku(error), product: '' })
    throw error
  }
}

function takenSku(error: unknown): string {
  const detail = (error as { detail?: string }).detail ?? ''
  return /\(sku\)=\((.*)\)/.exec(detail)?.[1] ?? ''
}

async function writeCategories(tx: Transaction, inputs: readonly ProductInput[], idOf: IdOf): Promise<string[]> {
  const given = inputs.filter((input) => input.categorySlugs !== undefined)
  if (given.length === 0) return []
  const rows = given.flatMap((input) =>
    [...new Set(input.categorySlugs)].map((slug) => ({ product_id: idOf(input), slug })),
  )
  const found = await tx.rows<{ productId: string }>(sql`
    with wanted as (
      select i.product_id, c.id as category_id
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as i(product_id text, slug text)
      join categories c on c.slug = i.slug
    ), gone as (
      delete from product_categories pc where product_id = any(${given.map(idOf)})
        and not exists (select from wanted w where w.product_id = pc.product_id and w.category_id = pc.category_id)
      returning product_id
    ), added as (
      insert into product_categories (product_id, category_id) select product_id, category_id from wanted
      on conflict do nothing returning product_id
    )
    select product_id from gone union select product_id from added`)
  return found.map((row) => row.productId)
}

async function writeMedia(tx: Transaction, inputs: readonly ProductInput[], idOf: IdOf): Promise<string[]> {
  const given = inputs.filter((input) => input.media !== undefined)
  if (given.length === 0) return []
  const rows = given.flatMap((input) =>
    (input.media ?? []).map((picture, position) => ({
      product_id: idOf(input),
      media_id: picture.mediaId,
      position,
      alt: picture.alt ?? '',
      translations: picture.translations ?? {},
      option_value: picture.optionValue ?? null,
    })),
  )
  const text = JSON.stringify(rows)
  const found = await tx.rows<{ productId: string }>(sql`
    with wanted as (
      select * from jsonb_to_recordset(${text}::jsonb) as i(product_id text, media_id text, position integer, alt text,
        translations jsonb, option_value text)
    ), gone as (
      delete from product_media pm where product_id = any(${given.map(idOf)})
        and not exists (select from wanted w where w.product_id = pm.product_id and w.position = pm.position)
      returning product_id
    ), written as (
      insert into product_media (product_id, media_id, position, alt, translations, option_value)
      select product_id, media_id, position, alt, translations, option_value from wanted
      on conflict (product_id, position) do update set media_id = excluded.media_id, alt = excluded.alt,
        translations = excluded.translations, option_value = excluded.option_value
      where (product_media.media_id, product_media.alt, product_media.translations, product_media.option_value)
        is distinct from (excluded.media_id, excluded.alt, excluded.translations, excluded.option_value)
      returning product_id
    )
    select product_id from gone union select product_id from written`)
  return found.map((row) => row.productId)
}
