import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** The built web, as `npm run build` leaves it; undefined when it has not been built. */
export async function loadBuiltWeb<T>(): Promise<{ module: T; clientFolder: string } | undefined> {
  const entry = new URL('../../dist/server/entry.mjs', import.meta.url)
  if (!existsSync(entry)) return undefined
  const module = (await import(entry.href)) as T
  return { module, clientFolder: fileURLToPath(new URL('../../dist/client/', import.meta.url)) }
}
