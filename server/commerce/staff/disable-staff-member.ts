import { type Shop, transaction } from '../../platform/context.ts'
import { emit } from '../../platform/events.ts'
import { sql } from '../../platform/sql.ts'
import { errors } from './errors.ts'

/** Shuts somebody out at once: their sessions end, and they cannot sign in again. The last owner stays. */
export async function disableStaffMember(ctx: Shop, of: { staffId: string; actor: string }): Promise<void> {
  await transaction(ctx, async (tx) => {
    const owners = await tx.rows<{ id: string }>(
      sql`select id from staff_users where role = 'owner' and not disabled order by id for update`,
    )
    if (owners.length === 1 && owners[0]?.id === of.staffId) throw errors.lastOwner()
    const disabled = await tx.run(sql`
      update staff_users set disabled = true, updated_at = ${ctx.clock.now()} where id = ${of.staffId}`)
    if (disabled === 0) throw errors.notFound()
    await tx.run(sql`delete from staff_sessions where user_id = ${of.staffId}`)
    await emit(ctx, tx, { type: 'staff.disabled', subject: of.staffId, actor: of.actor })
  })
}
