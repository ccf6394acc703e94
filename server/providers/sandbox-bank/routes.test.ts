import fs from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type BankAtHand, newBankFolder, startBankAtHand } from './bank-at-hand.ts'
import { testCards } from './test-cards.ts'

let folder: string
let bank: BankAtHand

beforeAll(async () => {
  folder = newBankFolder()
  bank = await startBankAtHand(folder)
})
afterAll(async () => {
  await bank.kill()
  fs.rmSync(folder, { recursive: true })
})

let keys = 0
const newKey = (): string => `key-${++keys}`

async function authorize(amountMinor: number, number?: string) {
  const body = { token: await bank.token(number), amountMinor, currency: 'EUR', reference: 'order 1042' }
  const answer = await bank.post('/v1/authorizations', newKey(), body)
  return JSON.parse(answer.text) as { id: string; status: string; declineCode?: string }
}

test.each(testCards)('$number answers as the table says: $behaviour', async ({ number, behaviour, brand }) => {
  const answer = await authorize(4000, number)
  const approved = behaviour.startsWith('approved')
  expect(answer).toMatchObject({
    status: approved ? 'authorized' : 'declined',
    amountMinor: 4000,
    currency: 'EUR',
    reference: 'order 1042',
    card: { brand, last4: number.slice(-4) },
  })
  // Without a way back, no question can be asked of the shopper.
  const mustAsk = ['challenge', 'challenge-then-declined', 'soft-decline'].includes(behaviour)
  expect(answer.declineCode).toBe(approved ? undefined : mustAsk ? 'authentication-required' : behaviour)
})

test('fifty requests under one key reserve the money once and get the same bytes', async () => {
  const body = { token: await bank.token(), amountMinor: 100, currency: 'EUR', reference: 'once' }
  const answers = await Promise.all(Array.from({ length: 50 }, () => bank.post('/v1/authorizations', 'one-key', body)))
  expect(new Set(answers.map((answer) => answer.text)).size).toBe(1)
  expect(answers.filter((answer) => !answer.replayed)).toHaveLength(1)
  const other = await bank.post('/v1/authorizations', 'one-key', { ...body, amountMinor: 101 })
  expect([other.status, JSON.parse(other.text).code]).toEqual([422, 'key-used-for-another-request'])
})

test('twenty parts of 30.00 at once take no more than the 100.00 that were authorised', async () => {
  const { id } = await authorize(10_000)
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => bank.post(`/v1/authorizations/${id}/captures`, newKey(), { amountMinor: 3000 })),
  )
  expect(answers.filter((answer) => answer.status === 201)).toHaveLength(3)
  expect(answers.filter((answer) => answer.text.includes('capture-exceeds-authorized'))).toHaveLength(17)
  expect(JSON.parse((await bank.get(`/v1/authorizations/${id}`)).text).capturedMinor).toBe(9000)
})

test('fifty refunds of 60.00 at once give back one, and the rest by the cent to the last one', async () => {
  const { id } = await authorize(10_000)
  const capture = await bank.post(`/v1/authorizations/${id}/captures`, newKey(), { amountMinor: 10_000 })
  const refunds = `/v1/captures/${JSON.parse(capture.text).id}/refunds`
  const answers = await Promise.all(
    Array.from({ length: 50 }, () => bank.post(refunds, newKey(), { amountMinor: 6000 })),
  )
  expect(answers.filter((answer) => answer.status === 201)).toHaveLength(1)
  expect((await bank.post(refunds, newKey(), { amountMinor: 4000 })).status).toBe(201)
  expect((await bank.post(refunds, newKey(), { amountMinor: 1 })).status).toBe(409)
})

