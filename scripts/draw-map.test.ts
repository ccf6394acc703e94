import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { withMap } from './draw-map.ts'

test('the map in ARCHITECTURE.md is the one that is enforced (node scripts/draw-map.ts draws it anew)', () => {
  const text = readFileSync(new URL('../ARCHITECTURE.md', import.meta.url), 'utf8')
  expect(text).toBe(withMap(text))
})
