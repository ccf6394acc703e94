import { relative } from 'node:path'
import fastifyStatic from '@fastify/static'
import { Type } from 'typebox'
import type { Shop } from '../../platform/context.ts'
import type { Http } from '../../platform/http.ts'
import { type PictureFormat, PictureQueueFullError, pictureFormats, pictureWidths } from '../../platform/media-store.ts'
import { httpErrors } from '../../platform/problem.ts'

/** Serves pictures at /media/{first two letters of hash}/{hash}/{width}.{avif|webp|jpg}; originals are never shown. */
export async function servePictures(http: Http, ctx: Shop): Promise<void> {
  await http.register(fastifyStatic, { root: ctx.media.folder, serve: false })
  http.get(
    '/media/:shard/:hash/:file',
    {
      schema: {
        hide: true,
        params: Type.Object({
          shard: Type.String({ pattern: '^[0-9a-f]{2}$' }),
          hash: Type.String({ pattern: '^[0-9a-f]{40}$' }),
          file: Type.String({ pattern: `^[0-9]{1,4}\\.(${pictureFormats.join('|')})$` }),
        }),
      },
    },
    async (request, reply) => {
      const { hash, file } = request.params
      const [width = '', format] = file.split('.')
      const known: readonly number[] = pictureWidths
      // Widths other than the standard ones exist for small pictures only, and cost at most what those do.
      if (!known.includes(Number(width)) && Number(width) >= pictureWidths[0]) throw httpErrors.notFound()
      const path = await ctx.media
        .rendition({ contentHash: hash, width: Number(width), format: format as PictureFormat })
        .catch((error) => {
          if (error instanceof PictureQueueFullError) throw httpErrors.outage()
          throw error
        })
      if (path === undefined) throw httpErrors.notFound()
      reply.header('cross-origin-resource-policy', 'cross-origin')
      return reply.sendFile(relative(ctx.media.folder, path), ctx.media.folder, { immutable: true, maxAge: '365d' })
    },
  )
}
