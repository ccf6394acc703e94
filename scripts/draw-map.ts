import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { layers } from '../.dependency-cruiser.js'

const page = new URL('../ARCHITECTURE.md', import.meta.url)
const marks = {
  from: '<!-- map: drawn from .dependency-cruiser.js by scripts/draw-map.ts -->',
  to: '<!-- end of map -->',
}

/** The map of modules in layers, as Mermaid, from the very rules that are enforced. Modules not built yet are left out. */
export function drawMap(): string {
  const built = new Set(
    readdirSync(new URL('../server/commerce/', import.meta.url), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name),
  )
  const rows = layers
    .map((modules, index) => ({ layer: index + 1, modules: modules.filter((module) => built.has(module)) }))
    .filter(({ modules }) => modules.length > 0)
  const boxes = rows.map(({ layer, modules }) => `  L${layer}["${modules.join(' · ')}"]`)
  const arrows = rows.map(({ layer }, index) => `  L${layer} --> ${index === 0 ? 'L0' : `L${rows[index - 1]?.layer}`}`)
  return ['```mermaid', 'flowchart BT', '  L0["platform"]', ...boxes, ...arrows, '```'].join('\n')
}

/** The page with its map brought up to date. */
export function withMap(text: string): string {
  const from = text.indexOf(marks.from)
  const to = text.indexOf(marks.to)
  if (from < 0 || to < from) throw new Error('ARCHITECTURE.md has lost the marks of its map')
  return `${text.slice(0, from + marks.from.length)}\n${drawMap()}\n${text.slice(to)}`
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(page, withMap(readFileSync(page, 'utf8')))
