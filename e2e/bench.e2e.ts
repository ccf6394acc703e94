import { expect, test } from 'vitest'
import { runProgram } from './run-program.ts'

test('the shop bench measures each path against its limit, without one wrong answer', async () => {
  const { code, printed, figures } = await runProgram('bench/main.ts', ['shop', '--quick', '--catalog', 'demo'])
  expect(figures.bench, printed).toBe('shop')
  const { errors, ...rest } = figures.figures ?? {}
  expect({ code, errors }, printed).toEqual({ code: 0, errors: 0 })
  for (const path of ['browse', 'detail', 'search', 'cart', 'checkout'])
    for (const figure of [`${path}_vs_limit`, `${path}_per_second`, `${path}_limit_per_second`])
      expect(rest[figure], figure).toBeGreaterThan(0)
  expect(rest.server_after_mb).toBeGreaterThan(0)
})

test('the orders bench places orders in a young shop, a grown one and a rush, without one wrong answer', async () => {
  const { code, printed, figures } = await runProgram('bench/main.ts', ['orders', '--short'])
  expect(figures.bench, printed).toBe('orders')
  const { errors, ...rest } = figures.figures ?? {}
  expect({ code, errors }, printed).toEqual({ code: 0, errors: 0 })
  for (const figure of ['checkout_vs_limit', 'growth', 'hot_item_vs_limit'])
    expect(rest[figure], figure).toBeGreaterThan(0)
})

test('a bench that does not exist is named, with those that do', async () => {
  const { code, printed } = await runProgram('bench/main.ts', ['nothing-of-the-kind'])
  expect(code).toBe(1)
  expect(printed).toMatch(/There is no bench "nothing-of-the-kind"[\s\S]*shop/)
})
