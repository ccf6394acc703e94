import type { Shop } from '../../platform/context.ts'
import type { Queryable } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'
import type { PictureFacts } from '../../platform/media-store.ts'
import { sql } from '../../platform/sql.ts'

/**
 * Stores a picture and answers its media id; the same picture twice is one. `sourceUrl` remembers where an import
 * found it, so that an export names it again; `known` spares looking at a picture that was just drawn.
 */
export async function addPicture(
  ctx: Shop,
  original: Buffer,
  { sourceUrl = null, known }: { sourceUrl?: string | null; known?: PictureFacts } = {},
): Promise<string> {
  const stored = await ctx.media.store(original, known)
  const same = await ctx.database.maybe<{ id: string }>(sql`
    select id from media where content_hash = ${stored.contentHash} and source_url is not distinct from ${sourceUrl}`)
  if (same) return same.id
  const { id } = await ctx.database.one<{ id: string }>(sql`
    insert into media (id, status, content_hash, width, height, widths, placeholder_color, source_url, created_at)
    values (${newId('media')}, 'ready', ${stored.contentHash}, ${stored.width}, ${stored.height}, ${stored.widths},
      ${stored.placeholderColor}, ${sourceUrl}, ${ctx.clock.now()})
    returning id`)
  return id
}

/**
 * Notes pictures that are known by address only and could not be fetched, so that they can be tried again and an
 * export loses none. Answers media ids by address; addresses already known (also fetched ones) keep theirs.
 */
export async function noteMissingPictures(
  ctx: Shop,
  database: Queryable,
  pictures: readonly { sourceUrl: string; because: string }[],
): Promise<Map<string, string>> {
  const urls = [...new Set(pictures.map((picture) => picture.sourceUrl))]
  const because = new Map(pictures.map((picture) => [picture.sourceUrl, picture.because]))
  const known = await database.rows<{ id: string; sourceUrl: string }>(
    sql`select distinct on (source_url) id, source_url from media where source_url = any(${urls}) order by source_url, status desc, id`,
  )
  const ids = new Map(known.map((row) => [row.sourceUrl, row.id]))
  const fresh = urls.filter((url) => !ids.has(url)).map((url) => ({ id: newId('media'), url }))
  if (fresh.length > 0) {
    await database.run(sql`
      insert into media (id, status, source_url, missing_because, created_at)
      select id, 'missing', url, because, ${ctx.clock.now()}
      from unnest(${fresh.map((one) => one.id)}::text[], ${fresh.map((one) => one.url)}::text[],
        ${fresh.map((one) => because.get(one.url) ?? 'not fetched')}::text[]) as m(id, url, because)`)
    for (const one of fresh) ids.set(one.url, one.id)
  }
  return ids
}
