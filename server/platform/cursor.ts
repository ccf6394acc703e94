import { expectedErrors } from './errors.ts'

const errors = expectedErrors('lists', {
  badCursor: { status: 400, say: 'This place in the list does not exist. Start from its beginning.' },
})

/** The answer to a place that no list has. */
export const badCursor = () => errors.badCursor()

/** The place after a row in a list, as a text that means nothing to whoever is given it. */
export function cursorAfter(...keys: string[]): string {
  return Buffer.from(JSON.stringify(keys)).toString('base64url')
}

/** The keys of the row that a place is after; undefined at the beginning of the list. */
export function keysOf(cursor: string | undefined, count: number): string[] | undefined {
  if (cursor === undefined || cursor === '') return undefined
  try {
    const keys: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    if (Array.isArray(keys) && keys.length === count && keys.every((key) => typeof key === 'string')) return keys
  } catch {
    // Falls through: what does not read as a place is none.
  }
  throw badCursor()
}

/** Cuts the one row too many that says whether there are more, and answers the place to go on from. */
export function pageOf<T>(
  rows: T[],
  of: { limit: number; keys: (row: T) => string[] },
): { items: T[]; next: string | null } {
  if (rows.length <= of.limit) return { items: rows, next: null }
  const items = rows.slice(0, of.limit)
  return { items, next: cursorAfter(...of.keys(items.at(-1) as T)) }
}
