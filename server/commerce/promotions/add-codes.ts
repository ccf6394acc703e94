import { randomInt } from 'node:crypto'
import { type Shop, transaction } from '../../platform/context.ts'
import { emit } from '../../platform/events.ts'
import { sql } from '../../platform/sql.ts'
import { errors } from './errors.ts'
import { writtenCode } from './find-code.ts'

/** Without the letters and digits that people mistake for each other. */
const alphabet = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'
const length = 16
const group = 4

/** A code that nobody guesses: 16 of 32 characters are 80 bits. It is written in fours, "XK3F-9QRA-...". */
export function unguessableCode(prefix = ''): string {
  const characters = Array.from({ length }, () => alphabet[randomInt(alphabet.length)])
  const fours = Array.from({ length: length / group }, (_, index) =>
    characters.slice(index * group, (index + 1) * group).join(''),
  )
  return [...(prefix ? [prefix] : []), ...fours].join('-')
}

/** Adds one code of the merchant's own wording; answers it as it is kept. */
export async function addCode(
  ctx: Shop,
  of: { promotionId: string; code: string; usesMax?: number | null; actor?: string },
): Promise<string> {
  const code = writtenCode(of.code)
  if (!/^[\p{L}\d-]{3,40}$/u.test(code)) throw errors.invalidCode()
  await writeCodes(ctx, { ...of, codes: [code], usesMax: of.usesMax ?? null })
  return code
}

/** Makes many codes, each for one use unless said otherwise. */
export async function generateCodes(
  ctx: Shop,
  of: { promotionId: string; count: number; prefix?: string; usesMax?: number | null; actor?: string },
): Promise<string[]> {
  const prefix = writtenCode(of.prefix ?? '')
  if (!/^[\p{L}\d]{0,12}$/u.test(prefix)) throw errors.invalidCode()
  const codes = Array.from({ length: of.count }, () => unguessableCode(prefix))
  await writeCodes(ctx, { ...of, codes, usesMax: of.usesMax === undefined ? 1 : of.usesMax })
  return codes
}

async function writeCodes(
  ctx: Shop,
  of: { promotionId: string; codes: readonly string[]; usesMax: number | null; actor?: string },
): Promise<void> {
  const { promotionId, codes, usesMax, actor = 'system' } = of
  await transaction(ctx, async (tx) => {
    const promotion = await tx.maybe(sql`select id from promotions where id = ${promotionId} and method = 'code'`)
    if (!promotion) throw errors.notFound()
    const written = await tx.rows<{ code: string }>(sql`
      insert into promotion_codes (code, promotion_id, uses_max, created_at)
      select code, ${promotionId}, ${usesMax}, ${ctx.clock.now()} from unnest(${codes}::text[]) as c(code)
      on conflict (code) do nothing returning code`)
    const kept = new Set(written.map(({ code }) => code))
    const taken = codes.find((code) => !kept.has(code))
    if (taken !== undefined) throw errors.codeTaken({ code: taken })
    await emit(ctx, tx, {
      type: 'promotion.codes-added',
      subject: promotionId,
      actor,
      payload: { count: codes.length },
    })
  })
}