test('every operation can be asked for by its key, and a key never heard of is told so', async () => {
  const token = await bank.token()
  const body = { token, amountMinor: 500, currency: 'EUR', reference: 'by key' }
  const authorized = JSON.parse((await bank.post('/v1/authorizations', 'k/auth', body)).text)
  const captured = JSON.parse(
    (await bank.post(`/v1/authorizations/${authorized.id}/captures`, 'k/cap', { amountMinor: 200 })).text,
  )
  const refunded = JSON.parse(
    (await bank.post(`/v1/captures/${captured.id}/refunds`, 'k/ref', { amountMinor: 50 })).text,
  )
  const voided = JSON.parse((await bank.post(`/v1/authorizations/${authorized.id}/voids`, 'k/void', {})).text)

  const ask = async (kind: string, key: string) => {
    const answer = await bank.get(`/v1/${kind}/by-key/${encodeURIComponent(key)}`)
    return answer.status === 200 ? JSON.parse(answer.text) : answer.status
  }
  expect(await ask('authorizations', 'k/auth')).toEqual({
    ...authorized,
    status: 'voided',
    capturedMinor: 200,
    refundedMinor: 50,
  })
  expect(await ask('captures', 'k/cap')).toEqual({ ...captured, refundedMinor: 50 })
  expect(await ask('refunds', 'k/ref')).toEqual(refunded)
  expect(await ask('voids', 'k/void')).toEqual(voided)
  expect(await ask('operations', 'k/ref')).toEqual({ operation: 'refund', result: refunded })
  expect(await ask('operations', 'never-used')).toBe(404)
  expect(await ask('captures', 'k/auth')).toBe(404)
})

test('without the secret nothing is answered but the making of a token', async () => {
  for (const authorization of ['', 'Bearer', 'Bearer wrong', 'Basic YTpi']) {
    const answer = await fetch(`${bank.baseUrl}/v1/log`, { headers: { authorization } })
    expect(answer.status).toBe(401)
  }
  expect(await bank.token()).toMatch(/^tok_/)
})

test.each([
  [{ amountMinor: 0 }, 'amountMinor'],
  [{ amountMinor: 10.5 }, 'amountMinor'],
  [{ amountMinor: '100' }, 'amountMinor'],
  [{ amountMinor: -100 }, 'amountMinor'],
  [{ currency: 'eur' }, 'currency'],
  [{ reference: '' }, 'reference'],
])('an authorisation of %o is refused, naming the field', async (wrong, field) => {
  const body = { token: await bank.token(), amountMinor: 100, currency: 'EUR', reference: 'x', ...wrong }
  const answer = await bank.post('/v1/authorizations', newKey(), body)
  expect([answer.status, JSON.parse(answer.text).field]).toEqual([422, field])
})

test('a request without a key, with a broken body or of an unknown kind is refused', async () => {
  const headers = { authorization: 'Bearer a-secret-for-tests' }
  const post = (target: string, more: object, body: string) =>
    fetch(`${bank.baseUrl}${target}`, { method: 'POST', headers: { ...headers, ...more }, body })
  expect((await post('/v1/authorizations', {}, '{}')).status).toBe(400)
  expect((await post('/v1/authorizations', { 'idempotency-key': newKey() }, '{"token":')).status).toBe(400)
  expect((await post('/v1/authorizations', { 'idempotency-key': newKey() }, 'x'.repeat(70_000))).status).toBe(400)
  expect((await post('/v1/fortunes', { 'idempotency-key': newKey() }, '{}')).status).toBe(404)
  expect((await bank.get('/v1/%E0%A4%A')).status).toBe(404)
  expect((await fetch(`${bank.baseUrl}/v1/authorizations`, { method: 'DELETE', headers })).status).toBe(405)
})

test('the log tells every movement in order, and neither it nor the look inside shows a card number or a name', async () => {
  await authorize(1234, '4000000000009995')
  const log = (await bank.get('/v1/log')).text
  const records = log
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(records.map((record) => record.n)).toEqual(records.map((_, at) => at + 1))
  expect(records.at(-1)).toMatchObject({
    type: 'authorization.answered',
    answer: { declineCode: 'insufficient-funds' },
  })
  const rest = (await bank.get(`/v1/log?after=${records.length - 1}`)).text
  expect(JSON.parse(rest)).toEqual(records.at(-1))
  const inside = await (await fetch(`${bank.baseUrl}/sandbox-bank/`)).text()
  expect(inside).toContain('insufficient-funds')
  const onDisk = fs.readFileSync(path.join(folder, 'bank.jsonl'), 'utf8')
  for (const text of [log, inside, onDisk]) {
    for (const { number } of testCards) expect(text).not.toContain(number)
    expect(text).not.toContain('Ada Example')
  }
})
