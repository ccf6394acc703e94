import { startProgram } from './child-program.ts'

/** One round of reading: shoppers at once, each asking again as soon as it is answered. */
export type ReadLoad = { mix: string; port: number; shoppers: number; durationMs: number }

/** A request of a script; `{line}` in its path stands for the cart line that the answer before named last. */
export type Step = { method: string; path: string; headers?: Record<string, string>; body?: string; expect: number }

/** One round of writing: scripts are done in order, each by one shopper. The round ends early when none are left. */
export type WriteLoad = { port: number; shoppers: number; durationMs: number; scripts: Step[][] }

export type LoadResult = {
  perSecond: number
  count: number
  bytes: number
  p50Ms: number
  p95Ms: number
  /** Answers with another status, or other bytes, than expected; the first few in words. */
  errorCount: number
  errors: string[]
  /** How many scripts of a writing round were begun. */
  scriptsDone: number
}

/** The shoppers of a bench, in a process of their own. */
export type LoadDriver = {
  /** Tells the driver of a mix of addresses once; rounds name it. */
  prepare(name: string, mix: { paths: string[]; order: number[]; headers?: Record<string, string> }): Promise<void>
  read(load: ReadLoad): Promise<LoadResult>
  write(load: WriteLoad): Promise<LoadResult>
  stop(): Promise<void>
}

/** Starts them. */
export function startLoadDriver(): LoadDriver {
  const program = startProgram(new URL('./load-driver.ts', import.meta.url))
  return {
    prepare: (name, mix) => program.ask({ name, mix }),
    read: (read) => program.ask({ read }),
    write: (write) => program.ask({ write }),
    stop: () => program.stop(),
  }
}
