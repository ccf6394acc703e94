import { accessSync, constants } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'

/** Where a browser was found: the machine's own, or the one that npm brought. */
export type FoundBrowser = { kind: 'system' | 'bundled'; executablePath: string; env: Record<string, string> }

const systemNames = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
/** The tests' shop is on the loopback address, and they may run as root, where the browser's own sandbox cannot. */
const args = ['--no-sandbox', '--disable-dev-shm-usage']

/**
 * Opens a browser for the stories: the machine's Chromium if it has one, else the one inside `@sparticuz/chromium`.
 * `BARROW_BROWSER=system` or `bundled` insists on one of them.
 */
export async function openBrowser(): Promise<Browser> {
  const { executablePath, env } = await findBrowser(process.env.BARROW_BROWSER)
  return chromium.launch({ executablePath, args, env: { ...process.env, ...env } })
}

/** Finds it; throws when the one insisted on is not there. */
export async function findBrowser(wanted: string | undefined): Promise<FoundBrowser> {
  const executablePath = wanted === 'bundled' ? undefined : systemBrowser()
  if (executablePath !== undefined) return { kind: 'system', executablePath, env: {} }
  if (wanted === 'system') throw new Error(`no Chromium on this machine: looked for ${systemNames.join(', ')}`)
  return bundledBrowser()
}

function systemBrowser(): string | undefined {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin']
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

/** Unpacks the bundled one into the temporary folder, once, with the libraries and fonts that a bare machine lacks. */
async function bundledBrowser(): Promise<FoundBrowser> {
  const { default: bundled, inflate } = await import('@sparticuz/chromium')
  const packed = join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '..', 'bin')
  const executablePath = await bundled.executablePath()
  await inflate(join(packed, 'al2023.tar.br'))
  return {
    kind: 'bundled',
    executablePath,
    env: { LD_LIBRARY_PATH: join(tmpdir(), 'al2023', 'lib'), FONTCONFIG_PATH: join(tmpdir(), 'fonts') },
  }
}
