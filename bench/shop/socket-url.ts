import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Where the embedded database of a running shop is reached: the fifth line of its pid file names the socket's folder. */
export function socketUrl(dataFolder: string): string {
  const folder = readFileSync(join(dataFolder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[4]
  if (!folder) throw new Error(`no database runs in ${dataFolder}`)
  return `postgres://barrow@localhost/barrow?host=${encodeURIComponent(folder)}`
}
