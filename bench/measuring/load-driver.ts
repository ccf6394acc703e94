import { answerQuestions } from './child-program.ts'
import type { LoadResult, ReadLoad, Step, WriteLoad } from './load.ts'
import { quantile } from './quantiles.ts'
import { openRawConnection, type RawConnection, rawRequest } from './raw-connection.ts'

/**
 * The program that plays the shoppers, in a process of its own so that it takes no time from the one it measures.
 * It starts answering when it is forked by `load.ts`.
 */
type Question = { name: string; mix: ReadMix } | { read: ReadLoad } | { write: WriteLoad }

/** Addresses that many shoppers open, and the order in which they do. */
type ReadMix = { paths: string[]; order: number[]; headers?: Record<string, string> }

const mixes = new Map<string, ReadMix>()
/** Where each mix goes on in its next round, so that a round does not repeat the one before. */
const places = new Map<string, number>()
/** Length of the answer to each address of a mix; both servers must send the same bytes. */
const lengths = new Map<string, Float64Array>()

answerQuestions(async (question: Question) => {
  if ('mix' in question) mixes.set(question.name, question.mix)
  else if ('read' in question) return readRound(question.read)
  else return writeRound(question.write)
})

async function readRound(load: ReadLoad): Promise<LoadResult> {
  const mix = mixes.get(load.mix)
  if (!mix) throw new Error(`no mix ${load.mix}`)
  const requests = mix.paths.map((path) =>
    rawRequest({ method: 'GET', path, port: load.port, headers: mix.headers ?? {} }),
  )
  const known = lengths.get(load.mix) ?? new Float64Array(mix.paths.length).fill(-1)
  lengths.set(load.mix, known)
  const placeKey = `${load.mix} ${load.port}`
  let place = places.get(placeKey) ?? 0
  const tally = startTally()
  const until = performance.now() + load.durationMs
  await withConnections(load, async (connection) => {
    while (performance.now() < until) {
      const index = mix.order[place++ % mix.order.length] as number
      const began = performance.now()
      const answer = await connection.send(requests[index] as Buffer, false)
      tally.add(performance.now() - began, answer.length)
      if (answer.status !== 200) tally.unexpected(`${answer.status} for ${mix.paths[index]}`)
      else if (known[index] === -1) known[index] = answer.length
      else if (known[index] !== answer.length) tally.unexpected(`other bytes for ${mix.paths[index]}`)
    }
  })
  places.set(placeKey, place)
  return tally.result()
}

/** Shoppers take script after script from the pile, and do the steps of each in order. */
async function writeRound(load: WriteLoad): Promise<LoadResult> {
  const tally = startTally()
  const until = performance.now() + load.durationMs
  let taken = 0
  await withConnections(load, async (connection) => {
    while (performance.now() < until && taken < load.scripts.length) {
      const script = load.scripts[taken++] as Step[]
      let lastLine = ''
      for (const step of script) {
        const request = rawRequest({ ...step, path: step.path.replace('{line}', lastLine), port: load.port })
        const began = performance.now()
        const answer = await connection.send(request, true)
        tally.add(performance.now() - began, answer.length)
        const text = answer.body?.toString('latin1') ?? ''
        if (answer.status !== step.expect)
          tally.unexpected(`${answer.status} for ${step.method} ${step.path}: ${text.slice(0, 300)}`)
        lastLine =
          text
            .match(/"id":"(cline_[a-z0-9]+)"/g)
            ?.at(-1)
            ?.slice(6, -1) ?? lastLine
      }
    }
  })
  return { ...tally.result(), scriptsDone: taken }
}

async function withConnections(
  load: { port: number; shoppers: number },
  shop: (connection: RawConnection) => Promise<void>,
): Promise<void> {
  const connections = await Promise.all(Array.from({ length: load.shoppers }, () => openRawConnection(load.port)))
  try {
    await Promise.all(connections.map(shop))
  } finally {
    for (const connection of connections) connection.close()
  }
}

function startTally() {
  const began = performance.now()
  const took: number[] = []
  const errors: string[] = []
  let errorCount = 0
  let bytes = 0
  return {
    add(ms: number, length: number) {
      took.push(ms)
      bytes += length
    },
    unexpected(what: string) {
      errorCount++
      if (errors.length < 5) errors.push(what)
    },
    result(): LoadResult {
      const elapsedMs = performance.now() - began
      const sorted = Float64Array.from(took).sort()
      return {
        perSecond: (took.length / elapsedMs) * 1000,
        count: took.length,
        bytes,
        p50Ms: quantile(sorted, 0.5),
        p95Ms: quantile(sorted, 0.95),
        errorCount,
        errors,
        scriptsDone: 0,
      }
    },
  }
}
