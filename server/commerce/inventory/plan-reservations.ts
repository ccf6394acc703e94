/** What a line takes of one item. `isOptional`: sold on when the shelf is empty, so it takes what is there. */
export type Need = { line: number; inventoryItemId: string; quantity: number; perUnit: number; isOptional: boolean }

/** What lies free at a location. */
export type Shelf = { inventoryItemId: string; locationId: string; free: number }

export type Taking = { line: number; inventoryItemId: string; locationId: string; quantity: number }
export type Plan = { takings: Taking[]; short: { line: number; left: number }[] }

/**
 * Says which pieces go to which lines. One location that has everything is preferred (one parcel), else each piece
 * comes from the first location in the given order that has it. Lines that share an item are served together: what
 * one takes, the next cannot have. `left` is how many units of a short line could be had.
 */
export function planReservations(of: {
  needs: readonly Need[]
  shelves: readonly Shelf[]
  locationIds: readonly string[]
}): Plan {
  for (const locationId of of.locationIds) {
    const plan = take({ ...of, locationIds: [locationId] })
    if (plan.short.length === 0 && plan.isWhole) return plan
  }
  return take(of)
}

function take(of: {
  needs: readonly Need[]
  shelves: readonly Shelf[]
  locationIds: readonly string[]
}): Plan & { isWhole: boolean } {
  const free = new Map(of.shelves.map((shelf) => [keyOf(shelf), shelf.free]))
  const plan = { takings: [] as Taking[], short: [] as Plan['short'], isWhole: true }
  for (const need of of.needs) {
    let wanted = need.quantity
    for (const locationId of of.locationIds) {
      const key = keyOf({ inventoryItemId: need.inventoryItemId, locationId })
      const quantity = Math.min(wanted, free.get(key) ?? 0)
      if (quantity <= 0) continue
      plan.takings.push({ line: need.line, inventoryItemId: need.inventoryItemId, locationId, quantity })
      free.set(key, (free.get(key) ?? 0) - quantity)
      wanted -= quantity
    }
    if (wanted > 0) plan.isWhole = false
    if (wanted > 0 && !need.isOptional)
      plan.short.push({ line: need.line, left: Math.floor((need.quantity - wanted) / need.perUnit) })
  }
  return plan
}

function keyOf(of: { inventoryItemId: string; locationId: string }): string {
  return `${of.inventoryItemId} ${of.locationId}`
}
