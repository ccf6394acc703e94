import type { Said } from '../words.ts'
import type { Paper } from './stock-types.ts'

const reasons: Record<string, string> = {
  received: 'Received',
  sold: 'Sent to a customer',
  adjusted: 'Put right',
  counted: 'Counted',
  transferred: 'Transferred',
  returned: 'Came back',
  imported: 'Imported',
  damaged: 'Damaged',
  lost: 'Lost',
  found: 'Found',
  corrected: 'Corrected',
  taken: 'Taken for own use',
}

/** Why pieces moved, in words. */
export function reasonWords(reason: string): string {
  return reasons[reason] ?? reason
}

/** Why a number is put right, and which way each reason leads. */
export const adjustReasons = {
  damaged: { words: 'Damaged: so many are gone', sign: -1 },
  lost: { words: 'Lost: so many are gone', sign: -1 },
  taken: { words: 'Taken for own use, as a gift or to show', sign: -1 },
  found: { words: 'Found: so many more are here', sign: 1 },
  corrected: { words: 'Entered wrongly: more, or with a minus, fewer', sign: 0 },
} as const

/** What a paper is called: "Transfer to Store", "Damaged at Warehouse". */
export function paperTitle(paper: Paper): string {
  if (paper.kind === 'receipt') return `Received at ${paper.locationName}`
  if (paper.kind === 'transfer') return `${paper.locationName} to ${paper.toLocationName}`
  if (paper.kind === 'count') return `Count at ${paper.locationName}`
  return `${reasonWords(paper.reason ?? '')} at ${paper.locationName}`
}

/** How far a paper is. */
export function paperWords(paper: Pick<Paper, 'kind' | 'status'>): Said {
  if (paper.status === 'sent') return { words: 'On its way', tone: 'care' }
  if (paper.status === 'open') return { words: 'Being counted', tone: 'care' }
  if (paper.status === 'review') return { words: 'To be applied', tone: 'care' }
  if (paper.status === 'discarded') return { words: 'Put away', tone: 'plain' }
  return { words: paper.kind === 'count' ? 'Applied' : 'Done', tone: 'plain' }
}

/** An item's name in one line. */
export function itemWords(item: { title: string; variantTitle: string }): string {
  return [item.title, item.variantTitle].filter(Boolean).join(', ')
}

/** A number with its sign: "+5", "-2". */
export function signed(quantity: number): string {
  return quantity > 0 ? `+${quantity}` : String(quantity).replace('-', '\u2212')
}

export const pieces = (count: number) => (count === 1 ? '1 piece' : `${count} pieces`)
