import { expect, test } from 'vitest'
import { idPattern, newId, newSecret } from './ids.ts'

test('an id says what it stands for, and fits its own pattern only', () => {
  const order = newId('order')
  expect(order).toMatch(/^order_/)
  expect(order).toMatch(new RegExp(idPattern('order')))
  expect(order).not.toMatch(new RegExp(idPattern('cart')))
  expect(`${order}x`).not.toMatch(new RegExp(idPattern('order')))
})

test('no two ids are the same, and later ones sort later', async () => {
  const earlier = Array.from({ length: 1000 }, () => newId('order'))
  await new Promise((resolve) => setTimeout(resolve, 3))
  const later = newId('order')
  expect(new Set(earlier).size).toBe(1000)
  expect(earlier.every((id) => id < later)).toBe(true)
})

test('a secret has 192 bits and goes into an address as it is', () => {
  const secret = newSecret()
  expect(Buffer.from(secret, 'base64url')).toHaveLength(24)
  expect(encodeURIComponent(secret)).toBe(secret)
  expect(newSecret()).not.toBe(secret)
})
