import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, openSync, readFileSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { freePort } from './free-port.ts'
import { commandOf, descendantsOf } from './resident-memory.ts'

/** The shop as a process, as its owner would start it. */
export type ShopProcess = {
  url: string
  port: number
  pid: number
  /** The database process that this shop started for itself, if it did. */
  postgresPid(): number | undefined
  /** The sandbox bank that this shop started for itself, if it did. */
  bankPid(): number | undefined
  /** Everything it printed so far. */
  printed(): string
  /** Waits until it has closed; answers its exit code. */
  stop(): Promise<number | null>
  /** Ends it at once, as a power cut would. */
  kill(): Promise<void>
  /** Resolves with the signal that ended it, or null when it ended by itself. */
  ended: Promise<NodeJS.Signals | null>
}

const serverMain = fileURLToPath(new URL('../../server/bin/main.ts', import.meta.url))
const openMsMax = 180_000

/** The environment that a shop starts with here: nothing of ours but what is said, and no limit on writes. */
export function shopEnv(env: Record<string, string>): NodeJS.ProcessEnv {
  const { PATH = '', HOME = '', TMPDIR } = process.env
  return { PATH, HOME, ...(TMPDIR ? { TMPDIR } : {}), WRITES_PER_MINUTE_MAX: '0', ...env }
}

/** Starts `barrow start` on a free port of the loopback address, and waits until it is open. */
export async function startShop(options: {
  dataFolder: string
  env?: Record<string, string>
  args?: string[]
  execArgv?: string[]
  /** The port to listen on; a free one unless it is to be found where it was before. */
  port?: number
}): Promise<ShopProcess> {
  const port = options.port ?? (await freePort())
  const url = `http://127.0.0.1:${port}`
  await mkdir(options.dataFolder, { recursive: true })
  const output = join(options.dataFolder, 'printed.log')
  const file = openSync(output, 'a')
  const child = spawn(
    process.execPath,
    [
      '--disable-warning=ExperimentalWarning',
      ...(options.execArgv ?? []),
      serverMain,
      'start',
      ...(options.args ?? []),
    ],
    {
      env: shopEnv({ PORT: String(port), BASE_URL: url, BARROW_DATA: options.dataFolder, ...options.env }),
      stdio: ['ignore', file, file],
    },
  )
  closeSync(file)
  // Told to close, it ends its own database too; killed, it would leave it behind.
  const closeWithUs = () => child.kill('SIGTERM')
  process.once('exit', closeWithUs)
  child.once('exit', () => process.off('exit', closeWithUs))
  const printed = () => readFileSync(output, 'utf8')
  await untilReady(child, url, printed)
  const childOf = (words: RegExp) => descendantsOf(child.pid as number).find((pid) => words.test(commandOf(pid)))
  return {
    url,
    port,
    pid: child.pid as number,
    postgresPid: () => childOf(/bin\/postgres -D/),
    bankPid: () => childOf(/sandbox-bank\/main\.ts/),
    printed,
    ended: new Promise((resolve) => child.once('exit', (_code, signal) => resolve(signal))),
    stop: () => end(child, 'SIGTERM'),
    async kill() {
      await end(child, 'SIGKILL')
    },
  }
}

/** Runs another command of `npx barrow` on the same data, and answers what it printed. */
export async function runCommand(
  args: string[],
  env: Record<string, string>,
): Promise<{ code: number; printed: string }> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', serverMain, ...args], {
    env: shopEnv(env),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let printed = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (printed += chunk.toString()))
  const [code] = (await once(child, 'close')) as [number | null]
  return { code: code ?? -1, printed }
}

async function untilReady(child: ChildProcess, url: string, printed: () => string): Promise<void> {
  const began = performance.now()
  while (performance.now() - began < openMsMax) {
    if (child.exitCode !== null || child.signalCode !== null)
      throw Object.assign(new Error(`The shop did not start:\n${printed().slice(-4000)}`), { signal: child.signalCode })
    const answer = await fetch(`${url}/readyz`).catch(() => undefined)
    if (answer?.ok) return
    await wait(50)
  }
  child.kill('SIGTERM')
  throw new Error(`The shop did not open within ${openMsMax / 1000} s:\n${printed().slice(-4000)}`)
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode
  const gone = once(child, 'exit')
  child.kill(signal)
  const force = setTimeout(() => child.kill('SIGKILL'), 20_000)
  await gone
  clearTimeout(force)
  return child.exitCode
}
