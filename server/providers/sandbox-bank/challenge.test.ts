import fs from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type BankAtHand, newBankFolder, startBankAtHand, testSecret } from './bank-at-hand.ts'
import { createSandboxBankClient, type SandboxBankClient } from './client.ts'

const asksForCode = '4000000000003220'
const asksAfterSoftDecline = '4000002760003184'
const asksThenDeclines = '4000008400001629'

let folder: string
let bank: BankAtHand
let client: SandboxBankClient

beforeAll(async () => {
  folder = newBankFolder()
  bank = await startBankAtHand(folder)
  client = createSandboxBankClient({ baseUrl: bank.baseUrl, secret: testSecret })
})
afterAll(async () => {
  client.close()
  await bank.kill()
  fs.rmSync(folder, { recursive: true })
})

let keys = 0
async function authorize(number: string, more: Parameters<SandboxBankClient['authorize']>[0] | object = {}) {
  const asked = { token: await bank.token(number), amountMinor: 4000, currency: 'EUR', reference: 'order 7' }
  const answer = await client.authorize({ ...asked, key: `c-${++keys}`, returnUrl: '/back?order=7', ...more })
  if (answer.kind !== 'answered') throw new Error(answer.kind)
  return answer
}

async function send(url: string, form: Record<string, string>): Promise<Response> {
  return fetch(`${bank.baseUrl}${url}`, { method: 'POST', body: new URLSearchParams(form), redirect: 'manual' })
}

const standing = async (id: string) => {
  const found = await client.getAuthorization(id)
  if (found.kind !== 'answered') throw new Error(found.kind)
  return found
}

test('a shopper who types the code has paid, and comes back to the shop', async () => {
  const { id, status, actionUrl = '' } = await authorize(asksForCode)
  expect(status).toBe('action-required')
  expect(await client.capture({ authorizationId: id, amountMinor: 1, key: 'early' })).toMatchObject({ kind: 'refused' })
  const page = await (await fetch(`${bank.baseUrl}${actionUrl}`)).text()
  expect(page).toContain('40.00')
  expect(page).toContain('one-time-code')
  const answer = await send(actionUrl, { action: 'confirm', code: '123 456' })
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/back?order=7'])
  expect(await standing(id)).toMatchObject({ status: 'authorized', authentication: 'challenge' })
  expect((await client.capture({ authorizationId: id, amountMinor: 4000, key: 'c-cap' })).kind).toBe('answered')
})

test('a third wrong code ends it; the page says how many tries are left', async () => {
  const { id, actionUrl = '' } = await authorize(asksForCode)
  const first = await send(actionUrl, { code: '000000' })
  expect(first.status).toBe(422)
  expect(await first.text()).toContain('2 tries are left')
  await send(actionUrl, { code: '000000' })
  expect((await send(actionUrl, { code: '000000' })).status).toBe(303)
  expect(await standing(id)).toMatchObject({ status: 'declined', declineCode: 'authentication-failed' })
  await send(actionUrl, { code: '123456' })
  expect((await standing(id)).status).toBe('declined')
})

test('a shopper who does not want to pay has paid nothing', async () => {
  const { id, actionUrl = '' } = await authorize(asksForCode)
  await send(actionUrl, { action: 'refuse' })
  expect(await standing(id)).toMatchObject({ status: 'declined', declineCode: 'canceled' })
})

test('a card may be declined after the right code', async () => {
  const { id, actionUrl = '' } = await authorize(asksThenDeclines)
  await send(actionUrl, { code: '123456' })
  expect(await standing(id)).toMatchObject({ status: 'declined', declineCode: 'insufficient-funds' })
})

test('a soft decline is asked again with a question, and then paid', async () => {
  const first = await authorize(asksAfterSoftDecline)
  expect(first).toMatchObject({ status: 'declined', declineCode: 'authentication-required' })
  const second = await authorize(asksAfterSoftDecline, { challenge: true })
  expect(second.status).toBe('action-required')
  await send(second.actionUrl ?? '', { code: '123456' })
  expect((await standing(second.id)).status).toBe('authorized')
})

test('a question that the shop takes back is not answered late, and one that was answered stays so', async () => {
  const open = await authorize(asksForCode)
  expect(await client.cancelChallenge({ authorizationId: open.id, key: 'k1' })).toMatchObject({ status: 'declined' })
  await send(open.actionUrl ?? '', { code: '123456' })
  expect((await standing(open.id)).status).toBe('declined')
  const answered = await authorize(asksForCode)
  await send(answered.actionUrl ?? '', { code: '123456' })
  expect(await client.cancelChallenge({ authorizationId: answered.id, key: 'k2' })).toMatchObject({
    status: 'authorized',
  })
})

test('a question that nobody answers in a quarter of an hour has come to nothing', async () => {
  const { id, actionUrl = '' } = await authorize(asksForCode)
  await client.controls.moveClock(15 * 60_000)
  expect(await standing(id)).toMatchObject({ status: 'declined', declineCode: 'abandoned' })
  await send(actionUrl, { code: '123456' })
  expect((await standing(id)).status).toBe('declined')
  await client.controls.moveClock(0)
})

test('in a frame, the shop around it is told, and no other site may frame it', async () => {
  const { id, actionUrl = '' } = await authorize(asksForCode)
  const framed = `${actionUrl}?origin=https://shop.example.com`
  const page = await fetch(`${bank.baseUrl}${framed}`)
  expect(page.headers.get('content-security-policy')).toMatch(/frame-ancestors https:\/\/shop\.example\.com$/)
  const done = await send(framed, { code: '123456' })
  expect(done.status).toBe(200)
  expect(await done.text()).toContain('barrow-bank:challenge-done')
  expect((await standing(id)).status).toBe('authorized')
  const alone = await fetch(`${bank.baseUrl}${actionUrl}`, { redirect: 'manual' })
  expect(alone.headers.get('location')).toBe('/back?order=7')
})

test('the bank page asks for the code by itself, and pays once', async () => {
  const asked = { amountMinor: 900, currency: 'EUR', reference: 'order 8', returnUrl: '/back' }
  const page = await client.createPaymentPage({ ...asked, key: 'page-1' })
  if (page.kind !== 'answered') throw new Error(page.kind)
  const card = { number: asksAfterSoftDecline, expiry: '12/40', cvc: '123' }
  const question = (await send(page.url, card)).headers.get('location') ?? ''
  expect(question).toContain('/challenge/')
  const failed = await send((await send(page.url, card)).headers.get('location') ?? '', { action: 'refuse' })
  expect(failed.headers.get('location')).toBe(`${page.url}?failed=canceled`)
  const back = await fetch(`${bank.baseUrl}${page.url}?failed=canceled`)
  expect(await back.text()).toContain('You did not confirm the payment.')
  const paid = await send(question, { code: '123456' })
  expect(paid.headers.get('location')).toBe(`/back?page=${page.id}`)
  expect(await client.getPaymentPage(page.id)).toMatchObject({ status: 'authorized' })
})
