// Plain JavaScript that Node 20 runs: it comes before everything else, on a fresh clone with whatever Node npm has.
// It installs what is missing and builds the pages when they changed; when nothing did, it takes a few milliseconds.
//   node scripts/prepare.js [--no-build] [--rebuild]
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../', import.meta.url))
const installedStamp = join(root, 'node_modules', '.barrow-installed')
const builtStamp = join(root, 'dist', '.built-from')
const withTools = process.env.npm_lifecycle_event !== 'prestart' || process.env.NODE_ENV !== 'production'
const words = process.argv.slice(2)

await install()
if (!words.includes('--no-build')) await build()

async function install() {
  const wanted = `${hashOf(['package-lock.json'])} ${withTools ? 'all' : 'shop'}`
  if (read(installedStamp) === wanted) return
  if (!isInstalled()) {
    const npm = process.env.npm_execpath
    const how = ['install', '--no-audit', '--no-fund', '--loglevel=error', withTools ? '--include=dev' : '--omit=dev']
    await step('Installing what is missing (about a minute the first time)', {
      command: npm ? process.execPath : 'npm',
      words: npm ? [npm, ...how] : how,
    })
  }
  writeFileSync(installedStamp, wanted)
}

/** True when node_modules holds exactly what the lock file asks for, as after `npm ci`. */
function isInstalled() {
  const has = parsed(join(root, 'node_modules', '.package-lock.json'))?.packages
  const wants = parsed(join(root, 'package-lock.json'))?.packages
  if (!has || !wants || !existsSync(join(root, 'node_modules', '.bin', 'node'))) return false
  return Object.entries(wants).every(
    ([path, { version, optional, dev }]) =>
      path === '' || has[path]?.version === version || (!has[path] && (optional || (dev && !withTools))),
  )
}

async function build() {
  if (!existsSync(join(root, 'web', 'pages'))) return
  const sources = ['package-lock.json', 'astro.config.ts', 'tsconfig.json', ...filesUnder('web')]
  const wanted = hashOf(sources.filter((file) => existsSync(join(root, file)) && !/\.test\.ts$/.test(file)))
  if (read(builtStamp) === wanted && !words.includes('--rebuild')) return
  rmSync(builtStamp, { force: true })
  await step('Building the pages', {
    command: join(root, 'node_modules', '.bin', 'node'),
    words: [
      join(root, 'node_modules', 'astro', parsed(join(root, 'node_modules/astro/package.json')).bin.astro),
      'build',
    ],
  })
  mkdirSync(join(root, 'dist'), { recursive: true })
  writeFileSync(builtStamp, wanted)
}

/** Runs a long step, saying every few seconds that it is still at it; what it printed is shown only when it fails. */
async function step(title, { command, words: args }) {
  const startedAt = Date.now()
  const seconds = () => Math.round((Date.now() - startedAt) / 1000)
  console.log(`${title} ...`)
  const beat = setInterval(() => console.log(`  still at it, ${seconds()} s`), 10_000)
  const path = `${join(root, 'node_modules', '.bin')}${delimiter}${process.env.PATH}`
  const child = spawn(command, args, {
    cwd: root,
    env: { ...process.env, PATH: path, ASTRO_TELEMETRY_DISABLED: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => (said = (said + chunk).slice(-20_000)))
  const code = await new Promise((resolve) => {
    child.on('error', (error) => {
      said += String(error)
      resolve(1)
    })
    child.on('close', resolve)
  })
  clearInterval(beat)
  if (code !== 0) {
    console.error(`${said}\n${title}: failed after ${seconds()} s.`)
    process.exit(1)
  }
  console.log(`  done in ${seconds()} s`)
}

function hashOf(files) {
  const hash = createHash('sha256')
  for (const file of files)
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(join(root, file)))
      .update('\0')
  return hash.digest('hex')
}

function filesUnder(folder) {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name)
      return entry.isDirectory() ? filesUnder(path) : [path]
    })
}

function read(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}

function parsed(file) {
  const text = read(file)
  return text === undefined ? undefined : JSON.parse(text)
}
