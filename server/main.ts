import { createHmac } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { buildApp, jobs, listeners, startBackground } from './app.ts'
import { sweepOrders } from './commerce/checkout/index.ts'
import { type PageServer, warmPictures } from './commerce/storefront/index.ts'
import { startWebhookSender } from './commerce/webhooks/index.ts'
import { closeGently } from './platform/close-gently.ts'
import type { Config } from './platform/config.ts'
import type { Providers, Shop } from './platform/context.ts'
import { takeDataFolder } from './platform/data-folder.ts'
import { startEventDispatcher } from './platform/event-dispatcher.ts'
import { startJobs } from './platform/jobs.ts'
import { keepPostgresRunning } from './platform/kept-postgres.ts'
import { createLog } from './platform/log.ts'
import { migrate } from './platform/migrate.ts'
import { openShop } from './platform/open-shop.ts'
import { noteSecret } from './platform/sealed-probe.ts'
import { loadBuiltWeb } from './platform/web-build.ts'
import { createSandboxBankClient, type SandboxBankClient } from './providers/sandbox-bank/client.ts'
import { proxyToBank } from './providers/sandbox-bank/proxy.ts'
import { startSandboxBank } from './providers/sandbox-bank/start.ts'
import { startSandboxMailbox } from './providers/sandbox-mailbox/sandbox-mailbox.ts'

/** A shop that is open for business. */
export type RunningShop = {
  ctx: Shop
  /** Where it listens, such as http://127.0.0.1:3000. */
  url: string
  databaseUrl: string
  sandboxBankUrl: string | undefined
  /** Finishes what is in flight, then closes everything in the order that loses nothing. */
  stop(): Promise<void>
}

/** Opens the shop and listens: the only start there is. `onStep` hears of each long step. */
export async function runShop(
  config: Config,
  options: {
    onStep?: (step: string) => void
    /** Fills the shop before it opens; the demo does. */
    beforeOpening?: (ctx: Shop, sandboxBankUrl: string | undefined) => Promise<void>
  } = {},
): Promise<RunningShop> {
  const onStep = options.onStep ?? (() => {})
  const closing: (() => Promise<unknown> | void)[] = []
  const stop = async () => {
    for (const close of closing.reverse()) await close()
    closing.length = 0
  }
  try {
    const lock = await takeDataFolder(config.dataFolder)
    closing.push(() => lock.release())
    const log = createLog(config.logLevel)
    const databaseUrl = config.databaseUrl ?? (await openEmbedded(config, { onStep, log }, closing))
    await migrate(databaseUrl, (file) => onStep(`Migrating: ${file}`))
    const sandbox = config.production ? undefined : await openSandbox(config, log, closing)
    const smtpUrl = config.smtpUrl ?? sandbox?.mailbox.smtpUrl ?? 'smtp://127.0.0.1:1'
    const { ctx, close } = await openShop({ config, databaseUrl, providers: providersOf(sandbox), smtpUrl, log })
    closing.push(close)
    await noteSecret(ctx.database, config.secrets)
    await ctx.changes.start()
    await options.beforeOpening?.(ctx, sandbox?.bankUrl)
    const background = startBackground(ctx)
    closing.push(() => background.stop())
    const web = await loadBuiltWeb<Pick<PageServer, 'render'>>()
    const http = await buildApp(ctx, web && { render: web.module.render, clientFolder: web.clientFolder }, (server) => {
      if (sandbox) proxyToBank(server, sandbox.bankUrl)
    })
    const dispatcher = startEventDispatcher(ctx, listeners)
    closing.push(() => dispatcher.stop())
    const webhooks = startWebhookSender(ctx)
    closing.push(() => webhooks.stop())
    const clockwork = await startJobs(ctx, jobs)
    closing.push(() => clockwork.stop())
    await http.listen({ host: config.host, port: config.port })
    closing.push(() => closeGently(http))
    const { port } = http.server.address() as AddressInfo
    if (sandbox) await sayWhereToTell(sandbox.client, port, log)
    // What a crash left between two steps is finished now, not at the next full minute.
    const swept = sweepOrders(ctx).catch((error) => log.warn({ err: error }, 'orders wait for the next sweep'))
    closing.push(() => swept)
    const warming = new AbortController()
    const warmed = warmPictures(ctx, warming.signal).catch((error) => log.warn({ err: error }, 'pictures stay cold'))
    closing.push(() => {
      warming.abort()
      return warmed
    })
    return { ctx, url: `http://${config.host}:${port}`, databaseUrl, sandboxBankUrl: sandbox?.bankUrl, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

type Closing = (() => Promise<unknown> | void)[]

async function openEmbedded(
  config: Config,
  to: { onStep: (step: string) => void; log: Shop['log'] },
  closing: Closing,
): Promise<string> {
  const embedded = await keepPostgresRunning({
    folder: config.dataFolder,
    onStep: to.onStep,
    onTrouble: (what, error) => to.log.warn(error ? { err: error } : {}, what),
  })
  closing.push(() => embedded.stop())
  return embedded.url
}

/** The bank may be away for a moment; then it tells nothing, and the sweeper asks. */
async function sayWhereToTell(bank: SandboxBankClient, port: number, log: Shop['log']): Promise<void> {
  const told = await bank.controls.setWebhookAddress(`http://127.0.0.1:${port}/api/payments/sandbox-bank/webhooks`)
  if (told.kind !== 'answered') log.warn({ told }, 'the sandbox bank does not know where to send its webhooks')
}

/** The bank and the mailbox on which a shop is tried out; never in production. */
async function openSandbox(config: Config, log: Shop['log'], closing: Closing) {
  // Derived, so that two processes of one shop can speak to the same bank without another setting.
  const secret = createHmac('sha256', config.secrets[0] as string)
    .update('sandbox bank')
    .digest('base64url')
  const mailbox = await startSandboxMailbox({ folder: join(config.dataFolder, 'mailbox') })
  closing.push(() => mailbox.stop())
  let bankUrl = config.sandboxBankUrl
  if (!bankUrl) {
    const bank = await startSandboxBank({
      dataFolder: join(config.dataFolder, 'sandbox-bank'),
      secret,
      publicPath: '/sandbox-bank',
      log: { info: (message) => log.info(message), error: (message) => log.error(message) },
    })
    closing.push(() => bank.stop())
    bankUrl = bank.baseUrl
  }
  const client = createSandboxBankClient({ baseUrl: bankUrl, secret })
  closing.push(() => client.close())
  return { mailbox, bankUrl, client }
}

function providersOf(sandbox: Awaited<ReturnType<typeof openSandbox>> | undefined): Providers {
  return sandbox ? { payments: { 'sandbox-bank': sandbox.client }, sandboxMailbox: sandbox.mailbox } : { payments: {} }
}
