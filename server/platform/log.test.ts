import { expect, test } from 'vitest'
import { createLog } from './log.ts'

function logged(write: (log: ReturnType<typeof createLog>) => void, level = 'info'): string {
  const lines: string[] = []
  write(createLog(level, { write: (line) => void lines.push(line) }))
  return lines.join('')
}

test('a line is one JSON object with a time, a level by name and what happened', () => {
  const line = JSON.parse(logged((log) => log.info({ order: 'order_1' }, 'placed')))
  expect(line).toMatchObject({ level: 'info', order: 'order_1', msg: 'placed' })
  expect(new Date(line.time).getTime()).toBeGreaterThan(0)
})

test('cookies, keys, passwords and addresses are cut out of a line', () => {
  const told = logged((log) =>
    log.info(
      {
        req: {
          headers: {
            cookie: 'barrow=secret1',
            authorization: 'Bearer secret2',
            'x-cart-token': 'secret3',
            'x-order-key': 'secret4',
          },
        },
        account: { password: 'secret5', token: 'secret6', email: 'secret7@example.com' },
      },
      'asked',
    ),
  )
  expect(told).toContain('[cut]')
  expect(told).not.toMatch(/secret\d/)
})

test('below the wished level nothing is written', () => {
  expect(logged((log) => log.info('quiet'), 'error')).toBe('')
  expect(logged((log) => log.fatal('quiet'), 'silent')).toBe('')
})
