import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { withSettings } from './write-settings.ts'

test('the settings in README.md are those that the program knows (node scripts/write-settings.ts writes them anew)', () => {
  const text = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
  expect(text).toBe(withSettings(text))
})

test('every setting that the program reads is in the table', () => {
  const source = readFileSync(new URL('../server/platform/config.ts', import.meta.url), 'utf8')
  const read = new Set(
    [...source.matchAll(/env\.([A-Z][A-Z_]+)|(?:whole|yesNo)\('([A-Z_]+)'|urlSetting\(env, '([A-Z_]+)'/g)].map(
      (match) => match[1] ?? match[2] ?? match[3],
    ),
  )
  const listed = new Set([...source.matchAll(/name: '([A-Z_]+)'/g)].map((match) => match[1]))
  expect(read).toEqual(listed)
})
