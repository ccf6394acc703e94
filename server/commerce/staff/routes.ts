import { Type } from 'typebox'
import type { Shop } from '../../platform/context.ts'
import type { Http } from '../../platform/http.ts'
import { Problem } from '../../platform/problem.ts'
import { everyone, requireStaff, staffMember } from './require-staff.ts'

const StaffView = Type.Object({
  id: Type.String(),
  name: Type.String(),
  email: Type.String(),
  role: Type.Union([Type.Literal('owner'), Type.Literal('manager'), Type.Literal('support'), Type.Literal('cashier')]),
})

export function routes(http: Http, ctx: Shop): void {
  http.get(
    '/api/admin/me',
    {
      preHandler: requireStaff(ctx, everyone),
      schema: {
        operationId: 'readMe',
        tags: ['Staff'],
        summary: 'Who is signed in',
        response: { 200: StaffView, '4xx': Problem, '5xx': Problem },
      },
    },
    async (request) => staffMember(request),
  )
}
