import { createHmac } from 'node:crypto'
import { join } from 'node:path'
import { buildApp } from '../../server/app.ts'
import { readConfig } from '../../server/platform/config.ts'
import { openShop } from '../../server/platform/open-shop.ts'
import { createSandboxBankClient } from '../../server/providers/sandbox-bank/client.ts'
import { proxyToBank } from '../../server/providers/sandbox-bank/proxy.ts'
import { startSandboxBank } from '../../server/providers/sandbox-bank/start.ts'
import { completeStep, openShopper, type ReadyCart, readyCarts } from '../measuring/shopper.ts'
import type { CatalogFacts } from './catalog-facts.ts'
import { type CountedDatabase, countWrites, inWords, type Writes } from './count-writes.ts'
import { databaseOf, probeDatabase } from './fill-shop.ts'
import type { CartMove } from './limit-carts.ts'
import { openLimit } from './write-bench.ts'

/** What ours and the limit wrote for the same deed, each in words. They must be the same. */
export type RowsCompared = { deed: string; ours: string; limit: string }

/**
 * Holds the limit to what the shop really writes: each deed is done once by the shop and once by the limit, in a
 * database where every write is counted. Nothing runs beside it here: what follows an order later is not part of it.
 */
export async function compareRows(of: {
  databaseUrl: string
  facts: CatalogFacts
  folder: string
}): Promise<RowsCompared[]> {
  const url = databaseOf(of.databaseUrl, probeDatabase)
  const counted = await countWrites(url)
  const shop = await openQuietShop(url, of.folder)
  const limit = await openLimit(of.databaseUrl, probeDatabase)
  try {
    const [a, b, c] = of.facts.variantIds as [string, string, string]
    const compared: RowsCompared[] = []
    const moves: CartMove[] = [
      { kind: 'add', variantId: a, quantity: 1 },
      { kind: 'raise', variantId: a, quantity: 1 },
      { kind: 'set', variantId: a, quantity: 3 },
    ]
    const ours = await countShopMoves(counted, shop.port, a)
    for (const [index, move] of moves.entries()) {
      for (const inOne of [false, true]) {
        await limit.ask({ prepare: { linesOf: [[a]], filled: move.kind !== 'add' } })
        const carts = { moves: [[move]], inOne, workers: 1, durationMs: 60_000 }
        const limits = await counted.count(() => limit.ask({ carts }))
        const deed = `cart${inOne ? ' (in one)' : ''}: ${move.kind}`
        compared.push({ deed, ours: inWords(ours[index] as Writes), limit: inWords(limits) })
      }
    }
    for (const variantIds of [[a], [a, b, c]]) {
      const [cart] = await readyCarts(shop.port, [variantIds.map((variantId) => ({ variantId, quantity: 1 }))], 1)
      const shopWrites = await counted.count(() => complete(shop.port, cart as ReadyCart))
      await limit.ask({ prepare: { linesOf: [variantIds], filled: true } })
      const limitWrites = await counted.count(() => limit.ask({ checkouts: { workers: 1, durationMs: 60_000 } }))
      compared.push({
        deed: `checkout: ${variantIds.length} lines`,
        ours: inWords(shopWrites),
        limit: inWords(limitWrites),
      })
    }
    return compared
  } finally {
    await limit.stop()
    await shop.close()
    await counted.close()
  }
}

async function countShopMoves(counted: CountedDatabase, port: number, variantId: string): Promise<Writes[]> {
  const shopper = await openShopper(port)
  const { cartId, token } = await shopper.startCart()
  const headers = { 'x-cart-token': token }
  let lineId = ''
  const add = async () => {
    const { status, body } = await shopper.call('POST', `/api/carts/${cartId}/items`, {
      headers,
      body: { variantId, quantity: 1 },
    })
    if (status !== 200) throw new Error(`add to cart: ${status}`)
    lineId = body.lines[0].id
  }
  const set = async () => {
    const path = `/api/carts/${cartId}/items/${lineId}`
    const { status } = await shopper.call('PATCH', path, { headers, body: { quantity: 3 } })
    if (status !== 200) throw new Error(`change quantity: ${status}`)
  }
  const writes = [await counted.count(add), await counted.count(add), await counted.count(set)]
  shopper.close()
  return writes
}

async function complete(port: number, cart: ReadyCart): Promise<void> {
  const shopper = await openShopper(port)
  const answer = await shopper.complete(cart)
  shopper.close()
  if (answer.status !== completeStep(cart).expect) throw new Error(`complete: ${answer.status} ${answer.text}`)
}

/** The shop's API alone: no dispatcher, no jobs. */
async function openQuietShop(databaseUrl: string, folder: string): Promise<{ port: number; close(): Promise<void> }> {
  const config = readConfig({
    BARROW_DATA: join(folder, 'probe'),
    BARROW_SECRET: 'only for a bench: 0123456789 abcdefghijklmno',
    BARROW_DEMO: 'no',
    LOG_LEVEL: 'error',
    WRITES_PER_MINUTE_MAX: '0',
  })
  const secret = createHmac('sha256', config.secrets[0] as string)
    .update('bench')
    .digest('base64url')
  const log = { info() {}, error: (message: string) => console.error(message) }
  const bank = await startSandboxBank({
    dataFolder: join(folder, 'probe-bank'),
    secret,
    publicPath: '/sandbox-bank',
    log,
  })
  const client = createSandboxBankClient({ baseUrl: bank.baseUrl, secret })
  const providers = { payments: { 'sandbox-bank': client } }
  const { ctx, close } = await openShop({ config, databaseUrl, providers, smtpUrl: 'smtp://127.0.0.1:1' })
  const http = await buildApp(ctx, undefined, (server) => proxyToBank(server, bank.baseUrl))
  await http.listen({ host: '127.0.0.1', port: 0 })
  const address = http.server.address()
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    async close() {
      await http.close()
      await close()
      client.close()
      await bank.stop()
    },
  }
}
