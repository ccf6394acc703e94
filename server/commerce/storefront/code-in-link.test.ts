import { expect, test } from 'vitest'
import { codeInLink } from './code-in-link.ts'

test('a link to any page may carry a code, and leads on to the same page without it', () => {
  expect(codeInLink('/?code=SUMMER')).toEqual({ code: 'SUMMER', onward: '/' })
  expect(codeInLink('/de/p/cup?variant=v1&code=som%20mer')).toEqual({ code: 'som mer', onward: '/de/p/cup?variant=v1' })
  expect(codeInLink('/p/cup?variant=v1')).toBeUndefined()
})

test('what cannot be a code is left alone, and nobody is led to another site', () => {
  expect(codeInLink('/?code=SUM%0d%0amer')).toBeUndefined()
  expect(codeInLink('/admin?code=SUMMER')).toBeUndefined()
  expect(codeInLink('//evil.example/x?code=SUMMER')?.onward).toBe('/x')
  expect(codeInLink('/%2F/evil?code=SUMMER')?.onward).not.toMatch(/^\/\//)
})
