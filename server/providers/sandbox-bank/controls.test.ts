import fs from 'node:fs'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type BankAtHand, newBankFolder, startBankAtHand, testSecret } from './bank-at-hand.ts'
import { createSandboxBankClient, type SandboxBankClient } from './client.ts'

let folder: string
let bank: BankAtHand
let client: SandboxBankClient

beforeAll(async () => {
  folder = newBankFolder()
  bank = await startBankAtHand(folder)
  client = createSandboxBankClient({ baseUrl: bank.baseUrl, secret: testSecret, readTimeoutMs: 1000 })
})
afterAll(async () => {
  client.close()
  await bank.kill()
  fs.rmSync(folder, { recursive: true })
})
beforeEach(async () => {
  await client.controls.clearFaults()
})

let keys = 0
async function wish(number?: string) {
  const key = `k-${++keys}`
  return { token: await bank.token(number), amountMinor: 100_00, currency: 'EUR', reference: `order ${key}`, key }
}
async function captured(number?: string) {
  const authorized = await client.authorize(await wish(number))
  if (authorized.kind !== 'answered') throw new Error(authorized.kind)
  const taken = await client.capture({ authorizationId: authorized.id, amountMinor: 80_00, key: `cap-${keys}` })
  if (taken.kind !== 'answered') throw new Error(taken.kind)
  return { authorizationId: authorized.id, captureId: taken.id }
}

test('a chargeback takes what is left of a capture, and the bank gives no refund of it beside that', async () => {
  const { captureId, authorizationId } = await captured()
  await client.refund({ captureId, amountMinor: 30_00, key: 'r-1' })
  const asked = { captureId, reason: 'not-received', key: 'd-1' } as const
  const dispute = await client.controls.openDispute(asked)
  expect(dispute).toMatchObject({ kind: 'answered', amountMinor: 50_00, feeMinor: 15_00, status: 'open' })
  expect(await client.controls.openDispute({ ...asked, key: 'd-2' })).toMatchObject({ code: 'disputed-before' })
  expect(await client.refund({ captureId, amountMinor: 1, key: 'r-2' })).toMatchObject({ code: 'capture-disputed' })
  if (dispute.kind !== 'answered') throw new Error(dispute.kind)
  const end = { disputeId: dispute.id, outcome: 'won', key: 'd-3' } as const
  expect(await client.controls.closeDispute(end)).toMatchObject({ status: 'won' })
  expect((await client.refund({ captureId, amountMinor: 50_00, key: 'r-3' })).kind).toBe('answered')
  const history = await client.getHistory(authorizationId)
  expect(history).toMatchObject({
    captures: [{ id: captureId, refundedMinor: 80_00 }],
    refunds: [{ key: 'r-1' }, { key: 'r-3' }],
    disputes: [{ id: dispute.id, status: 'won' }],
  })
})

test('one of the test cards takes its money back by itself', async () => {
  const { authorizationId } = await captured('4000000000000259')
  expect(await client.getHistory(authorizationId)).toMatchObject({ disputes: [{ status: 'open', amountMinor: 80_00 }] })
})

test('the payout file of a day adds up to the net that is paid out', async () => {
  await captured()
  const payouts = await client.controls.payouts()
  if (payouts.kind !== 'answered') throw new Error(payouts.kind)
  const [today] = payouts.items
  if (!today) throw new Error('no payout')
  expect(today).toMatchObject({ currency: 'EUR', status: 'open' })
  const file = (await bank.get(`/v1/payouts/${today.date}/EUR`)).text.trimEnd().split('\r\n')
  const [head = '', ...rows] = file.map((line) => line.split(','))
  expect(head).toEqual(['date', 'currency', 'kind', 'id', 'reference', 'gross_minor', 'fee_minor', 'net_minor', 'at'])
  const total = rows.pop() ?? []
  const sum = (column: number) => rows.reduce((all, row) => all + Number(row[column]), 0)
  expect(total.slice(5, 8).map(Number)).toEqual([sum(5), sum(6), sum(7)])
  expect(sum(5) - sum(6)).toBe(today.netMinor)
  // 1.4% of 80.00 and 0.25.
  expect(rows.filter((row) => row[2] === 'capture').map((row) => row[6])).toContain('137')
})

