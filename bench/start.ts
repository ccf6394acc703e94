import { spawn, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { delimiter, join, sep } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { freePort } from './measuring/free-port.ts'
import { machine, printFigures, printTable } from './measuring/report.ts'
import { openShopper } from './measuring/shopper.ts'
import { temporaryFolder } from './measuring/temporary-folder.ts'

export const about = `From a fresh clone to a shop where something can be bought: npm start, twice.

  Clones the last commit into a temporary folder and runs \`npm start\` there with the npm and Node of the machine, not
  those of this project. npm takes packages from its cache; a cold cache makes the first start as slow as the network.
  --short   second starts only: of this checkout, on a demo that is filled first`

const root = fileURLToPath(new URL('../', import.meta.url))
const openMsMax = 600_000
const secondsMax = { first: 120, second: 6 }

/** Measures it; answers whether both starts kept to their limits. */
export async function run({ args }: { args: string[] }): Promise<boolean> {
  console.log(`From clone to open shop. ${machine()}`)
  const folder = await temporaryFolder('start')
  try {
    const isShort = args.includes('--short')
    const project = isShort ? root : join(folder.path, 'clone')
    if (!isShort) clone(project)
    const env = environment(join(folder.path, 'data'), String(await freePort()))
    const first = await openOnce(project, env)
    const later: number[] = []
    for (let count = 0; count < 3; count++) later.push((await openOnce(project, env)).seconds)
    later.sort((a, b) => a - b)
    const second = later[1] as number
    printTable([
      ['start', 'seconds', 'limit'],
      [isShort ? 'first (filling the demo)' : 'first (install, build, fill the demo)', first.seconds.toFixed(1), '120'],
      ['second (the middle of three)', second.toFixed(1), '6'],
    ])
    for (const line of first.steps) console.log(`    ${line}`)
    console.log('Until the home page was shown and a product was put in a cart. The clock starts with the command.')
    const rounded = (seconds: number) => Math.round(seconds * 10) / 10
    printFigures('start', {
      ...(isShort ? { fill_start_s: rounded(first.seconds) } : { first_start_s: rounded(first.seconds) }),
      second_start_s: rounded(second),
    })
    return first.seconds < secondsMax.first && second < secondsMax.second
  } finally {
    await folder.remove()
  }
}

function clone(into: string): void {
  const done = spawnSync('git', ['clone', '--quiet', root, into], { stdio: ['ignore', 'ignore', 'pipe'] })
  if (done.status !== 0) throw new Error(`git clone: ${done.stderr}`)
}

/** The machine's own, without the tools of this project: npm scripts put those first on the path. */
function environment(dataFolder: string, port: string): NodeJS.ProcessEnv {
  const path = (process.env.PATH ?? '').split(delimiter).filter((part) => !part.includes(`${sep}node_modules${sep}`))
  const env: NodeJS.ProcessEnv = { PATH: path.join(delimiter), HOME: process.env.HOME, LANG: process.env.LANG }
  if (process.env.TMPDIR) env.TMPDIR = process.env.TMPDIR
  return { ...env, PORT: port, BARROW_DATA: dataFolder, LOG_LEVEL: 'warn' }
}

/** `npm start`, until something can be bought; then it is told to close. */
async function openOnce(project: string, env: NodeJS.ProcessEnv): Promise<{ seconds: number; steps: string[] }> {
  const began = performance.now()
  // A group of its own, so that all that npm starts in between ends with it.
  const child = spawn('npm', ['start'], { cwd: project, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] })
  const steps: string[] = []
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      const seconds = ((performance.now() - began) / 1000).toFixed(1).padStart(6)
      for (const line of chunk.toString().split('\n')) if (line.trim()) steps.push(`${seconds} s  ${line.trim()}`)
    })
  const endWithUs = () => process.kill(-(child.pid as number), 'SIGTERM')
  process.once('exit', endWithUs)
  try {
    while (!(await canBuy(Number(env.PORT)))) {
      if (child.exitCode !== null || performance.now() - began > openMsMax)
        throw new Error(`the shop did not open:\n${steps.slice(-30).join('\n')}`)
      await wait(50)
    }
    return { seconds: (performance.now() - began) / 1000, steps }
  } finally {
    process.off('exit', endWithUs)
    await close(child.pid as number, env.BARROW_DATA as string)
  }
}

async function canBuy(port: number): Promise<boolean> {
  try {
    const shopper = await openShopper(port)
    const { body: list } = await shopper.call('GET', '/api/products?inStock=true&limit=1')
    const { body: product } = await shopper.call('GET', `/api/products/${encodeURIComponent(list.items[0].slug)}`)
    const variant = product.variants.find((each: { availability: string }) => each.availability !== 'sold-out')
    const { cartId, token } = await shopper.startCart()
    const added = await shopper.call('POST', `/api/carts/${cartId}/items`, {
      headers: { 'x-cart-token': token },
      body: { variantId: variant.id, quantity: 1 },
    })
    const home = await shopper.call('GET', '/')
    shopper.close()
    return added.status === 200 && home.status === 200
  } catch {
    return false
  }
}

/** Ends the group, and waits until the shop has let go of its data. */
async function close(group: number, dataFolder: string): Promise<void> {
  const lock = join(dataFolder, 'barrow.lock')
  const isTaken = () => {
    try {
      return readFileSync(lock, 'utf8') !== ''
    } catch {
      return false
    }
  }
  process.kill(-group, 'SIGTERM')
  for (let waitedMs = 0; isTaken() && waitedMs < 20_000; waitedMs += 50) await wait(50)
}
