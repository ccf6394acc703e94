import { setTimeout as pause } from 'node:timers/promises'
import type { Shop } from '../../platform/context.ts'
import { gently } from '../../platform/gently.ts'
import { sql } from '../../platform/sql.ts'

const widths = [400, 800] as const
const picturesMax = 500
/** The first visitors come before the first picture that nobody has asked for. */
const settleMs = 3000

/**
 * Renders what the first visitors will look at, one picture at a time and behind everybody else: first pictures of
 * products before second ones. Ends by itself; `signal` ends it early.
 */
export async function warmPictures(ctx: Shop, signal: AbortSignal): Promise<void> {
  await pause(settleMs, undefined, { signal }).catch(() => {})
  const pictures = await ctx.database.rows<{ contentHash: string; widths: number[] }>(sql`
    select m.content_hash, m.widths from media m
    left join (select media_id, min(position) as position from product_media group by media_id) pm on pm.media_id = m.id
    where m.status = 'ready'
    order by coalesce(pm.position, -1), m.id limit ${picturesMax}`)
  for (const { contentHash, widths: own } of pictures) {
    for (const width of widths) {
      if (signal.aborted) return
      if (!own.includes(width)) continue
      await gently(signal, () => ctx.media.rendition({ contentHash, width, format: 'avif' })).catch((error) => {
        ctx.log.debug({ err: error }, 'a picture was not rendered ahead')
      })
    }
  }
}
