import type { Shop } from '../../platform/context.ts'
import type { Transaction } from '../../platform/database.ts'
import { emit } from '../../platform/events.ts'
import { newId } from '../../platform/ids.ts'
import { sql } from '../../platform/sql.ts'
import type { Translations } from './product-input.ts'

export type CategoryInput = {
  slug: string
  /** A parent must come before its children. */
  parentSlug?: string | null
  title: string
  description?: string
  translations?: Translations
  mediaId?: string | null
}

/** Saves categories by slug, in the order in which they are to be shown. Answers how many are new or changed. */
export async function saveCategories(ctx: Shop, tx: Transaction, inputs: readonly CategoryInput[]): Promise<number> {
  let touched = 0
  for (const [position, input] of inputs.entries()) {
    touched += await tx.run(sql`
      insert into categories (id, parent_id, slug, title, description, translations, media_id, position)
      values (${newId('category')}, (select id from categories where slug = ${input.parentSlug ?? null}), ${input.slug},
        ${input.title}, ${input.description ?? ''}, ${input.translations ?? {}}, ${input.mediaId ?? null}, ${position})
      on conflict (slug) do update set parent_id = excluded.parent_id, title = excluded.title,
        description = excluded.description, translations = excluded.translations,
        media_id = coalesce(excluded.media_id, categories.media_id), position = excluded.position
      where (categories.parent_id, categories.title, categories.description, categories.translations,
          categories.media_id, categories.position)
        is distinct from (excluded.parent_id, excluded.title, excluded.description, excluded.translations,
          coalesce(excluded.media_id, categories.media_id), excluded.position)`)
  }
  if (touched > 0) await emit(ctx, tx, { type: 'category.changed', subject: 'categories' })
  return touched
}

/**
 * Makes the categories that an import names and the shop does not have yet, under the top, after those that are there.
 * Known ones keep their title and place.
 */
export async function addMissingCategories(
  ctx: Shop,
  tx: Transaction,
  wanted: readonly { slug: string; title: string }[],
): Promise<number> {
  if (wanted.length === 0) return 0
  const added = await tx.run(sql`
    insert into categories (id, slug, title, position)
    select id, slug, title, 1000 + number
    from unnest(${wanted.map(() => newId('category'))}::text[], ${wanted.map((category) => category.slug)}::text[],
      ${wanted.map((category) => category.title)}::text[]) with ordinality as w(id, slug, title, number)
    on conflict (slug) do nothing`)
  if (added > 0) await emit(ctx, tx, { type: 'category.changed', subject: 'categories' })
  return added
}
