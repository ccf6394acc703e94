import { betterAuth } from 'better-auth'
import { APIError } from 'better-auth/api'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import type { Shop } from './context.ts'
import { type ExpectedError, expectedErrors } from './errors.ts'
import type { Http } from './http.ts'
import { newId } from './ids.ts'
import { httpErrors, Problem } from './problem.ts'
import { countTry, forgetTries } from './sign-in-tries.ts'
import { sql } from './sql.ts'

/** What a member of staff may do; each role may do what those after it may. */
export const roles = ['owner', 'manager', 'support', 'cashier'] as const
export type Role = (typeof roles)[number]

/** Who is signed in. */
export type StaffMember = { id: string; name: string; email: string; role: Role }

export const errors = expectedErrors('sign-in', {
  wrong: { status: 401, say: 'The e-mail address or the password is not right.' },
  disabled: { status: 403, say: 'This account has been disabled. Ask the owner of the shop.' },
  tooManyTries: { status: 429, say: 'Too many tries. Wait {waitSeconds} seconds and try again.' },
})

const perMinute = { window: 60, max: 10 }
const perAccount = { window: 60 * 15, max: 20 }

const times = { createdAt: 'created_at', updatedAt: 'updated_at' }

/** What the library's tables and columns are called in our database. */
const namesInDatabase = {
  session: {
    modelName: 'staff_sessions',
    expiresIn: 60 * 60 * 24 * 7,
    updateAge: 60 * 60 * 24,
    fields: { userId: 'user_id', expiresAt: 'expires_at', ipAddress: 'ip_address', userAgent: 'user_agent', ...times },
  },
  user: {
    modelName: 'staff_users',
    fields: { emailVerified: 'email_verified', ...times },
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
      ...times,
    },
  },
  verification: { modelName: 'staff_verifications', fields: { expiresAt: 'expires_at', ...times } },
} as const

function createSignIn(ctx: Shop) {
  return betterAuth({
    baseURL: ctx.config.baseUrl,
    basePath: '/api/auth',
    secret: ctx.config.secrets[0] as string,
    database: ctx.database.pool,
    trustedOrigins: [ctx.config.baseUrl],
    telemetry: { enabled: false },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 12, maxPasswordLength: 256 },
    ...namesInDatabase,
    rateLimit: {
      enabled: true,
      window: 60,
      max: 60,
      customRules: { '/sign-in/email': perMinute },
      customStorage: { consume: (key, rule) => countTry(ctx, key, rule) },
    },
    databaseHooks: {
      session: {
        create: {
          before: async (session) => {
            const { disabled } = await ctx.database.one<{ disabled: boolean }>(
              sql`select disabled from staff_users where id = ${session.userId}`,
            )
            if (disabled) throw new APIError('FORBIDDEN', { code: 'ACCOUNT_DISABLED', message: 'disabled' })
          },
        },
      },
    },
    logger: { disableColors: true, log: (level, message) => ctx.log[level]({ from: 'sign-in' }, message) },
    advanced: {
      database: { generateId: () => newId('staff') },
      cookiePrefix: 'barrow',
      useSecureCookies: ctx.config.baseUrl.startsWith('https:'),
    },
  })
}

type SignIn = ReturnType<typeof createSignIn>

const signIns = new WeakMap<Shop, SignIn>()

/** The sign-in of staff: e-mail and password, sessions in the database, tries limited by address and by account. */
export function signInOf(ctx: Shop): SignIn {
  let signIn = signIns.get(ctx)
  if (!signIn) signIns.set(ctx, (signIn = createSignIn(ctx)))
  return signIn
}

