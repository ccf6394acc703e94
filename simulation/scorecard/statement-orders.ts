import type { Script } from './step-through.ts'

/** Tables that a trigger writes when another is written. */
const alsoWritten: Record<string, string[]> = {
  stock_movements: ['stock_levels'],
  ledger_entries: ['ledger_balances'],
}

/**
 * Where the steps of two transactions begin. A statement that touches nothing which the other writes, and writes nothing
 * which the other touches, comes to the same wherever the other's statements fall; it goes with the next that does not.
 */
export function stepsOf(script: Script, other: Script, tables: readonly string[]): Set<number> {
  const others = other.map((text) => touches(text, tables))
  const starts = new Set([0])
  for (const [index, text] of script.entries()) {
    const mine = touches(text, tables)
    const meets = others.some(
      (theirs) =>
        [...mine.written].some((table) => theirs.touched.has(table)) ||
        [...theirs.written].some((table) => mine.touched.has(table)),
    )
    if (meets && index + 1 < script.length) starts.add(index + 1)
  }
  return starts
}

function touches(text: string, tables: readonly string[]): { touched: Set<string>; written: Set<string> } {
  const words = new Set(text.match(/\b[a-z_]+\b/g) ?? [])
  const touched = new Set(tables.filter((table) => words.has(table)))
  const written = new Set(
    [...text.matchAll(/\b(?:insert into|update|delete from)\s+([a-z_]+)/g)].map(([, table = '']) => table),
  )
  // What is locked is as good as written.
  if (/\bfor (?:no key )?(?:update|share)\b/.test(text)) for (const table of touched) written.add(table)
  if (text.includes('pg_advisory')) for (const set of [touched, written]) set.add('an advisory lock')
  for (const table of [...written]) for (const more of alsoWritten[table] ?? []) written.add(more)
  for (const table of written) touched.add(table)
  return { touched, written }
}

/** How many orders there are: (a + b) over a. */
export function countOrders(a: number, b: number): number {
  let count = 1
  for (let k = 1; k <= a; k++) count = (count * (b + k)) / k
  return Math.round(count)
}
