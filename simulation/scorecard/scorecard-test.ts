import type { Violation } from './check-invariants.ts'

/** How a test is to be run. The same seed and form give the same test. */
export type RunOptions = {
  seed: number
  /** The short form, which `npm test` runs; the long one is for nights. */
  isShort: boolean
  /** Says how far it has come. */
  say(line: string): void
}

/** What came of it. A test whose tools are missing was not run, and has therefore not passed. */
export type Outcome =
  | { kind: 'ran'; pass: boolean; figures: Record<string, number | string>; violations: Violation[] }
  | { kind: 'not-run'; because: string }

/** One test of the scorecard: a file `<id>-<words>.ts` that exports it as `test`. */
export type ScorecardTest = {
  id: string
  /** What holds, in the words of the trade. */
  promise: string
  run(options: RunOptions): Promise<Outcome>
}

/** It ran; it passed if what it promises was seen, and the books are in order. */
export function ran(of: { kept: boolean; figures: Record<string, number | string>; violations: Violation[] }): Outcome {
  return { kind: 'ran', pass: of.kept && of.violations.length === 0, figures: of.figures, violations: of.violations }
}
