import { expect, inject, test } from 'vitest'
import { templateName } from '../../server/platform/testing/test-postgres.ts'
import { playWorld } from './play-world.ts'

const ground = () => ({ postgresUrl: inject('postgresUrl'), template: templateName })

// On a machine so busy that a query takes longer than the world waits for it, one turn in thousands falls otherwise:
// seldom twice in a row. A world that leans on chance or on the clock differs every time.
test('a seed plays the same world again, turn by turn; another seed plays another one', { retry: 3 }, async () => {
  const first = await playWorld(ground(), { seed: 7, events: 90 })
  const again = await playWorld(ground(), { seed: 7, events: 90 })
  const other = await playWorld(ground(), { seed: 8, events: 90 })
  expect(again).toEqual(first)
  expect(other.trace).not.toBe(first.trace)
  expect(first.turns).toBeGreaterThan(300)
})

test('the books of a world that has come to rest are in order', async () => {
  const { violations, orders } = await playWorld(ground(), { seed: 3, events: 120 })
  expect(violations).toEqual([])
  expect(orders).toBeGreaterThan(0)
})
