import fs from 'node:fs'
import path from 'node:path'

/** An append-only file of lines that survives a pulled plug: what was settled is on the disk. */
export type DurableLog = {
  /** Queues a line (without its line feed). It is on the disk once `settled` has resolved. */
  append(line: string): void
  /** Resolves when everything appended so far is on the disk; undefined when it already is. */
  settled(): Promise<void> | undefined
  /** Up to `limit` lines that are on the disk, the first of them being line `after + 1`. */
  readAfter(after: number, limit: number): Promise<string>
  /** Waits for what is queued, then closes the file. */
  close(): Promise<void>
}

type Batch = { lines: string[]; done: Promise<void>; release: () => void }

/**
 * Opens or makes the log of JSON lines, giving each value that is already there to `replay`.
 * A last line that a crash cut short was never answered to anyone: it is cut off. A broken line before it is an error.
 * `onBroken` is called when the disk refuses a write; nothing settles after that, so the process should end.
 */
export function openDurableLog(
  file: string,
  options: { replay: (value: unknown) => void; onBroken: (error: Error) => void },
): DurableLog {
  const isNew = !fs.existsSync(file)
  const fd = fs.openSync(file, 'a+', 0o600)
  if (isNew) syncFolder(path.dirname(file))
  const lineEnds = replayLines(fd, options.replay)
  let waiting: Batch | undefined
  let flushing: Batch | undefined

  function flush(): void {
    if (flushing || !waiting) return
    const batch = waiting
    flushing = batch
    waiting = undefined
    const ends: number[] = []
    let end = lineEnds.at(-1) ?? 0
    for (const line of batch.lines) {
      end += Buffer.byteLength(line) + 1
      ends.push(end)
    }
    writeAll(fd, Buffer.from(`${batch.lines.join('\n')}\n`), (writeError) => {
      if (writeError) return options.onBroken(writeError)
      fs.fdatasync(fd, (syncError) => {
        if (syncError) return options.onBroken(syncError)
        for (const lineEnd of ends) lineEnds.push(lineEnd)
        flushing = undefined
        batch.release()
        flush()
      })
    })
  }

  return {
    append(line) {
      if (!waiting) {
        waiting = openBatch()
        // After this turn of the event loop, so that all requests read in it share one write and one sync.
        setImmediate(flush)
      }
      waiting.lines.push(line)
    },
    settled: () => (waiting ?? flushing)?.done,
    readAfter: (after, limit) =>
      readRange(fd, lineEnds[after - 1] ?? 0, lineEnds[after + limit - 1] ?? lineEnds.at(-1)),
    async close() {
      for (let open = waiting ?? flushing; open; open = waiting ?? flushing) await open.done
      fs.closeSync(fd)
    },
  }
}

function openBatch(): Batch {
  const { promise, resolve } = Promise.withResolvers<void>()
  return { lines: [], done: promise, release: resolve }
}

function writeAll(fd: number, bytes: Buffer, done: (error: Error | null) => void): void {
  fs.write(fd, bytes, 0, bytes.length, null, (error, written) => {
    if (error || written === bytes.length) return done(error)
    writeAll(fd, bytes.subarray(written), done)
  })
}

/** Returns where each whole line ends, in bytes, and leaves the file ending with a whole line. */
function replayLines(fd: number, replay: (value: unknown) => void): number[] {
  const bytes = fs.readFileSync(fd)
  const lineEnds: number[] = []
  let start = 0
  for (let end = bytes.indexOf(10); end !== -1; end = bytes.indexOf(10, start)) {
    const isLast = end === bytes.length - 1
    const value = parseLine(bytes.toString('utf8', start, end))
    if (value === undefined) {
      if (isLast) break
      throw new Error(`Line ${lineEnds.length + 1} of the log is broken, and more lines follow it.`)
    }
    replay(value)
    start = end + 1
    lineEnds.push(start)
  }
  if (start < bytes.length) {
    fs.ftruncateSync(fd, start)
    fs.fsyncSync(fd)
  }
  return lineEnds
}

function parseLine(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}

function readRange(fd: number, start: number, end = 0): Promise<string> {
  if (end <= start) return Promise.resolve('')
  const bytes = Buffer.alloc(end - start)
  return new Promise((resolve, reject) => {
    fs.read(fd, bytes, 0, bytes.length, start, (error, read) =>
      error ? reject(error) : resolve(bytes.toString('utf8', 0, read)),
    )
  })
}

/** A new file's name is only safe once its folder is synced too. */
function syncFolder(folder: string): void {
  const fd = fs.openSync(folder, 'r')
  fs.fsyncSync(fd)
  fs.closeSync(fd)
}
