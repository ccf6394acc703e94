import { parseArgs } from 'node:util'
import type { History } from './fill-history.ts'

/** How the bench is run. */
export type OrdersOptions = {
  history: History
  shoppers: number
  /** Who want one and the same thing at once. */
  rush: number
  rounds: number
  roundMs: number
  /** Where the two filled shops lie, to be used again. */
  folder: string | undefined
}

export const ordersHelp = `Placing orders, against a script that writes the same rows in as many transactions: in an almost empty shop, in one with
200,000 past orders and 20,000 products, and when 200 shoppers want the same thing.

  --orders N        past orders of the grown shop (200000)
  --products N      products of the grown shop (20000)
  --rounds N        rounds of each, in turns (5)
  --seconds N       how long a round takes (3)
  --short           a small history and short rounds, to see that all of it works; its figures mean nothing
  --folder DIR      keeps the filled shops there, and uses them again`

/** Reads the words after the bench's name. */
export function readOrdersOptions(args: string[]): OrdersOptions {
  const { values } = parseArgs({
    args,
    options: {
      orders: { type: 'string' },
      products: { type: 'string' },
      rounds: { type: 'string' },
      seconds: { type: 'string' },
      short: { type: 'boolean', default: false },
      folder: { type: 'string' },
    },
  })
  const isShort = values.short
  return {
    history: {
      orders: Number(values.orders ?? (isShort ? 500 : 200_000)),
      products: Number(values.products ?? (isShort ? 100 : 20_000)),
    },
    shoppers: 16,
    rush: isShort ? 40 : 200,
    rounds: Number(values.rounds ?? (isShort ? 1 : 5)),
    roundMs: Number(values.seconds ?? (isShort ? 0.3 : 3)) * 1000,
    folder: values.folder,
  }
}
