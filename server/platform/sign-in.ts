import { betterAuth } from 'better-auth'
import type { FastifyRequest } from 'fastify'
import type { Shop } from './context.ts'
import { newId } from './ids.ts'
import { httpErrors } from './problem.ts'
import type { Http } from './http.ts'
import { sql } from './sql.ts'

/** What a member of staff may do; each role may do what those after it may. */
export const roles = ['owner', 'manager', 'support', 'cashier'] as const
export type Role = (typeof roles)[number]

/** Who is signed in. */
export type StaffMember = { id: string; name: string; email: string; role: Role }

/** Makes the sign-in of staff: e-mail and password, sessions in the database, tries limited. */
export function createSignIn(ctx: Shop) {
  return betterAuth({
    baseURL: ctx.config.baseUrl,
    basePath: '/api/auth',
    secret: ctx.config.secrets[0] as string,
    database: ctx.database.pool,
    trustedOrigins: [ctx.config.baseUrl],
    telemetry: { enabled: false },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 12, maxPasswordLength: 256 },
    session: {
      modelName: 'staff_sessions',
      expiresIn: 60 * 60 * 24 * 7,
      updateAge: 60 * 60 * 24,
      fields: {
        userId: 'user_id',
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
    },
    user: {
      modelName: 'staff_users',
      fields: { emailVerified: 'email_verified', createdAt: 'created_at', updatedAt: 'updated_at' },
      additionalFields: {
        role: { type: 'string', input: false, defaultValue: 'support' },
        disabled: { type: 'boolean', input: false, defaultValue: false },
      },
    },
    account: {
      modelName: 'staff_accounts',
      fields: {
        accountId: 'account_id',
        providerId: 'provider_id',
        userId: 'user_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
    },
    verification: {
      modelName: 'staff_verifications',
      fields: { expiresAt: 'expires_at', createdAt: 'created_at', updatedAt: 'updated_at' },
    },
    rateLimit: { enabled: true, window: 60, max: 60, customRules: { '/sign-in/email': { window: 60, max: 10 } } },
    advanced: {
      database: { generateId: () => newId('staff') },
      cookiePrefix: 'barrow',
      useSecureCookies: ctx.config.baseUrl.startsWith('https:'),
    },
  })
}

export type SignIn = ReturnType<typeof createSignIn>

/** Mounts the sign-in's own routes under /api/auth. */
export function mountSignIn(http: Http, signIn: SignIn, baseUrl: string): void {
  http.route({
    method: ['GET', 'POST'],
    url: '/api/auth/*',
    schema: { hide: true },
    handler: async (request, reply) => {
      const headers = headersOf(request)
      // Its limits count by this header, and ours is the only one to trust.
      headers.set('x-forwarded-for', request.ip)
      const answer = await signIn.handler(
        new Request(new URL(request.url, baseUrl), {
          method: request.method,
          headers,
          ...(request.method === 'POST' ? { body: JSON.stringify(request.body ?? {}) } : {}),
        }),
      )
      reply.code(answer.status)
      answer.headers.forEach((value, name) => {
        if (name !== 'set-cookie') reply.header(name, value)
      })
      for (const cookie of answer.headers.getSetCookie()) reply.header('set-cookie', cookie)
      return reply.send(Buffer.from(await answer.arrayBuffer()))
    },
  })
}

/** Who makes this request; undefined when nobody is signed in, or when the account has been disabled. */
export async function staffOf(ctx: Shop, signIn: SignIn, request: FastifyRequest): Promise<StaffMember | undefined> {
  if (!request.headers.cookie) return undefined
  const session = await signIn.api.getSession({ headers: headersOf(request) })
  if (!session) return undefined
  return ctx.database.maybe<StaffMember>(
    sql`select id, name, email, role from staff_users where id = ${session.user.id} and not disabled`,
  )
}

/** A hook that lets only these roles pass, and leaves who it was at `request.staff`. */
export function requireRole(ctx: Shop, signIn: SignIn, allowed: readonly Role[]) {
  return async (request: FastifyRequest): Promise<void> => {
    const member = await staffOf(ctx, signIn, request)
    if (!member) throw httpErrors.signInNeeded()
    if (!allowed.includes(member.role)) throw httpErrors.forbidden()
    request.staff = member
  }
}

function headersOf(request: FastifyRequest): Headers {
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers)) {
    if (name === 'content-length') continue
    if (typeof value === 'string') headers.set(name, value)
    else if (Array.isArray(value)) for (const one of value) headers.append(name, one)
  }
  return headers
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Who is signed in; set on routes that ask for a role. */
    staff?: StaffMember
  }
}
