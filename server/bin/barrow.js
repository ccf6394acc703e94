#!/usr/bin/env node
// Plain JavaScript that an old Node understands: npm runs this with whatever Node the machine has,
// and the shop itself needs the one that npm brought along.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const own = fileURLToPath(new URL('../../node_modules/.bin/node', import.meta.url))
const main = fileURLToPath(new URL('./main.ts', import.meta.url))
const [major] = process.versions.node.split('.').map(Number)
const node = major >= 26 ? process.execPath : own
if (node === own && !existsSync(own)) {
  console.error('Barrow is not installed completely. Run `npm install` in its folder first.')
  process.exit(1)
}
// Pictures are rendered by native threads; with glibc's default of eight arenas a core, each would keep its own hoard.
const env = { MALLOC_ARENA_MAX: '2', ...process.env }
const words = ['--disable-warning=ExperimentalWarning', main, ...process.argv.slice(2)]
const child = spawn(node, words, { stdio: 'inherit', env })
// The child hears Ctrl-C from the terminal itself; other signals are handed on, so that it can end cleanly.
for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
process.on('SIGINT', () => {})
child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)))
