import type { Shop } from '../../platform/context.ts'
import { sql } from '../../platform/sql.ts'
import { type Picture, pictureOf } from './picture.ts'
import type { Translations } from './product-input.ts'

export type Category = {
  id: string
  parentId: string | null
  slug: string
  title: string
  description: string
  translations: Translations
  picture: Picture | null
}

type Kept = { list: Category[]; bySlug: Map<string, Category> }
const kept = new WeakMap<Shop, Promise<Kept>>()
const listening = new WeakSet<Shop>()

/** All categories in the order of the shop; kept in memory and forgotten when one changes. */
export async function categoryList(ctx: Shop): Promise<Category[]> {
  return (await load(ctx)).list
}

/** One category by its slug. */
export async function categoryBySlug(ctx: Shop, slug: string): Promise<Category | undefined> {
  return (await load(ctx)).bySlug.get(slug)
}

function load(ctx: Shop): Promise<Kept> {
  if (!listening.has(ctx)) {
    listening.add(ctx)
    ctx.changes.on(['category.changed'], () => kept.delete(ctx))
  }
  let found = kept.get(ctx)
  if (!found) {
    found = read(ctx)
    kept.set(ctx, found)
    found.catch(() => kept.delete(ctx))
  }
  return found
}

async function read(ctx: Shop): Promise<Kept> {
  const rows = await ctx.database.rows<Omit<Category, 'picture'> & Parameters<typeof pictureOf>[0]>(sql`
    select c.id, c.parent_id, c.slug, c.title, c.description, c.translations,
      m.content_hash, m.width, m.height, m.widths, m.placeholder_color
    from categories c left join media m on m.id = c.media_id and m.status = 'ready'
    order by c.position, c.title`)
  const list = rows.map(({ id, parentId, slug, title, description, translations, ...media }) => ({
    id,
    parentId,
    slug,
    title,
    description,
    translations,
    picture: pictureOf(media),
  }))
  return { list, bySlug: new Map(list.map((category) => [category.slug, category])) }
}
