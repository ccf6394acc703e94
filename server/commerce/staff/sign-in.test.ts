import { afterAll, beforeAll, expect, test } from 'vitest'
import { sql } from '../../platform/sql.ts'
import { openTestApp, type TestApp } from '../../platform/testing/test-app.ts'
import { addStaffMember, disableStaffMember } from './index.ts'

const password = 'juniper-and-salt'
let app: TestApp
beforeAll(async () => {
  app = await openTestApp()
  for (const role of ['owner', 'manager', 'support', 'cashier'] as const)
    await addStaffMember(app.ctx, { name: `The ${role}`, email: `${role}@example.com`, password, role })
})
afterAll(() => app.close())

let visitors = 0
function signIn(body: object, remoteAddress = `203.0.113.${++visitors}`) {
  return app.http.inject({ method: 'POST', url: '/api/auth/sign-in/email', payload: body, remoteAddress })
}

async function cookieOf(email: string): Promise<string> {
  const answer = await signIn({ email, password })
  expect(answer.statusCode).toBe(200)
  return answer.cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('; ')
}

function me(cookie?: string) {
  return app.http.inject({ url: '/api/admin/me', headers: cookie ? { cookie } : {} })
}

test('who signs in with the right password is known by name and role', async () => {
  const answer = await me(await cookieOf('owner@example.com'))
  expect(answer.statusCode).toBe(200)
  expect(answer.json()).toMatchObject({ name: 'The owner', email: 'owner@example.com', role: 'owner' })
})

test('an e-mail address is the same in capitals', async () => {
  expect((await me(await cookieOf('Owner@Example.com'))).json()).toMatchObject({ role: 'owner' })
})

test('the session cookie is out of reach for scripts and other sites', async () => {
  const answer = await signIn({ email: 'owner@example.com', password })
  const cookies = [answer.headers['set-cookie']].flat()
  expect(cookies.length).toBeGreaterThan(0)
  for (const cookie of cookies) expect(cookie).toMatch(/; HttpOnly; SameSite=Lax$/)
})

test('behind https the session cookie never travels in clear', async () => {
  const secure = await openTestApp({ env: { BASE_URL: 'https://shop.example.com' } })
  await addStaffMember(secure.ctx, { name: 'Ann', email: 'ann@example.com', password, role: 'owner' })
  const answer = await secure.http.inject({
    method: 'POST',
    url: '/api/auth/sign-in/email',
    payload: { email: 'ann@example.com', password },
  })
  expect(String(answer.headers['set-cookie'])).toMatch(/^__Secure-barrow.*; Secure;/)
  await secure.close()
})

test('a wrong password and an unknown address get the same answer', async () => {
  const wrong = await signIn({ email: 'owner@example.com', password: 'juniper-and-pepper' })
  const unknown = await signIn({ email: 'nobody@example.com', password })
  expect(wrong.statusCode).toBe(401)
  expect(unknown.statusCode).toBe(401)
  expect(wrong.json().code).toBe('sign-in.wrong')
  expect({ ...wrong.json(), requestId: '' }).toEqual({ ...unknown.json(), requestId: '' })
  expect(wrong.headers['set-cookie']).toBeUndefined()
})

test('without a session the staff routes are closed', async () => {
  expect((await me()).statusCode).toBe(401)
  expect((await me('barrow.session_token=made-up.made-up')).statusCode).toBe(401)
  expect((await me()).json().code).toBe('http.sign-in-needed')
})

test('signing out ends the session on the server, so that a copied cookie opens nothing', async () => {
  const cookie = await cookieOf('manager@example.com')
  expect((await me(cookie)).statusCode).toBe(200)
  const out = await app.http.inject({
    method: 'POST',
    url: '/api/auth/sign-out',
    headers: { cookie, origin: 'http://localhost' },
  })
  expect(out.statusCode).toBe(200)
  expect((await me(cookie)).statusCode).toBe(401)
})

test('nobody can add themselves', async () => {
  const answer = await app.http.inject({
    method: 'POST',
    url: '/api/auth/sign-up/email',
    payload: { name: 'Eve', email: 'eve@example.com', password: 'long-enough-password' },
  })
  expect(answer.statusCode).toBeGreaterThanOrEqual(400)
  expect(await app.ctx.database.maybe(sql`select id from staff_users where email = 'eve@example.com'`)).toBeUndefined()
})

