/** Pieces of an item, promised to a line. */
export type HeldPieces = { quantity: number }

/**
 * Of one item's reservations, which pieces go with some units of a line, and how many of each: the whole rest when all
 * units that had not left go now, else their share, rounded up so that no unit leaves without its pieces.
 */
export function partsOf<Held extends HeldPieces>(
  item: readonly Held[],
  line: { quantity: number; unsentQuantity: number },
): (Held & { taken: number })[] {
  const total = item.reduce((sum, reservation) => sum + reservation.quantity, 0)
  let wanted = Math.ceil((total * line.quantity) / line.unsentQuantity)
  return item.flatMap((reservation) => {
    const taken = Math.min(wanted, reservation.quantity)
    wanted -= taken
    return taken > 0 ? [{ ...reservation, taken }] : []
  })
}
