import { accessSync, constants, existsSync } from 'node:fs'
import { mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'

/** A browser that can be launched: the machine's own, or the one that npm brought along. */
export type FoundBrowser = { kind: 'system' | 'bundled'; executablePath: string; env: Record<string, string> }

const systemNames = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
/** The tests may run as root, where the browser's own sandbox cannot; and it shall talk to the shop alone. */
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-dev-shm-usage',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/**
 * Launches Chromium for the stories. `CHROMIUM_PATH` names one; otherwise the machine's own is taken, otherwise the one
 * inside `@sparticuz/chromium`. `BARROW_BROWSER=system` or `bundled` insists on one kind.
 */
export async function openBrowser(wanted = process.env): Promise<Browser> {
  const { executablePath, env } = await findBrowser(wanted)
  return chromium.launch({ executablePath, args, env: { ...process.env, ...env } })
}

/** Finds it; throws where the kind that is insisted on is not there. */
export async function findBrowser({ CHROMIUM_PATH, BARROW_BROWSER, PATH = '' } = process.env): Promise<FoundBrowser> {
  if (BARROW_BROWSER === 'bundled') return unpackBundled()
  const executablePath = CHROMIUM_PATH ?? systemBrowser(PATH)
  if (executablePath) return { kind: 'system', executablePath, env: {} }
  if (BARROW_BROWSER === 'system') throw new Error(`There is no Chromium here: looked for ${systemNames.join(', ')}.`)
  return unpackBundled()
}

function systemBrowser(path: string): string | undefined {
  const folders = ['/usr/bin', ...path.split(delimiter)]
  return folders.flatMap((folder) => systemNames.map((name) => join(folder, name))).find(isProgram)
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/**
 * Unpacks the bundled browser once per version and account, with the libraries (NSS) and fonts that a bare machine
 * lacks. The package unpacks its libraries by itself only in a cloud function, so they are asked for here.
 */
async function unpackBundled(): Promise<FoundBrowser> {
  const place = join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '..')
  const { version } = JSON.parse(await readFile(join(place, 'package.json'), 'utf8')) as { version: string }
  const folder = join(tmpdir(), `barrow-chromium-${version}-${process.getuid?.() ?? 0}`)
  if (!existsSync(folder)) await unpackInto(folder, join(place, 'bin'))
  await writeFile(join(folder, 'fonts.conf'), fontSettings(folder))
  return {
    kind: 'bundled',
    executablePath: join(folder, 'chromium'),
    env: { LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'), FONTCONFIG_FILE: join(folder, 'fonts.conf') },
  }
}

/**
 * Where its fonts are. The package's own settings name the folders of a cloud function alone, and a browser that finds
 * not one font ends itself at the first letter that it has to look up.
 */
function fontSettings(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(folder, 'fonts')}</dir>
  <cachedir>${join(folder, 'fonts-cache')}</cachedir>
</fontconfig>
`
}

/** The package takes whatever file is there for the whole browser, so another test run must never see half of one. */
async function unpackInto(folder: string, packed: string): Promise<void> {
  const { default: bundled, inflate } = await import('@sparticuz/chromium')
  const { TMPDIR } = process.env
  const half = await mkdtemp(`${folder}-`)
  try {
    process.env.TMPDIR = half
    await bundled.executablePath(packed)
    await inflate(join(packed, 'al2023.tar.br'))
    await rename(half, folder).catch((error) => {
      if (!existsSync(folder)) throw error
    })
  } finally {
    if (TMPDIR === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = TMPDIR
    await rm(half, { recursive: true, force: true })
  }
}
