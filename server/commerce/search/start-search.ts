import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises'
import type { Change } from '../../platform/change-feed.ts'
import type { Shop } from '../../platform/context.ts'
import { readCategories, readDocuments, readOffers, readPage } from './read-documents.ts'
import { createSearchIndex, type SearchIndex } from './search-index.ts'

const pageSize = 200
/** Changes are gathered this long, so that an import is taken over by the hundred. */
const gatherMs = 20
const retryMs = 1000

/** The search of one open shop. */
export type RunningSearch = {
  /** The index as it stands; replaced when it had to be built anew. */
  readonly index: SearchIndex
  /** Resolves once the index has been built for the first time. */
  readonly ready: Promise<void>
  /** Resolves when everything heard of so far can be found. */
  settled(): Promise<void>
  /** Calls back each time after changes were taken over: lists made before may be out of date. */
  onChanged(hear: () => void): void
  stop(): Promise<void>
}

/** What was heard of and not yet taken over. */
type Pending = { documents: Set<string>; offers: Set<string>; categories: boolean; everything: boolean }

const running = new WeakMap<Shop, RunningSearch>()

/**
 * Builds the index of a shop in this process and keeps it current. Changes are heard before the first page is read, so
 * that none falls in between. Call it once for each open shop, before or after `ctx.changes.start()`.
 */
export function startSearch(ctx: Shop): RunningSearch {
  const known = running.get(ctx)
  if (known) return known
  let index = createSearchIndex()
  let pending = nothingPending()
  let stopped = false
  let work: Promise<void> | undefined
  const hearers: (() => void)[] = []
  const isStopped = () => stopped
  const wake = () => {
    work ??= applyAll().finally(() => (work = undefined))
  }
  const applyAll = async () => {
    await ready.catch(() => {})
    while (!stopped && !isEmpty(pending)) {
      await pause(gatherMs)
      const taken = pending
      pending = nothingPending()
      try {
        if (taken.everything) index = await buildIndex(ctx, isStopped)
        else await applyChanges(ctx, index, taken, isStopped)
        for (const hear of hearers) hear()
      } catch (error) {
        if (stopped) return
        ctx.log.warn({ err: error }, 'search is behind: the database does not answer')
        pending = bothPending(taken, pending)
        await pause(retryMs)
      }
    }
  }
  listen(ctx, (note) => {
    if (stopped) return
    note(pending)
    wake()
  })
  const ready = buildIndex(ctx, isStopped).then((built) => {
    index = built
  })
  ready.catch(() => {})
  const search: RunningSearch = {
    get index() {
      return index
    },
    ready,
    async settled() {
      await ready
      while (work) await work
    },
    onChanged: (hear) => hearers.push(hear),
    async stop() {
      stopped = true
      await ready.catch(() => {})
      await work
    },
  }
  running.set(ctx, search)
  return search
}

/** The search of this shop; a fault when it has not been started. */
export function searchOf(ctx: Shop): RunningSearch {
  const search = running.get(ctx)
  if (!search) throw new Error('search has not been started in this process')
  return search
}

/** Resolves once products can be found. */
export async function searchReady(ctx: Shop): Promise<void> {
  await searchOf(ctx).ready
}

/**
 * Calls back each time after this process's search took over changes. What keeps lists of found products must drop them
 * then: the change itself is heard of a moment before the index has it.
 */
export function onSearchChanged(ctx: Shop, hear: () => void): void {
  searchOf(ctx).onChanged(hear)
}

function listen(ctx: Shop, hear: (note: (pending: Pending) => void) => void): void {
  const lost = (pending: Pending) => {
    pending.everything = true
  }
  const on = (types: readonly string[], note: (pending: Pending, change: Change) => void) =>
    ctx.changes.on(types, (change) => hear(change === 'lost' ? lost : (pending) => note(pending, change)))
  on(['product.created', 'product.changed'], (pending, change) => pending.documents.add(change.subject))
  on(['price.changed', 'stock.availability-changed'], (pending, change) => pending.offers.add(change.subject))
  on(['category.changed'], (pending) => {
    pending.categories = true
  })
}

async function buildIndex(ctx: Shop, isStopped: () => boolean): Promise<SearchIndex> {
  const index = createSearchIndex()
  index.changeCategories(await readCategories(ctx))
  let afterId = ''
  while (!isStopped()) {
    const page = await readPage(ctx, { afterId, limit: pageSize })
    const last = page.at(-1)
    if (!last) break
    index.put(page)
    await tidy(index)
    afterId = last.id
  }
  return index
}

async function applyChanges(ctx: Shop, index: SearchIndex, changes: Pending, isStopped: () => boolean): Promise<void> {
  const documents = new Set(changes.documents)
  if (changes.categories) for (const id of index.changeCategories(await readCategories(ctx))) documents.add(id)
  for (const ids of inPages([...documents])) {
    if (isStopped()) return
    const found = await readDocuments(ctx, ids)
    const there = new Set(found.map((document) => document.id))
    index.remove(ids.filter((id) => !there.has(id)))
    index.put(found)
    await tidy(index)
  }
  for (const ids of inPages([...changes.offers].filter((id) => !documents.has(id))))
    index.changeOffers(await readOffers(ctx, ids))
}

/** Housekeeping, with requests answered in between. */
async function tidy(index: SearchIndex): Promise<void> {
  for (const _ of index.tidy()) await nextTurn()
}

function inPages(ids: readonly string[]): string[][] {
  return Array.from({ length: Math.ceil(ids.length / pageSize) }, (_, page) =>
    ids.slice(page * pageSize, (page + 1) * pageSize),
  )
}

function nothingPending(): Pending {
  return { documents: new Set(), offers: new Set(), categories: false, everything: false }
}

function isEmpty(pending: Pending): boolean {
  return !pending.everything && !pending.categories && pending.documents.size === 0 && pending.offers.size === 0
}

function bothPending(one: Pending, other: Pending): Pending {
  return {
    documents: one.documents.union(other.documents),
    offers: one.offers.union(other.offers),
    categories: one.categories || other.categories,
    everything: one.everything || other.everything,
  }
}
