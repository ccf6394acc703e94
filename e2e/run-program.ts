import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

/** The folder that the project lies in. */
export const root = fileURLToPath(new URL('../', import.meta.url))

/** Runs one of the project's programs to its end, as `npm run` would, and answers what it printed. */
export async function runProgram(
  file: string,
  args: string[],
): Promise<{ code: number | null; printed: string; figures: Figures }> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', file, ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let printed = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (printed += chunk.toString()))
  const [code] = (await once(child, 'close')) as [number | null]
  return { code, printed, figures: lastJson(printed) }
}

type Figures = { pass?: boolean; bench?: string; id?: string; figures?: Record<string, number | string | boolean> }

/** The JSON on the last line, or nothing when that is no JSON. */
function lastJson(printed: string): Figures {
  try {
    return JSON.parse(printed.trimEnd().split('\n').at(-1) ?? '') as Figures
  } catch {
    return {}
  }
}
