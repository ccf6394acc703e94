import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newCode, plainCode } from './code.ts'

test('a code has a hundred bits: twenty letters of thirty-two, and no two of ten thousand are the same', () => {
  const codes = Array.from({ length: 10_000 }, newCode)
  expect(new Set(codes).size).toBe(codes.length)
  for (const code of codes) expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){4}[0-9A-HJKMNP-TV-Z]{4}$/)
  expect(new Set(codes.join('').replaceAll('-', '')).size).toBe(32)
})

test('a code is read as it was meant, however it is typed', () => {
  const code = newCode()
  const typed = [code, code.toLowerCase(), code.replaceAll('-', ' '), ` ${code.replaceAll('-', '')} `]
  expect(new Set(typed.map(plainCode)).size).toBe(1)
  expect(plainCode('oIl0-Abcd')).toBe('0110ABCD')
})

test('reading a code twice changes nothing', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(plainCode(plainCode(text))).toBe(plainCode(text))
    }),
  )
})
