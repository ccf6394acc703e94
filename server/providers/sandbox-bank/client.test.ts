import { once } from 'node:events'
import fs from 'node:fs'
import net from 'node:net'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { type BankAtHand, newBankFolder, startBankAtHand, testSecret } from './bank-at-hand.ts'
import { createSandboxBankClient, type SandboxBankClient } from './client.ts'

let folder: string
let bank: BankAtHand
const cleanUps: (() => void)[] = []

beforeAll(async () => {
  folder = newBankFolder()
  bank = await startBankAtHand(folder)
})
afterAll(async () => {
  await bank.kill()
  fs.rmSync(folder, { recursive: true })
})
afterEach(() => {
  for (const cleanUp of cleanUps.splice(0)) cleanUp()
})

function clientOf(baseUrl: string, readTimeoutMs?: number): SandboxBankClient {
  const client = createSandboxBankClient({ baseUrl, secret: testSecret, readTimeoutMs })
  cleanUps.push(client.close)
  return client
}

/** A line to the bank that can be made to fail after the bank has heard everything. */
async function badLine(toShop: (answer: Buffer, shop: net.Socket) => void): Promise<string> {
  const server = net.createServer((shop) => {
    const toBank = net.connect(Number(new URL(bank.baseUrl).port), '127.0.0.1')
    shop.on('error', () => toBank.destroy()).on('close', () => toBank.destroy())
    toBank.on('error', () => shop.destroy())
    shop.on('data', (chunk) => toBank.write(chunk))
    toBank.on('data', (answer: Buffer) => toShop(answer, shop))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  cleanUps.push(() => server.close())
  return `http://127.0.0.1:${(server.address() as net.AddressInfo).port}`
}

let keys = 0
async function wish() {
  const key = `client-${++keys}`
  return { token: await bank.token(), amountMinor: 4000, currency: 'EUR', reference: `order ${key}`, key }
}

test('authorise, capture in parts, void the rest, refund: each answered in the words of the bank', async () => {
  const client = clientOf(bank.baseUrl)
  const authorized = await client.authorize(await wish())
  if (authorized.kind !== 'answered') throw new Error(authorized.kind)
  expect(authorized).toMatchObject({ status: 'authorized', amountMinor: 4000, card: { last4: '4242' } })
  const captured = await client.capture({ authorizationId: authorized.id, amountMinor: 1500, key: 'c1' })
  if (captured.kind !== 'answered') throw new Error(captured.kind)
  const tooMuch = await client.capture({ authorizationId: authorized.id, amountMinor: 2501, key: 'c2' })
  expect(tooMuch).toMatchObject({ kind: 'refused', code: 'capture-exceeds-authorized' })
  const voided = await client.void({ authorizationId: authorized.id, key: 'v1' })
  expect(voided).toMatchObject({ kind: 'answered', amountMinor: 2500 })
  const refunded = await client.refund({ captureId: captured.id, amountMinor: 500, key: 'r1' })
  expect(refunded).toMatchObject({ kind: 'answered', amountMinor: 500 })
  expect(await client.getAuthorization(authorized.id)).toMatchObject({ capturedMinor: 1500, refundedMinor: 500 })
  expect(await client.findByKey('c1')).toMatchObject({ found: { operation: 'capture', result: { id: captured.id } } })
  const log = await client.readLog(0)
  expect(log.kind === 'answered' && log.records.map((record) => record.type).slice(-4)).toEqual([
    'authorization.answered',
    'authorization.captured',
    'authorization.voided',
    'capture.refunded',
  ])
})

test('a payment page is opened, looked at and closed', async () => {
  const client = clientOf(bank.baseUrl)
  const { token: _, ...asked } = await wish()
  const page = await client.createPaymentPage({ ...asked, returnUrl: '/checkout/return', locale: 'de' })
  if (page.kind !== 'answered') throw new Error(page.kind)
  expect(await client.getPaymentPage(page.id)).toMatchObject({ kind: 'answered', status: 'open' })
  expect(await client.cancelPaymentPage({ pageId: page.id, key: 'close' })).toMatchObject({ status: 'canceled' })
})

test('an answer that got lost after the bank acted is unknown, and asking by the key finds what was done', async () => {
  const client = clientOf(await badLine((_, shop) => shop.resetAndDestroy()))
  const asked = await wish()
  expect(await client.authorize(asked)).toEqual({ kind: 'unknown', reason: 'connection-lost' })
  const found = await clientOf(bank.baseUrl).findByKey(asked.key)
  expect(found).toMatchObject({ found: { operation: 'authorize', result: { status: 'authorized' } } })
})

test('an answer that breaks off halfway is unknown', async () => {
  const client = clientOf(await badLine((answer, shop) => shop.end(answer.subarray(0, answer.length - 20))))
  expect(await client.authorize(await wish())).toEqual({ kind: 'unknown', reason: 'connection-lost' })
})

test('an answer that does not come in time is unknown', async () => {
  const client = clientOf(await badLine(() => {}), 200)
  expect(await client.authorize(await wish())).toEqual({ kind: 'unknown', reason: 'timeout' })
})

test('an error of the bank or a page of something in between says nothing about what was done', async () => {
  const failing = 'HTTP/1.1 500 Oh\r\ncontent-length: 2\r\n\r\n{}'
  const foreign = 'HTTP/1.1 200 OK\r\ncontent-length: 6\r\n\r\n<html>'
  for (const text of [failing, foreign]) {
    const client = clientOf(await badLine((_, shop) => shop.write(text)))
    expect(await client.authorize(await wish())).toEqual({ kind: 'unknown', reason: 'bank-error' })
  }
})

test('a bank that cannot be reached has not heard of the payment', async () => {
  const closed = net.createServer().listen(0, '127.0.0.1')
  await once(closed, 'listening')
  const { port } = closed.address() as net.AddressInfo
  await new Promise((resolve) => closed.close(resolve))
  const asked = await wish()
  expect(await clientOf(`http://127.0.0.1:${port}`).authorize(asked)).toEqual({
    kind: 'unknown',
    reason: 'unreachable',
  })
  expect(await clientOf(bank.baseUrl).findByKey(asked.key)).toEqual({ kind: 'answered', found: null })
})

test('a kept connection that was closed while idle is not taken for a lost answer', async () => {
  let answers = 0
  const client = clientOf(
    await badLine((answer, shop) => {
      // The first answer leaves the connection open; the second request on it meets a closed door.
      if (++answers === 2) shop.resetAndDestroy()
      else shop.write(answer)
    }),
  )
  expect((await client.authorize(await wish())).kind).toBe('answered')
  const asked = await wish()
  expect(await client.authorize(asked)).toMatchObject({ kind: 'answered', status: 'authorized' })
  const log = await client.readLog(0)
  const records = log.kind === 'answered' ? log.records.filter((record) => record.key === asked.key) : []
  expect(records).toHaveLength(1)
})
