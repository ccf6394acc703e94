import type { Shop } from '../../platform/context.ts'
import type { Queryable, Transaction } from '../../platform/database.ts'
import { sql } from '../../platform/sql.ts'
import { addMissingCategories, saveCategories } from '../catalog/index.ts'
import type { CategoryStep, FeedCategory } from './feed-product.ts'
import { categorySlugOf } from './slug.ts'

/** Every category of the shop in the order in which it is shown, a parent before its children. */
export async function loadCategories(database: Queryable): Promise<FeedCategory[]> {
  const rows = await database.rows<FeedCategory>(sql`
    select c.slug, parent.slug as parent, c.title, c.description, c.translations,
      coalesce(m.source_url, 'media:' || m.content_hash) as picture
    from categories c left join categories parent on parent.id = c.parent_id left join media m on m.id = c.media_id
    order by c.position, c.title collate "C", c.slug collate "C"`)
  const children = Map.groupBy(rows, (row) => row.parent)
  const branch = (parent: string | null): FeedCategory[] =>
    (children.get(parent) ?? []).flatMap((row) => [row, ...branch(row.slug)])
  return branch(null)
}

/**
 * Finds the categories that branches ("Home", "Home > Kitchen > Cups") lead to, and makes those that are missing. Answers
 * a function from a branch to its slug, and the slugs that were made.
 */
export async function findOrMakeCategories(
  ctx: Shop,
  tx: Transaction,
  branches: readonly CategoryStep[][],
): Promise<{ slugOf(branch: CategoryStep[]): string; made: string[] }> {
  const known = new Map((await loadCategories(tx)).map(({ slug, parent }) => [slug, parent]))
  const found = new Map<string, string>()
  const missing: { slug: string; parentSlug: string | null; title: string }[] = []
  const walk = (branch: readonly CategoryStep[]): string => {
    let parent: string | null = null
    let way = ''
    for (const step of branch) {
      way += `${JSON.stringify([step.slug, step.title])}`
      let slug = found.get(way) ?? (step.slug !== undefined && known.has(step.slug) ? step.slug : undefined)
      if (slug === undefined) {
        const titles = branch.slice(0, branch.indexOf(step) + 1).map(({ title }) => title)
        slug = step.slug ?? freeSlug(titles, parent, known)
        if (!known.has(slug)) missing.push({ slug, parentSlug: parent, title: step.title })
        if (!known.has(slug)) known.set(slug, parent)
      }
      found.set(way, slug)
      parent = slug
    }
    return parent ?? ''
  }
  for (const branch of branches) walk(branch)
  await addMissingCategories(
    ctx,
    tx,
    missing.filter((category) => category.parentSlug === null),
  )
  const deeper = missing.filter((category) => category.parentSlug !== null)
  if (deeper.length > 0) await saveCategories(ctx, tx, deeper)
  return { slugOf: walk, made: missing.map(({ slug }) => slug) }
}

/** "Accessories" may lie under men and under women: the second one is `women-accessories`. */
function freeSlug(titles: readonly string[], parent: string | null, known: ReadonlyMap<string, string | null>): string {
  const slugs = titles.map(categorySlugOf)
  const candidates = slugs.map((_, index) => slugs.slice(slugs.length - 1 - index).join('-'))
  return (
    candidates.find((slug) => !known.has(slug) || known.get(slug) === parent) ?? `${slugs.join('-')}-${titles.length}`
  )
}

/**
 * Makes the shop's categories say what a file's category lines say, in the order of the file. Left alone when they
 * already do. Answers the slugs of the new ones.
 */
export async function saveCategoryLines(
  ctx: Shop,
  tx: Transaction,
  wanted: readonly FeedCategory[],
  mediaIdOf: (address: string) => string | undefined,
): Promise<string[]> {
  const known = await loadCategories(tx)
  const slugs = new Set(wanted.map((category) => category.slug))
  const there = known.filter((category) => slugs.has(category.slug))
  if (canonical(there) === canonical(wanted)) return []
  const inputs = wanted.map(({ parent, picture, ...category }) => ({
    ...category,
    parentSlug: parent,
    mediaId: picture === null ? null : (mediaIdOf(picture) ?? null),
  }))
  await saveCategories(ctx, tx, inputs)
  const before = new Set(there.map((category) => category.slug))
  return wanted.map((category) => category.slug).filter((slug) => !before.has(slug))
}

function canonical(categories: readonly FeedCategory[]): string {
  return JSON.stringify(
    categories.map((c) => [c.slug, c.parent, c.title, c.description, sorted(c.translations), c.picture]),
  )
}

/** The same value with the keys of its objects in alphabetical order, for comparing. */
export function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]))
}