test('a session cannot give itself another role', async () => {
  const cookie = await cookieOf('cashier@example.com')
  await app.http.inject({
    method: 'POST',
    url: '/api/auth/update-user',
    headers: { cookie, origin: 'http://localhost' },
    payload: { role: 'owner' },
  })
  expect((await me(cookie)).json().role).toBe('cashier')
})

test('from one address ten tries a minute are heard, also when they come at once', async () => {
  const tries = await Promise.all(
    Array.from({ length: 14 }, () => signIn({ email: 'x@example.com', password: 'guess-guess-guess' }, '198.51.100.7')),
  )
  expect(tries.filter((answer) => answer.statusCode === 401)).toHaveLength(10)
  const refused = tries.filter((answer) => answer.statusCode === 429)
  expect(refused).toHaveLength(4)
  expect(refused[0]?.json()).toMatchObject({ code: 'sign-in.too-many-tries', details: { waitSeconds: 60 } })
  app.clock.advance({ seconds: 61 })
  expect((await signIn({ email: 'x@example.com', password: 'guess-guess-guess' }, '198.51.100.7')).statusCode).toBe(401)
})

test('one account hears twenty tries in a quarter of an hour, wherever they come from', async () => {
  const guess = () => signIn({ email: 'support@example.com', password: 'guess-guess-guess' })
  for (let tries = 0; tries < 20; tries++) expect((await guess()).statusCode).toBe(401)
  expect((await guess()).statusCode).toBe(429)
  expect((await signIn({ email: 'Support@example.com', password })).statusCode).toBe(429)
  app.clock.advance({ minutes: 16 })
  expect((await signIn({ email: 'support@example.com', password })).statusCode).toBe(200)
})

test('who signs in often and rightly is never locked out of the account', async () => {
  for (let times = 0; times < 22; times++)
    expect((await signIn({ email: 'manager@example.com', password })).statusCode).toBe(200)
})

test('who is disabled is shut out at once, and told so when signing in', async () => {
  const member = await addStaffMember(app.ctx, {
    name: 'Leaver',
    email: 'leaver@example.com',
    password,
    role: 'support',
  })
  const cookie = await cookieOf('leaver@example.com')
  await disableStaffMember(app.ctx, { staffId: member.id, actor: 'system' })
  expect((await me(cookie)).statusCode).toBe(401)
  const again = await signIn({ email: 'leaver@example.com', password })
  expect(again.statusCode).toBe(403)
  expect(again.json().code).toBe('sign-in.disabled')
  const wrong = await signIn({ email: 'leaver@example.com', password: 'not-the-password' })
  expect(wrong.json().code).toBe('sign-in.wrong')
})

test('the last owner cannot be disabled, and nobody unknown can', async () => {
  const owner = await app.ctx.database.one<{ id: string }>(sql`select id from staff_users where role = 'owner'`)
  await expect(disableStaffMember(app.ctx, { staffId: owner.id, actor: 'system' })).rejects.toMatchObject({
    code: 'staff.last-owner',
  })
  await expect(disableStaffMember(app.ctx, { staffId: 'staff_x', actor: 'system' })).rejects.toMatchObject({
    code: 'staff.not-found',
  })
})

test('an address signs in one person, a password is not short, an address looks like one', async () => {
  const add = (wish: object) =>
    addStaffMember(app.ctx, { name: 'Ann', email: 'ann@example.com', password, role: 'support', ...wish })
  await expect(add({ email: ' OWNER@example.com' })).rejects.toMatchObject({ code: 'staff.email-taken' })
  await expect(add({ password: 'short' })).rejects.toMatchObject({ code: 'staff.weak-password' })
  await expect(add({ email: 'ann' })).rejects.toMatchObject({ code: 'staff.invalid-email' })
})

test('no password lies in the database in clear', async () => {
  const rows = await app.ctx.database.rows<{ password: string }>(sql`select password from staff_accounts`)
  expect(rows.length).toBeGreaterThan(3)
  for (const row of rows) expect(row.password).not.toContain(password)
})
