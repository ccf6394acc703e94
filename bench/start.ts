import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { freePort } from './measuring/free-port.ts'
import { machine, printFigures, printTable, rounded } from './measuring/report.ts'
import { temporaryFolder } from './measuring/temporary-folder.ts'

export const about = `How long from a fresh clone to a shop that sells, and from then on.
Clones what has been committed into an empty folder, with nothing installed but npm's own cache, runs npm start there until
a product can be put in a cart, stops it and starts it again. Needs git. Limits: 120 s with a warm cache, then 6 s.`

const limits = { firstStart: 120, secondStart: 6 }
const patienceMs = 600_000

/** Measures both starts; answers whether they kept to their limits. */
export async function run(): Promise<boolean> {
  console.log(`${machine()}\n`)
  const folder = await temporaryFolder('start')
  const clone = join(folder.path, 'barrow')
  try {
    execFileSync('git', ['clone', '--quiet', join(import.meta.dirname, '..'), clone])
    const first = await secondsToASale(clone)
    const second = await secondsToASale(clone)
    printTable([
      ['start', 'seconds', 'limit'],
      ['fresh clone, warm npm cache', first.toFixed(1), String(limits.firstStart)],
      ['second', second.toFixed(1), String(limits.secondStart)],
    ])
    printFigures('start', { first_start_s: rounded(first), second_start_s: rounded(second) })
    return first < limits.firstStart && second < limits.secondStart
  } finally {
    await folder.remove()
  }
}

/** Runs `npm start` until a cart takes a product; then closes the shop as a terminal would. */
async function secondsToASale(clone: string): Promise<number> {
  const port = await freePort()
  const began = performance.now()
  // What this run put in front of the path and told its children must not help the clone.
  const path = (process.env.PATH ?? '').split(':').filter((folder) => !folder.includes('node_modules'))
  const own = Object.entries(process.env).filter(([name]) => !/^(npm_|NODE_|BARROW_|INIT_CWD)/.test(name))
  const env = { ...Object.fromEntries(own), PATH: path.join(':'), PORT: String(port), LOG_LEVEL: 'warn' }
  const child = spawn('npm', ['start'], { cwd: clone, env, stdio: ['ignore', 'pipe', 'pipe'], detached: true })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()))
  try {
    while (!(await sells(`http://127.0.0.1:${port}`))) {
      const tookMs = performance.now() - began
      if (child.exitCode !== null || tookMs > patienceMs)
        throw new Error(`the shop did not open:\n${said.slice(-3000)}`)
      await pause(50)
    }
    return (performance.now() - began) / 1000
  } finally {
    await close(child)
  }
}

async function sells(url: string): Promise<boolean> {
  try {
    const { items } = await answer<{ items: { slug: string }[] }>(fetch(`${url}/api/products?inStock=true&limit=1`))
    const product = await answer<{ variants: { id: string; availability: string }[] }>(
      fetch(`${url}/api/products/${items[0]?.slug}`),
    )
    const variant = product.variants.find(({ availability }) => availability !== 'sold-out')
    const { cart, token } = await answer<{ cart: { id: string }; token: string }>(post(`${url}/api/carts`, {}))
    const filled = await post(`${url}/api/carts/${cart.id}/items`, { variantId: variant?.id, quantity: 1 }, token)
    return filled.ok && (await fetch(`${url}/`)).ok
  } catch {
    return false
  }
}

function post(url: string, body: object, token = ''): Promise<Response> {
  const headers = { 'content-type': 'application/json', 'x-cart-token': token }
  return fetch(url, { method: 'POST', headers, body: JSON.stringify(body) })
}

async function answer<T>(asked: Promise<Response>): Promise<T> {
  const response = await asked
  if (!response.ok) throw new Error(`${response.status} from ${response.url}`)
  return (await response.json()) as T
}

async function close(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  const gone = new Promise((resolve) => child.once('exit', resolve))
  // The whole group, as Ctrl-C does: npm itself does not hand signals on.
  process.kill(-(child.pid as number), 'SIGINT')
  await gone
}
