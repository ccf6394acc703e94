import type { Benefit } from './promotion-rule.ts'
import { type BasketLine, isAmong } from './promotion-rule.ts'

type Offer = Extract<Benefit, { kind: 'buy-x-get-y' }>
/** So many pieces of one line. */
export type Pieces = { lineId: string; quantity: number }
type Pile = { line: BasketLine; left: number; isBuy: boolean; isGet: boolean }

/**
 * Finds as many combinations of "buy x, get y" as the pieces make, none of which is used twice: k of them need k·x pieces
 * to buy, k·y to get, and k·(x+y) pieces that are either. Those that are given are the cheapest. `free` says how many of
 * a line no other such promotion has used.
 */
export function findCombinations(
  offer: Offer,
  of: { lines: readonly BasketLine[]; free: (line: BasketLine) => number },
): { times: number; bought: Pieces[]; given: Pieces[] } {
  const piles: Pile[] = of.lines
    .map((line) => ({
      line,
      left: of.free(line),
      isBuy: isAmong(line, offer.buy.goods),
      isGet: isAmong(line, offer.get.goods),
    }))
    .filter((pile) => pile.left > 0 && (pile.isBuy || pile.isGet))
    .sort((a, b) => a.line.unitPriceMinor - b.line.unitPriceMinor || (a.line.variantId < b.line.variantId ? -1 : 1))
  const toBuy = count(piles, (pile) => pile.isBuy)
  const times = Math.min(
    Math.floor(toBuy / offer.buy.quantity),
    Math.floor(count(piles, (pile) => pile.isGet) / offer.get.quantity),
    Math.floor(count(piles, () => true) / (offer.buy.quantity + offer.get.quantity)),
    offer.timesMax ?? Number.POSITIVE_INFINITY,
  )
  if (times === 0) return { times, bought: [], given: [] }
  // What can be bought as well may be given only as far as enough stays to be bought.
  let spare = toBuy - times * offer.buy.quantity
  const given = take(
    piles.filter((pile) => pile.isGet),
    times * offer.get.quantity,
    (pile, wanted) => {
      if (!pile.isBuy) return wanted
      const taken = Math.min(wanted, spare)
      spare -= taken
      return taken
    },
  )
  // The dearest that are good for nothing else come first, so that others find as many combinations as there can be.
  const forBuying = piles.filter((pile) => pile.isBuy).sort((a, b) => Number(a.isGet) - Number(b.isGet))
  return { times, given, bought: take(forBuying, times * offer.buy.quantity, (_, wanted) => wanted) }
}

function take(piles: readonly Pile[], quantity: number, allowed: (pile: Pile, wanted: number) => number): Pieces[] {
  const taken: Pieces[] = []
  let left = quantity
  for (const pile of piles) {
    const now = allowed(pile, Math.min(pile.left, left))
    if (now === 0) continue
    pile.left -= now
    left -= now
    taken.push({ lineId: pile.line.id, quantity: now })
  }
  return taken
}

function count(piles: readonly Pile[], isMeant: (pile: Pile) => boolean): number {
  return piles.reduce((sum, pile) => sum + (isMeant(pile) ? pile.left : 0), 0)
}
