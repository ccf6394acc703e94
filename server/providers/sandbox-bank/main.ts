import fs from 'node:fs'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { lockFolder } from './folder-lock.ts'
import { type OpenBank, openBank } from './open-bank.ts'
import { createBankServer } from './routes.ts'
import { webhookSecretOf } from './webhook-secret.ts'
import { startWebhookSender } from './webhook-sender.ts'

/** How long a stopping bank waits for answers that are still on their way. */
const stopMsMax = 2_000
/** How long a starting bank waits for one that is just ending to let go of the folder. */
const lockMsMax = 3_000
/** How often the bank looks for what has expired. */
const clockworkMs = 1_000

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '0' },
    data: { type: 'string' },
    'public-path': { type: 'string', default: '/sandbox-bank' },
  },
})

if (process.env.NODE_ENV === 'production')
  refuseToStart('The sandbox bank moves no money: it does not run in production.')
const secret = process.env.SANDBOX_BANK_SECRET || refuseToStart('Set SANDBOX_BANK_SECRET.')
const folder = values.data || refuseToStart('Say with --data which folder the bank keeps its log in.')
const publicPath = values['public-path'].replace(/\/+$/, '')
if (!/^(\/[a-z0-9._-]+)+$/i.test(publicPath)) refuseToStart('--public-path is a path such as /sandbox-bank.')

fs.mkdirSync(folder, { recursive: true })
const lock = await holdFolder(folder)
const bank = openBank(folder, {
  now: () => new Date(),
  onBroken: (error) => refuseToStart(`The log cannot be written, so nothing more is answered: ${error.message}`),
})
const sender = startWebhookSender(bank, { secret: webhookSecretOf(secret) })
bank.onMessage((message) => sender.hear(message))
setInterval(() => bank.letTimePass(), clockworkMs).unref()
const server = createBankServer({
  bank,
  sender,
  secret,
  publicPath,
  onFault: (error) => console.error(error instanceof Error ? error.stack : error),
})
server.on('error', (error) => refuseToStart(`The bank cannot listen: ${error.message}`))
server.listen(Number(values.port), '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo
  console.log(JSON.stringify({ ready: true, port, pid: process.pid }))
})
stopWhenTold(server, bank)

function stopWhenTold(server: Server, bank: OpenBank): void {
  let stopping = false
  const stop = (): void => {
    if (stopping) return
    stopping = true
    setTimeout(() => process.exit(0), stopMsMax).unref()
    sender.stop()
    server.close(async () => {
      await bank.close()
      lock.release()
      process.exit(0)
    })
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
  // The bank lives and dies with whoever started it: a pipe closes even when that process is killed.
  process.stdin.on('end', stop).on('close', stop).on('error', stop).resume()
  // Nobody may be left to read what is printed.
  process.stdout.on('error', stop)
}

async function holdFolder(folder: string): Promise<{ release: () => void }> {
  for (let waitedMs = 0; waitedMs < lockMsMax; waitedMs += 100) {
    const held = await lockFolder(folder)
    if (held) return held
    await wait(100)
  }
  return refuseToStart(`Another sandbox bank holds the folder ${folder}.`)
}

function refuseToStart(reason: string): never {
  console.error(reason)
  process.exit(1)
}
