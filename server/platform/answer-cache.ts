/** Ready-made answers in memory, dropped when something they were made from changes, and bounded in bytes. */
export type AnswerCache<T> = {
  get(key: string): T | undefined
  /** Keeps an answer. `tags` name what it was made from; `madeAt` is the generation read before making it. */
  set(key: string, answer: T, options: { tags: readonly string[]; bytes: number; madeAt: number }): void
  /** Drops every answer made from this. */
  drop(tag: string): void
  clear(): void
  /** Rises with every drop. Read it before making an answer: one that was overtaken by a change is not kept. */
  generation(): number
  readonly size: number
  readonly bytes: number
}

type Entry<T> = { answer: T; tags: readonly string[]; bytes: number; isWanted: boolean }

/** Makes a cache that holds at most `bytesMax`; what nobody asked for leaves first, the oldest at the front. */
export function createAnswerCache<T>(options: { bytesMax: number }): AnswerCache<T> {
  const entries = new Map<string, Entry<T>>()
  const keysOf = new Map<string, Set<string>>()
  let bytes = 0
  let generation = 0
  const remove = (key: string) => {
    const entry = entries.get(key)
    if (!entry) return
    entries.delete(key)
    bytes -= entry.bytes
    for (const tag of entry.tags) {
      const keys = keysOf.get(tag)
      keys?.delete(key)
      if (keys?.size === 0) keysOf.delete(tag)
    }
  }
  /** Lets the oldest go, unless it was asked for since it last stood here: then it goes to the end of the line once. */
  const makeRoom = () => {
    const [key, entry] = entries.entries().next().value as [string, Entry<T>]
    if (!entry.isWanted) return remove(key)
    entry.isWanted = false
    entries.delete(key)
    entries.set(key, entry)
  }
  return {
    get(key) {
      const entry = entries.get(key)
      if (!entry) return undefined
      // A mark instead of moving it to the end: a list looks up dozens of answers, and moving costs ten times as much.
      entry.isWanted = true
      return entry.answer
    },
    set(key, answer, { tags, bytes: size, madeAt }) {
      if (madeAt !== generation || size > options.bytesMax / 8) return
      remove(key)
      entries.set(key, { answer, tags, bytes: size, isWanted: false })
      bytes += size
      for (const tag of tags) {
        let keys = keysOf.get(tag)
        if (!keys) keysOf.set(tag, (keys = new Set()))
        keys.add(key)
      }
      while (bytes > options.bytesMax) makeRoom()
    },
    drop(tag) {
      generation++
      for (const key of [...(keysOf.get(tag) ?? [])]) remove(key)
    },
    clear() {
      generation++
      entries.clear()
      keysOf.clear()
      bytes = 0
    },
    generation: () => generation,
    get size() {
      return entries.size
    },
    get bytes() {
      return bytes
    },
  }
}
