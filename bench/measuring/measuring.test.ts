import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { median, quantile } from './quantiles.ts'
import { openRawConnection } from './raw-connection.ts'
import { seededChance, zipfRanks } from './seeded-random.ts'

test('a quantile is a value that was measured, with the share asked for at or below it', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ noNaN: true }), { minLength: 1 }),
      fc.double({ min: 0.01, max: 1, noNaN: true }),
      (values, q) => {
        const sorted = Float64Array.from(values).sort()
        const found = quantile(sorted, q)
        expect(sorted).toContain(found)
        expect(sorted.filter((value) => value <= found).length / sorted.length).toBeGreaterThanOrEqual(q - 1e-9)
      },
    ),
  )
})

test('the median of an even number of values lies between the two in the middle', () => {
  expect(median([4, 1, 3, 2])).toBe(2.5)
  expect(median([9, 1, 5])).toBe(5)
})

test('the same seed gives the same chance', () => {
  const draw = (seed: number) => Array.from({ length: 20 }, seededChance(seed).next)
  expect(draw(7)).toEqual(draw(7))
  expect(draw(7)).not.toEqual(draw(8))
})

test('what stands first in a Zipf mix is drawn most, and nothing outside of it', () => {
  const ranks = zipfRanks(seededChance(1), { count: 50, exponent: 1, draws: 5000 })
  const times = (rank: number) => ranks.filter((each) => each === rank).length
  expect(times(0)).toBeGreaterThan(times(10))
  expect(times(10)).toBeGreaterThan(0)
  expect(Math.max(...ranks)).toBeLessThan(50)
})

test('an answer is read whole, however it is cut on the way', async () => {
  const answer = 'HTTP/1.1 201 Created\r\nContent-Length: 11\r\n\r\nhello world'
  let cut = 0
  const server = createServer((socket) => {
    socket.setNoDelay(true)
    socket.on('data', async () => {
      const at = (cut += 7)
      socket.write(answer.slice(0, at))
      await new Promise((resolve) => setTimeout(resolve, 5))
      socket.write(answer.slice(at))
    })
  }).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const connection = await openRawConnection((server.address() as AddressInfo).port)
  for (let round = 0; round < 7; round++) {
    const { status, length, body } = await connection.send(Buffer.from('GET / HTTP/1.1\r\n\r\n'), true)
    expect([status, length, body?.toString()]).toEqual([201, 11, 'hello world'])
  }
  connection.close()
  server.close()
})
