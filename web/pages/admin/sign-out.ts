import type { APIRoute } from 'astro'
import { seeOther } from '../../admin/staff.ts'
import { ask } from '../../ui/api.ts'

/** Ends the session, here and on the server. */
export const POST: APIRoute = async ({ locals }) => {
  const answer = await ask(locals, 'POST /api/auth/sign-out')
  const response = seeOther('/admin/sign-in')
  // The back button of a shared computer must not bring back what was seen.
  response.headers.set('clear-site-data', '"cache"')
  for (const cookie of answer.headers.getSetCookie()) response.headers.append('set-cookie', cookie)
  return response
}
