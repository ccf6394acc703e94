import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { settingsTable } from '../server/platform/config.ts'

const page = new URL('../README.md', import.meta.url)
const marks = { from: '<!-- settings: written by scripts/write-settings.ts -->', to: '<!-- end of settings -->' }

/** The README with its table of settings as the program knows them. */
export function withSettings(text: string): string {
  const from = text.indexOf(marks.from)
  const to = text.indexOf(marks.to)
  if (from < 0 || to < from) throw new Error('README.md has lost the marks of its settings')
  const rows = settingsTable.map(({ name, means, otherwise }) => `| \`${name}\` | ${means} | ${otherwise} |`)
  const table = ['| setting | means | otherwise |', '| --- | --- | --- |', ...rows].join('\n')
  return `${text.slice(0, from + marks.from.length)}\n${table}\n${text.slice(to)}`
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(page, withSettings(readFileSync(page, 'utf8')))
