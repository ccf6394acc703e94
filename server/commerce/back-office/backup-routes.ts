import { join } from 'node:path'
import { Type } from 'typebox'
import { backupFolder, notedBackups } from '../../platform/backup/keep-backups.ts'
import { AnotherBackupError, backupFileName, makeBackup } from '../../platform/backup/make-backup.ts'
import type { Shop } from '../../platform/context.ts'
import type { Http } from '../../platform/http.ts'
import { Problem } from '../../platform/problem.ts'
import { confirmCopy } from '../../platform/quiet-copy.ts'
import { nullable, oneOf } from '../carts/index.ts'
import { ownerOnly, requireStaff, staffMember } from '../staff/index.ts'
import { errors } from './errors.ts'

const BackupView = Type.Object({
  id: Type.String(),
  status: oneOf(['running', 'done', 'failed']),
  file: Type.String({ description: 'Where it lies on the machine of the shop.' }),
  startedAt: Type.String(),
  finishedAt: nullable(Type.String()),
  bytes: nullable(Type.Integer()),
  rowCount: nullable(Type.Integer()),
  pictureCount: nullable(Type.Integer()),
  verifiedAt: nullable(Type.String({ description: 'When it was restored into a scratch database and found whole.' })),
  problem: nullable(Type.String()),
})

const failures = { '4xx': Problem, '5xx': Problem }
const tags = ['Back office']
const shownMax = 30

/** Backups, and what a restored copy may do. */
export function backupRoutes(http: Http, ctx: Shop): void {
  const preHandler = requireStaff(ctx, ownerOnly)
  const closing = new AbortController()
  const underway = new Set<Promise<unknown>>()
  http.addHook('onClose', async () => {
    closing.abort(new Error('The shop was closed.'))
    await Promise.allSettled(underway)
  })

  http.get(
    '/api/admin/backups',
    {
      preHandler,
      schema: {
        operationId: 'listBackups',
        tags,
        summary: 'Backups that were made, the newest first, and how they are made by themselves',
        response: {
          200: Type.Object({
            folder: Type.String(),
            isScheduled: Type.Boolean(),
            everyMinutes: Type.Integer(),
            kept: Type.Integer(),
            items: Type.Array(BackupView),
          }),
          ...failures,
        },
      },
    },
    async () => ({
      folder: backupFolder(ctx),
      isScheduled: ctx.config.backupFolder !== undefined,
      everyMinutes: ctx.config.backupMinutes,
      kept: ctx.config.backupsKept,
      items: (await notedBackups(ctx.database, shownMax)).map((backup) => ({
        ...backup,
        startedAt: backup.startedAt.toISOString(),
        finishedAt: backup.finishedAt?.toISOString() ?? null,
        verifiedAt: backup.verifiedAt?.toISOString() ?? null,
      })),
    }),
  )

  http.post(
    '/api/admin/backups',
    {
      preHandler,
      schema: {
        operationId: 'makeBackup',
        tags,
        summary: 'Make a backup now and prove it by restoring; the answer does not wait for it',
        response: { 202: Type.Object({ id: Type.String() }), ...failures },
      },
    },
    async (_request, reply) => {
      const begun = Promise.withResolvers<string>()
      const making = makeBackup(ctx, {
        file: join(backupFolder(ctx), backupFileName(ctx.clock.now())),
        verify: true,
        onBegun: begun.resolve,
        signal: closing.signal,
      }).catch((error: unknown) => {
        ctx.log.error({ err: error }, 'a backup was not made')
        begun.reject(error instanceof AnotherBackupError ? errors.anotherBackup() : error)
      })
      underway.add(making)
      making.finally(() => underway.delete(making))
      return reply.code(202).send({ id: await begun.promise })
    },
  )

  http.post(
    '/api/admin/restored-copy/confirm',
    {
      preHandler,
      schema: {
        operationId: 'confirmRestoredCopy',
        tags,
        summary: 'Say that this restored copy is the shop now: mails, payments and webhooks that waited go out',
        response: { 200: Type.Object({ ok: Type.Literal(true) }), ...failures },
      },
    },
    async (request) => {
      if (!(await confirmCopy(ctx, staffMember(request).id))) throw errors.noCopy()
      return { ok: true as const }
    },
  )
}