/** Mounts the sign-in's own routes under /api/auth. */
export function mountSignIn(http: Http, ctx: Shop): void {
  http.route({
    method: ['GET', 'POST'],
    url: '/api/auth/*',
    schema: { hide: true },
    handler: async (request, reply) => reply.send(await passOn(ctx, request, reply)),
  })
  http.post(
    '/api/auth/sign-in/email',
    {
      schema: {
        operationId: 'signIn',
        tags: ['Staff'],
        summary: 'Sign in: sets the session cookie that the other staff routes ask for',
        body: Type.Object(
          {
            email: Type.String({ maxLength: 320 }),
            password: Type.String({ maxLength: 256 }),
            rememberMe: Type.Optional(Type.Boolean({ description: 'false: until the browser closes.' })),
          },
          { additionalProperties: false },
        ),
        response: { 200: done, '4xx': Problem, '5xx': Problem },
      },
    },
    async (request, reply) => {
      const account = `account ${request.body.email.trim().toLowerCase()}`
      const { allowed, retryAfter } = await countTry(ctx, account, perAccount)
      if (!allowed) throw errors.tooManyTries({ waitSeconds: retryAfter ?? perAccount.window })
      await passOn(ctx, request, reply)
      await forgetTries(ctx, account)
      return { ok: true as const }
    },
  )
  http.post(
    '/api/auth/sign-out',
    {
      schema: {
        operationId: 'signOut',
        tags: ['Staff'],
        summary: 'Sign out: the session ends on the server',
        response: { 200: done, '4xx': Problem, '5xx': Problem },
      },
    },
    async (request, reply) => {
      await passOn(ctx, request, reply)
      return { ok: true as const }
    },
  )
}

const done = Type.Object({ ok: Type.Literal(true) })

/** Lets the library answer; its status, headers and cookies are on the reply then, and its body is returned. */
async function passOn(
  ctx: Shop,
  request: FastifyRequest,
  reply: Pick<FastifyReply, 'code' | 'header'>,
): Promise<Buffer> {
  const headers = headersOf(request)
  // Its limits count by this header, and ours is the only one to trust.
  headers.set('x-forwarded-for', request.ip)
  // Where the request came from was checked for every route in one place; it knows one address of the shop, we all.
  headers.set('origin', new URL(ctx.config.baseUrl).origin)
  headers.set('content-type', 'application/json')
  const answer = await signInOf(ctx).handler(
    new Request(new URL(request.url, ctx.config.baseUrl), {
      method: request.method,
      headers,
      ...(request.method === 'POST' ? { body: JSON.stringify(request.body ?? {}) } : {}),
    }),
  )
  if (answer.status >= 400) throw await refusalOf(answer)
  reply.code(answer.status)
  answer.headers.forEach((value, name) => {
    if (name !== 'set-cookie' && name !== 'content-length') reply.header(name, value)
  })
  for (const cookie of answer.headers.getSetCookie()) reply.header('set-cookie', cookie)
  return Buffer.from(await answer.arrayBuffer())
}

/** What the library refuses, said as the shop says it. */
async function refusalOf(answer: Response): Promise<ExpectedError | Error> {
  const { code = '', message = '' } = (await answer.json().catch(() => ({}))) as { code?: string; message?: string }
  if (answer.status === 429)
    return errors.tooManyTries({ waitSeconds: Number(answer.headers.get('x-retry-after') ?? 60) })
  if (code === 'ACCOUNT_DISABLED') return errors.disabled()
  if (code === 'INVALID_EMAIL_OR_PASSWORD' || code === 'INVALID_EMAIL') return errors.wrong()
  if (answer.status === 404) return httpErrors.notFound()
  if (answer.status >= 500) return new Error(`the sign-in failed: ${answer.status} ${code} ${message}`)
  return httpErrors.badRequest({ reason: message || code || 'the sign-in refused it' })
}

/** Who makes this request; undefined when nobody is signed in, or when the account has been disabled. */
export async function staffOf(ctx: Shop, request: FastifyRequest): Promise<StaffMember | undefined> {
  if (!request.headers.cookie) return undefined
  const session = await signInOf(ctx).api.getSession({ headers: headersOf(request) })
  if (!session) return undefined
  return ctx.database.maybe<StaffMember>(
    sql`select id, name, email, role from staff_users where id = ${session.user.id} and not disabled`,
  )
}

/** A hook that lets only these roles pass, and leaves who it was at `request.staff`. */
export function requireRole(ctx: Shop, allowed: readonly Role[]) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    // What staff see of customers is kept by no cache, on the way or in the browser.
    reply.header('cache-control', 'no-store')
    const member = await staffOf(ctx, request)
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
