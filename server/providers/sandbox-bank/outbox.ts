import type { BankRecord, BankState } from './bank-records.ts'
import { eventOf } from './webhook-events.ts'

/** A message to the shop, and how far it has come. */
export type Outgoing = {
  n: number
  type: string
  reference: string
  body: string
  at: string
  status: 'waiting' | 'held' | 'delivered' | 'given-up'
  attempts: number
  lastAnswer: string
}

export type Outbox = {
  /** Takes a record in, live or from the log; answers the message that follows from it. */
  hear(record: BankRecord): Outgoing | undefined
  /** What still has to be told, the oldest first. */
  waiting(): Outgoing[]
  find(n: number): Outgoing | undefined
  /** The newest first. */
  newest(count: number): Outgoing[]
  ofReference(reference: string): Outgoing[]
}

const keptMax = 20_000

/**
 * What the bank has to tell. It follows from the log alone, so that a crash forgets no message: one is told until the
 * log says that it has arrived, or that the bank has given up.
 */
export function createOutbox(state: BankState): Outbox {
  const messages = new Map<number, Outgoing>()
  const open = new Set<number>()
  return {
    hear(record) {
      if (record.type === 'webhook.ended') {
        const message = messages.get(record.eventN)
        if (message) Object.assign(message, { status: record.outcome, attempts: record.attempts })
        open.delete(record.eventN)
        return undefined
      }
      // As with any bank: what happens before somebody has said where to tell it is not told.
      const event = state.webhookUrls.length > 0 ? eventOf(state, record) : undefined
      if (!event) return undefined
      const message: Outgoing = {
        n: record.n,
        type: event.type,
        reference: String(event.data.reference ?? ''),
        body: JSON.stringify({ type: event.type, timestamp: record.at, data: event.data }),
        at: record.at,
        status: 'waiting',
        attempts: 0,
        lastAnswer: '',
      }
      messages.set(message.n, message)
      open.add(message.n)
      if (messages.size > keptMax) forgetOldest(messages, open)
      return message
    },
    waiting: () => [...open].flatMap((n) => messages.get(n) ?? []),
    find: (n) => messages.get(n),
    newest: (count) => [...messages.values()].slice(-count).reverse(),
    ofReference: (reference) => [...messages.values()].filter((message) => message.reference === reference),
  }
}

function forgetOldest(messages: Map<number, Outgoing>, open: Set<number>): void {
  for (const n of messages.keys()) {
    if (open.has(n)) continue
    messages.delete(n)
    return
  }
}
