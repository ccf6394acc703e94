import type { Writable } from 'node:stream'
import type { Shop } from '../../platform/context.ts'
import { writeJournal } from '../ledger/index.ts'
import { currentStore } from '../stores/index.ts'
import { periodOf } from './period.ts'

/** Writes the books, or those of some days, as a journal for hledger. Answers how many transactions it holds. */
export async function exportBooks(
  ctx: Shop,
  of: { out: Writable; from?: string | undefined; until?: string | undefined },
): Promise<number> {
  const period = await periodOf(ctx, of)
  const { name } = await currentStore(ctx)
  return writeJournal(ctx, { out: of.out, title: `The books of ${name}`, ...period })
}