test('an authorisation that ends early can be captured no more', async () => {
  const authorized = await client.authorize(await wish())
  if (authorized.kind !== 'answered') throw new Error(authorized.kind)
  expect(await client.controls.expire(authorized.id)).toMatchObject({ status: 'expired' })
  const late = await client.capture({ authorizationId: authorized.id, amountMinor: 1, key: 'late' })
  expect(late).toMatchObject({ kind: 'refused', code: 'authorization-expired' })
})

test.each([
  ['error-after', { kind: 'unknown', reason: 'bank-error' }],
  ['lost-answer', { kind: 'unknown', reason: 'connection-lost' }],
  ['delay', { kind: 'unknown', reason: 'timeout' }],
] as const)('after %s the money is reserved all the same, once', async (kind, told) => {
  // A line that is cut while it is kept open is tried once more by the client itself: twice, then.
  const timesMax = kind === 'lost-answer' ? 2 : 1
  await client.controls.setFault({ kind, place: 'authorize', timesMax, ms: 1500 })
  const asked = await wish()
  expect(await client.authorize(asked)).toEqual(told)
  expect(await client.findByKey(asked.key)).toMatchObject({ found: { result: { status: 'authorized' } } })
  expect((await client.authorize(asked)).kind).toBe('answered')
  const log = await client.readLog(0)
  expect(log.kind === 'answered' && log.records.filter((record) => record.key === asked.key)).toHaveLength(1)
})

test('after an error before, nothing has been done', async () => {
  await client.controls.setFault({ kind: 'error-before', timesMax: 1 })
  const asked = await wish()
  expect(await client.authorize(asked)).toMatchObject({ kind: 'unknown' })
  expect(await client.findByKey(asked.key)).toEqual({ kind: 'answered', found: null })
})

test('a fault of thirty in a hundred meets about that many, and one call can bring its own', async () => {
  await client.controls.setFault({ kind: 'error-after', place: 'authorize', percent: 30 })
  const token = await bank.token()
  const asks = Array.from({ length: 200 }, (_, n) =>
    client.authorize({ token, amountMinor: 1, currency: 'EUR', reference: 'many', key: `many-${n}` }),
  )
  const met = (await Promise.all(asks)).filter((answer) => answer.kind === 'unknown').length
  expect(met).toBeGreaterThan(35)
  expect(met).toBeLessThan(85)
  await client.controls.clearFaults()
  const headers = { authorization: `Bearer ${testSecret}`, 'idempotency-key': 'own', 'sandbox-fault': 'error-before' }
  const answer = await fetch(`${bank.baseUrl}/v1/authorizations`, { method: 'POST', headers, body: '{}' })
  expect(answer.status).toBe(500)
})

test('the look inside shows every view, and its buttons work without JavaScript', async () => {
  const { captureId } = await captured()
  for (const view of [
    '',
    'inside/disputes',
    'inside/payouts',
    'inside/faults',
    'inside/webhooks',
    'inside/calls',
    'inside/cards',
  ]) {
    const page = await fetch(`${bank.baseUrl}/sandbox-bank/${view}`)
    expect([view, page.status]).toEqual([view, 200])
    expect(page.headers.get('content-security-policy')).not.toContain('unsafe')
  }
  const press = (path: string, form: Record<string, string>, headers = {}) =>
    fetch(`${bank.baseUrl}/sandbox-bank/inside/${path}`, {
      method: 'POST',
      body: new URLSearchParams(form),
      redirect: 'manual',
      headers,
    })
  expect((await press(`disputes/${captureId}`, { action: 'dispute', reason: 'duplicate' })).status).toBe(303)
  expect(await (await fetch(`${bank.baseUrl}/sandbox-bank/inside/disputes`)).text()).toContain('duplicate')
  await press('faults', { kind: 'lost-answer', place: 'refund', percent: '50', timesMax: '', ms: '' })
  expect((await bank.get('/v1/faults')).text).toContain('"place":"refund","percent":50,"timesMax":null')
  const foreign = await press('faults', { kind: 'delay' }, { 'sec-fetch-site': 'cross-site' })
  expect(foreign.status).toBe(403)
})
