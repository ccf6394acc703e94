import { hashPassword } from 'better-auth/crypto'
import { type Shop, transaction } from '../../platform/context.ts'
import { brokenConstraintOf } from '../../platform/database.ts'
import { emit } from '../../platform/events.ts'
import { newId } from '../../platform/ids.ts'
import type { Role, StaffMember } from '../../platform/sign-in.ts'
import { sql } from '../../platform/sql.ts'
import { errors } from './errors.ts'

const passwordLengthMin = 12

/** Lets somebody sign in with e-mail and password. `actor` is who adds them; the demo and the first start are "system". */
export async function addStaffMember(
  ctx: Shop,
  wish: { name: string; email: string; password: string; role: Role; actor?: string },
): Promise<StaffMember> {
  const email = wish.email.trim().toLowerCase()
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) throw errors.invalidEmail()
  if (wish.password.length < passwordLengthMin) throw errors.weakPassword({ lengthMin: passwordLengthMin })
  const member: StaffMember = { id: newId('staff'), name: wish.name.trim(), email, role: wish.role }
  const password = await hashPassword(wish.password)
  const now = ctx.clock.now()
  await transaction(ctx, async (tx) => {
    await tx.run(sql`
      with added as (
        insert into staff_users (id, name, email, email_verified, role, created_at, updated_at)
        values (${member.id}, ${member.name}, ${email}, true, ${member.role}, ${now}, ${now}) returning id
      )
      insert into staff_accounts (id, account_id, provider_id, user_id, password, created_at, updated_at)
      select ${newId('staff')}, id, 'credential', id, ${password}, ${now}, ${now} from added`)
    await emit(ctx, tx, {
      type: 'staff.added',
      subject: member.id,
      payload: { role: member.role },
      actor: wish.actor ?? 'system',
    })
  }).catch((error) => {
    throw brokenConstraintOf(error) === 'staff_users_email_key' ? errors.emailTaken() : error
  })
  return member
}
