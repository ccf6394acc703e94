import type { Shop } from '../../platform/context.ts'
import { type Role, requireRole, type StaffMember } from '../../platform/sign-in.ts'

/** Everyone who works in the shop. */
export const everyone: readonly Role[] = ['owner', 'manager', 'support', 'cashier']
/** Who looks after orders: sees them, sends them, answers for them. */
export const orderDesk: readonly Role[] = ['owner', 'manager', 'support']
/** Who decides what is sold, for how much, and how many there are. */
export const merchants: readonly Role[] = ['owner', 'manager']
/** Who sees the books. */
export const ownerOnly: readonly Role[] = ['owner']

/**
 * A hook for routes that only these roles may use: 401 for whoever is not signed in, 403 for another role. Who it was
 * is at `request.staff`.
 */
export function requireStaff(ctx: Shop, roles: readonly Role[]) {
  return requireRole(ctx, roles)
}

/** Who makes this request. Only on routes behind `requireStaff`. */
export function staffMember(request: { staff?: StaffMember }): StaffMember {
  if (!request.staff) throw new Error('this route does not ask who is signed in')
  return request.staff
}
