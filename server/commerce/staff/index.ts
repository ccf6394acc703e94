/** Staff: who works here, what they may do, and how they sign in. */
export type { Role, StaffMember } from '../../platform/sign-in.ts'
export { addStaffMember } from './add-staff-member.ts'
export { disableStaffMember } from './disable-staff-member.ts'
export { errors } from './errors.ts'
export { everyone, merchants, orderDesk, ownerOnly, requireStaff, staffMember } from './require-staff.ts'
export { routes } from './routes.ts'
