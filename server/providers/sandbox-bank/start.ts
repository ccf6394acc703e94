import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const restartsMax = 5
const restartWindowMs = 60_000
const readyMsMax = 15_000
const stopMsMax = 5_000

export type SandboxBankLog = { info(message: string): void; error(message: string): void }

export type SandboxBankProcess = {
  /** Where the bank listens, such as `http://127.0.0.1:40123`. The same after a restart. */
  readonly baseUrl: string
  /** The process as it is now; undefined between a death and the restart. */
  readonly pid: number | undefined
  /** Lets the bank finish what is in flight, and waits until it has ended. */
  stop(): Promise<void>
}

/**
 * Starts the sandbox bank as a process of its own, and starts it again when it dies (5 times a minute at most).
 * It ends with this process, however this process ends. Rejects when the bank does not come up the first time.
 */
export async function startSandboxBank(options: {
  dataFolder: string
  secret: string
  publicPath?: string
  log: SandboxBankLog
}): Promise<SandboxBankProcess> {
  const { log } = options
  let stopping = false
  let restarts: number[] = []
  let restarting: Promise<void> | undefined
  const first = await launch(options, 0)
  const { port } = first
  let child: ChildProcess | undefined = first.child
  watch(first.child)

  function watch(running: ChildProcess): void {
    running.once('exit', (code, signal) => {
      child = undefined
      if (!stopping) restarting = restart(`The sandbox bank ended (${signal ?? `code ${code}`}).`)
    })
  }

  async function restart(reason: string): Promise<void> {
    const now = performance.now()
    restarts = [...restarts.filter((at) => now - at < restartWindowMs), now]
    if (restarts.length > restartsMax) {
      log.error(`${reason} It has died too often: it stays down until the shop is started again.`)
      return
    }
    log.error(`${reason} Starting it again.`)
    await wait(100 * (restarts.length - 1))
    if (stopping) return
    try {
      const launched = await launch(options, port)
      child = launched.child
      watch(child)
    } catch (error) {
      await restart(error instanceof Error ? error.message : String(error))
    }
  }

  return {
    baseUrl: `http://127.0.0.1:${port}`,
    get pid() {
      return child?.pid
    },
    async stop() {
      stopping = true
      await restarting
      if (child) await end(child)
    },
  }
}

async function launch(
  options: { dataFolder: string; secret: string; publicPath?: string; log: SandboxBankLog },
  port: number,
): Promise<{ child: ChildProcess; port: number }> {
  const main = fileURLToPath(new URL('./main.ts', import.meta.url))
  const settings = ['--port', String(port), '--data', options.dataFolder]
  if (options.publicPath !== undefined) settings.push('--public-path', options.publicPath)
  const child = spawn(process.execPath, [main, ...settings], {
    env: { NODE_ENV: process.env.NODE_ENV, SANDBOX_BANK_SECRET: options.secret, TMPDIR: process.env.TMPDIR },
    stdio: ['pipe', 'pipe', 'pipe'],
    // A group of its own: Ctrl-C in a terminal is the shop's to hear, which still asks the bank while it closes.
    detached: true,
  })
  // Written to only by closing it; a bank that is already gone is not news here.
  child.stdin.on('error', () => {})
  child.on('error', (error) => options.log.error(`sandbox bank: ${error.message}`))
  let complaint = ''
  createInterface({ input: child.stderr }).on('line', (line) => {
    complaint = line
    options.log.error(`sandbox bank: ${line}`)
  })
  const output = createInterface({ input: child.stdout })
  const giveUp = AbortSignal.timeout(readyMsMax)
  try {
    const ready = await Promise.race([
      once(output, 'line', { signal: giveUp }).then(([line]) => JSON.parse(String(line)) as { port: number }),
      once(child, 'exit').then(() => undefined),
    ])
    if (!ready) throw new Error(`The sandbox bank did not start. ${complaint}`)
    options.log.info(`The sandbox bank listens on 127.0.0.1:${ready.port}.`)
    return { child, port: ready.port }
  } catch (error) {
    child.kill('SIGKILL')
    throw error
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  const force = setTimeout(() => child.kill('SIGKILL'), stopMsMax)
  child.stdin?.end()
  await gone
  clearTimeout(force)
}
