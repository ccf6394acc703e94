/** One expected way for a request to fail: its HTTP status and the sentence a person reads. */
export type ExpectedErrorEntry = { status: number; say: string }

/** What an operation throws when the answer is no, in words the asker can act on. */
export class ExpectedError extends Error {
  readonly code: string
  readonly status: number
  readonly details: Record<string, unknown>
  constructor(code: string, status: number, sentence: string, details: Record<string, unknown>) {
    super(sentence)
    this.code = code
    this.status = status
    this.details = details
  }
}

/** Something outside did not answer (a bank, a mail server): 503, worth trying again. */
export class OutageError extends Error {}

type Details = Record<string, string | number | boolean | null | undefined | readonly string[]>

const table = new Map<string, ExpectedErrorEntry>()

/** Every expected error of every module that has been loaded: code to status and sentence. */
export const allExpectedErrors: ReadonlyMap<string, ExpectedErrorEntry> = table

/**
 * Declares a module's expected errors. The code that clients see is `module.name` in kebab-case (`carts.out-of-stock`);
 * `{name}` in a sentence is filled from the details, which also travel in the answer.
 */
export function expectedErrors<const T extends Record<string, ExpectedErrorEntry>>(
  module: string,
  entries: T,
): { [K in keyof T]: (details?: Details) => ExpectedError } {
  const made = {} as { [K in keyof T]: (details?: Details) => ExpectedError }
  for (const name of Object.keys(entries) as (keyof T & string)[]) {
    const entry = entries[name] as ExpectedErrorEntry
    const code = `${module}.${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`
    if (table.has(code)) throw new Error(`error code ${code} is declared twice`)
    table.set(code, entry)
    made[name] = (details = {}) =>
      new ExpectedError(
        code,
        entry.status,
        entry.say.replace(/\{(\w+)\}/g, (_, key: string) => String(details[key] ?? '')),
        details,
      )
  }
  return made
}
