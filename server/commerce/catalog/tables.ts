import { sql } from 'drizzle-orm'
import { boolean, integer, jsonb, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core'

const textList = (name: string) => text(name).array().notNull().default(sql`'{}'`)

export const categories = pgTable('categories', {
  id: text('id').primaryKey(),
  parentId: text('parent_id'),
  slug: text('slug').notNull(),
  title: text('title').notNull(),
  description: text('description').notNull().default(''),
  translations: jsonb('translations').notNull().default({}),
  mediaId: text('media_id'),
  position: integer('position').notNull().default(0),
})

export const attributeDefinitions = pgTable('attribute_definitions', {
  code: text('code').primaryKey(),
  label: text('label').notNull(),
  translations: jsonb('translations').notNull().default({}),
  type: text('type').notNull(),
  unit: text('unit'),
})

export const products = pgTable('products', {
  id: text('id').primaryKey(),
  slug: text('slug').notNull(),
  title: text('title').notNull(),
  descriptionHtml: text('description_html').notNull().default(''),
  translations: jsonb('translations').notNull().default({}),
  vendor: text('vendor').notNull().default(''),
  productType: text('product_type').notNull().default(''),
  status: text('status').notNull().default('draft'),
  tags: textList('tags'),
  options: jsonb('options').notNull().default([]),
  attributes: jsonb('attributes').notNull().default({}),
  taxCategory: text('tax_category').notNull().default('standard'),
  seoTitle: text('seo_title'),
  seoDescription: text('seo_description'),
  isGiftCard: boolean('is_gift_card').notNull().default(false),
  imported: jsonb('imported').notNull().default({}),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
  updatedAt: timestamp('updated_at', { withTimezone: true }).notNull(),
  publishedAt: timestamp('published_at', { withTimezone: true }),
})

export const productCategories = pgTable(
  'product_categories',
  {
    productId: text('product_id').notNull(),
    categoryId: text('category_id').notNull(),
    position: integer('position').notNull().default(0),
  },
  (table) => [primaryKey({ columns: [table.productId, table.categoryId] })],
)

export const media = pgTable('media', {
  id: text('id').primaryKey(),
  status: text('status').notNull(),
  contentHash: text('content_hash'),
  width: integer('width'),
  height: integer('height'),
  widths: integer('widths').array().notNull().default(sql`'{}'`),
  placeholderColor: text('placeholder_color'),
  sourceUrl: text('source_url'),
  missingBecause: text('missing_because'),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
})

export const productMedia = pgTable(
  'product_media',
  {
    productId: text('product_id').notNull(),
    mediaId: text('media_id').notNull(),
    position: integer('position').notNull(),
    alt: text('alt').notNull().default(''),
    translations: jsonb('translations').notNull().default({}),
    optionValue: text('option_value'),
  },
  (table) => [primaryKey({ columns: [table.productId, table.position] })],
)

export const variants = pgTable('variants', {
  id: text('id').primaryKey(),
  productId: text('product_id').notNull(),
  position: integer('position').notNull(),
  optionValues: textList('option_values'),
  sku: text('sku'),
  barcode: text('barcode'),
  weightGrams: integer('weight_grams').notNull().default(0),
  requiresShipping: boolean('requires_shipping').notNull().default(true),
  taxable: boolean('taxable').notNull().default(true),
  trackInventory: boolean('track_inventory').notNull().default(true),
  backorder: boolean('backorder').notNull().default(false),
  mediaId: text('media_id'),
  imported: jsonb('imported').notNull().default({}),
})
