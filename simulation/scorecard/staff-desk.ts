import { addStaffMember } from '../../server/commerce/staff/index.ts'
import type { World } from './open-world.ts'

type Told = { status: number; body: Record<string, unknown> }

/** Somebody of the staff at their desk, who may ask any server of the world. */
export type StaffDesk = {
  /** Asks one of the servers, in turn. */
  ask(path: string, body: object, headers?: Record<string, string>): Promise<Told>
}

const password = 'correct-horse-battery'

/** Signs an owner in; their session is in the database, so that it opens every server. */
export async function openStaffDesk(world: World): Promise<StaffDesk> {
  const email = 'owner@example.com'
  await addStaffMember(world.ctx, { name: 'The owner', email, password, role: 'owner' })
  const [first] = world.servers
  if (!first) throw new Error('no server')
  const signedIn = await fetch(`${first.url}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: first.url },
    body: JSON.stringify({ email, password }),
  })
  if (!signedIn.ok) throw new Error(`signing in: ${signedIn.status} ${await signedIn.text()}`)
  const cookie = signedIn.headers
    .getSetCookie()
    .map((each) => each.split(';', 1)[0])
    .join('; ')
  let asked = 0
  return {
    async ask(path, body, headers = {}) {
      const server = world.servers[asked++ % world.servers.length] ?? first
      const answer = await fetch(`${server.url}${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: server.url, cookie, ...headers },
        body: JSON.stringify(body),
      })
      return { status: answer.status, body: (await answer.json()) as Told['body'] }
    },
  }
}
