import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { gently } from './gently.ts'

test('work in the background rests after each piece, and hands on what it made', async () => {
  const order: string[] = []
  const work = gently(new AbortController().signal, async () => {
    await pause(30)
    order.push('worked')
    return 'picture'
  }).then((made) => order.push(`handed on ${made}`))
  await pause(45)
  order.push('a shopper was served')
  await work
  expect(order).toEqual(['worked', 'a shopper was served', 'handed on picture'])
})

test('a shop that closes does not wait for the rest to be over', async () => {
  const closing = new AbortController()
  const work = gently(closing.signal, async () => {
    closing.abort()
    throw new Error('no such picture')
  })
  await expect(work).rejects.toThrow('no such picture')
})
