import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

/** A program in a process of its own that is asked things and answers each. */
export type ChildProgram = {
  readonly pid: number
  /** Asks one thing and waits for its answer; what the program throws is thrown here. */
  ask<Answer>(question: unknown): Promise<Answer>
  stop(): Promise<void>
}

type Told = { id: number; answer?: unknown; failure?: string }

/** Starts one of our own files as a program; it must call `answerQuestions`. */
export function startProgram(file: URL, options: { args?: string[]; execArgv?: string[] } = {}): ChildProgram {
  const child = fork(fileURLToPath(file), options.args ?? [], {
    execArgv: ['--disable-warning=ExperimentalWarning', ...(options.execArgv ?? [])],
    serialization: 'advanced',
  })
  const waiting = new Map<number, { resolve: (answer: unknown) => void; reject: (error: Error) => void }>()
  let count = 0
  child.on('message', (message) => {
    const told = message as Told
    const asked = waiting.get(told.id)
    waiting.delete(told.id)
    if (told.failure === undefined) asked?.resolve(told.answer)
    else asked?.reject(new Error(told.failure))
  })
  child.once('exit', (code, signal) => {
    for (const { reject } of waiting.values()) reject(new Error(`${file.pathname} ended (${signal ?? code})`))
    waiting.clear()
  })
  const endWithUs = () => child.kill('SIGKILL')
  process.once('exit', endWithUs)
  return {
    pid: child.pid as number,
    ask<Answer>(question: unknown) {
      return new Promise<Answer>((resolve, reject) => {
        count++
        waiting.set(count, { resolve: resolve as (answer: unknown) => void, reject })
        child.send({ id: count, question })
      })
    },
    async stop() {
      process.off('exit', endWithUs)
      await ended(child)
    },
  }
}

/** In the program: answers one question after the other, in the order in which they came. */
export function answerQuestions<Question>(answer: (question: Question) => Promise<unknown>): void {
  let last: Promise<unknown> = Promise.resolve()
  process.on('message', (message) => {
    const { id, question } = message as { id: number; question: Question }
    last = last.then(() =>
      answer(question).then(
        (given) => process.send?.({ id, answer: given } satisfies Told),
        (error: unknown) =>
          process.send?.({ id, failure: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
      ),
    )
  })
  process.on('disconnect', () => process.exit(0))
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.disconnect()
  const force = setTimeout(() => child.kill('SIGKILL'), 3000)
  await gone
  clearTimeout(force)
}
