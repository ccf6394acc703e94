import { readFileSync } from 'node:fs'
import { people } from './people.ts'
import type { Tried } from './try-doors.ts'

const file = new URL('matrix.txt', import.meta.url)

/** The checked-in table: who is let in where, by route. */
export function readMatrix(): Map<string, string> {
  const rows = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split(/\s+/))
  return new Map(rows.map(([method, url, ...verdicts]) => [`${method} ${url}`, verdicts.join(' ')]))
}

/** A row as it stands in the table. */
export function rowOf({ route, verdicts }: Pick<Tried, 'route' | 'verdicts'>): string {
  const [method = '', url = ''] = route.split(' ')
  const cells = verdicts.map((verdict, index) => verdict.padEnd((people[index] as string).length))
  return `${method.padEnd(6)} ${url.padEnd(52)} ${cells.join(' ')}`.trimEnd()
}

/** Where what was tried and the table disagree, each with what to do about it; nothing when they are equal. */
export function disagreements(tried: readonly Tried[]): string[] {
  const matrix = readMatrix()
  const found: string[] = []
  for (const each of tried) {
    const wanted = matrix.get(each.route)
    if (wanted === undefined)
      found.push(
        `A new route has no row. If this is who may use it, add to simulation/access/matrix.txt:\n${rowOf(each)}`,
      )
    else if (wanted !== each.verdicts.join(' '))
      found.push(
        `Not who may use it by the table.\n${rowOf({ route: each.route, verdicts: wanted.split(' ') as never })}  <- the table\n${rowOf(each)}  <- the shop`,
      )
    for (const fault of each.faults) found.push(`${each.route} failed for ${fault}`)
  }
  for (const route of matrix.keys())
    if (!tried.some((each) => each.route === route)) found.push(`The table has a route that the shop has not: ${route}`)
  return found
}
