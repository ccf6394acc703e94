import { availableParallelism, cpus, loadavg, totalmem } from 'node:os'

/** Prints a table: the first row is the heading; what looks like a number stands to the right. */
export function printTable(rows: readonly (readonly string[])[]): void {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)))
  rows.forEach((row, index) => {
    const cells = row.map((cell, column) => {
      const width = widths[column] ?? 0
      return index > 0 && /^[-\d.,]+( \S+)?$/.test(cell) ? cell.padStart(width) : cell.padEnd(width)
    })
    console.log(`  ${cells.join('   ').trimEnd()}`)
    if (index === 0) console.log(`  ${widths.map((width) => '-'.repeat(width)).join('   ')}`)
  })
}

/** Prints the last line of a bench. Figures are rounded to what they mean. */
export function printFigures(bench: string, figures: Record<string, number | string | boolean>): void {
  console.log(JSON.stringify({ bench, figures }))
}

/** Three significant digits for what is small, whole numbers for what is large. */
export function rounded(value: number): number {
  return Math.abs(value) >= 1000 ? Math.round(value) : Number(value.toPrecision(3))
}

/** The machine that it was measured on, and how busy it was with other things before the bench began. */
export function machine(): string {
  const memoryGb = Math.round(totalmem() / 1024 ** 3)
  const model = cpus()[0]?.model ?? 'unknown processor'
  return `${availableParallelism()} cores (${model}), ${memoryGb} GB, Node ${process.versions.node}, load ${(loadavg()[0] ?? 0).toFixed(2)}`
}
