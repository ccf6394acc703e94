import { once } from 'node:events'
import fs from 'node:fs'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type BankAtHand, newBankFolder, startBankAtHand, testSecret } from './bank-at-hand.ts'
import { createSandboxBankClient, type SandboxBankClient } from './client.ts'

type Heard = { headers: http.IncomingHttpHeaders; body: Buffer; type: string; reference: string }

let folder: string
let bank: BankAtHand
let client: SandboxBankClient
let shop: http.Server
let answers: number[]
let heard: Heard[]

beforeEach(async () => {
  folder = newBankFolder()
  bank = await startBankAtHand(folder)
  client = createSandboxBankClient({ baseUrl: bank.baseUrl, secret: testSecret })
  heard = []
  answers = []
  shop = http.createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const body = Buffer.concat(chunks)
    const told = JSON.parse(body.toString())
    heard.push({ headers: request.headers, body, type: told.type, reference: told.data.reference })
    response.writeHead(answers.shift() ?? 200).end()
  })
  shop.listen(0, '127.0.0.1')
  await once(shop, 'listening')
  await client.controls.setWebhookAddress(shopUrl())
})
afterEach(async () => {
  client.close()
  await bank.kill()
  shop.closeAllConnections()
  shop.close()
  fs.rmSync(folder, { recursive: true })
})

const shopUrl = () => `http://127.0.0.1:${(shop.address() as AddressInfo).port}/hooks`

let keys = 0
async function authorize(number?: string): Promise<string> {
  const reference = `order ${++keys}`
  const token = await bank.token(number)
  const answer = await client.authorize({ token, amountMinor: 100, currency: 'EUR', reference, key: `w-${keys}` })
  if (answer.kind !== 'answered') throw new Error(answer.kind)
  return answer.id
}

test('what happens is told, signed, and an altered, old or foreign message is not the bank speaking', async () => {
  const authorizationId = await authorize()
  await client.capture({ authorizationId, amountMinor: 100, key: 'cap' })
  await vi.waitFor(() => expect(heard.map(({ type }) => type)).toEqual(['payment.authorized', 'payment.captured']))
  const [{ headers, body } = { headers: {}, body: Buffer.of() }] = heard
  const now = new Date()
  expect(client.readWebhook({ headers, body, now })).toMatchObject({ type: 'payment.authorized', authorizationId })
  const altered = Buffer.from(body.toString().replace('"amountMinor":100', '"amountMinor":101'))
  expect(client.readWebhook({ headers, body: altered, now })).toBeUndefined()
  for (const seconds of [-301, 301])
    expect(client.readWebhook({ headers, body, now: new Date(now.getTime() + seconds * 1000) })).toBeUndefined()
  const other = createSandboxBankClient({ baseUrl: bank.baseUrl, secret: 'another secret' })
  expect(other.readWebhook({ headers, body, now })).toBeUndefined()
  other.close()
})

test('a shop that answers with an error is told again under the same id, until it has heard', async () => {
  answers = [500]
  await authorize()
  await vi.waitFor(() => expect(heard).toHaveLength(2), { timeout: 5000 })
  expect(heard[0]?.headers['webhook-id']).toBe(heard[1]?.headers['webhook-id'])
  const { reference = '' } = heard[0] ?? {}
  await vi.waitFor(async () =>
    expect(await client.controls.webhooksOf(reference)).toMatchObject({
      items: [{ status: 'delivered', attempts: 2 }],
    }),
  )
})

test('a bank that is killed tells what it had not told yet, and nothing twice that had arrived', async () => {
  await authorize()
  await vi.waitFor(() => expect(heard).toHaveLength(1))
  answers = [503]
  await authorize()
  await vi.waitFor(() => expect(heard).toHaveLength(2))
  await bank.kill()
  bank = await startBankAtHand(folder)
  await vi.waitFor(() => expect(heard).toHaveLength(3), { timeout: 5000 })
  expect(heard[2]?.headers['webhook-id']).toBe(heard[1]?.headers['webhook-id'])
})

test('webhooks come late, twice, in another order or not at all, as they are told to', async () => {
  await client.controls.setFault({ kind: 'webhook-doubled', timesMax: 1 })
  await authorize()
  await vi.waitFor(() => expect(heard).toHaveLength(2))
  heard = []
  await client.controls.setFault({ kind: 'webhook-held', timesMax: 1 })
  await authorize()
  const held = await client.controls.webhooksOf(`order ${keys}`)
  const [message] = held.kind === 'answered' ? held.items : []
  expect(message?.status).toBe('held')
  expect(await client.controls.sendWebhook(message?.n ?? 0, 3)).toMatchObject({ answers: [200, 200, 200] })
  heard = []
  await client.controls.setFault({ kind: 'webhook-reordered', timesMax: 4 })
  const [first, second] = [await authorize(), await authorize()]
  await client.capture({ authorizationId: first, amountMinor: 1, key: 'x1' })
  await client.capture({ authorizationId: second, amountMinor: 1, key: 'x2' })
  await vi.waitFor(() => expect(heard).toHaveLength(4), { timeout: 5000 })
  expect(heard.map(({ type }) => type)[0]).toBe('payment.captured')
  heard = []
  await client.controls.setFault({ kind: 'webhook-late', timesMax: 1, ms: 1000 })
  await authorize()
  expect(await client.controls.webhooksOf(`order ${keys}`)).toMatchObject({ items: [{ status: 'waiting' }] })
  await vi.waitFor(() => expect(heard).toHaveLength(1), { timeout: 5000 })
})
