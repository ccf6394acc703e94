import { randomUUID } from 'node:crypto'
import path from 'node:path'
import { type Decision, decideToken, type Moment, type Refusal } from './bank.ts'
import {
  applyRecord,
  type BankRecord,
  type BankState,
  type CardToken,
  emptyBank,
  type NewRecord,
} from './bank-records.ts'
import type { KnownCard } from './card-entry.ts'
import { type DurableLog, openDurableLog } from './durable-log.ts'

/** The answer to a request that changes something; `body` is JSON. */
export type Answered = { kind: 'answered'; body: string; replayed: boolean; record?: BankRecord }

export type OpenBank = {
  state: BankState
  /** Decides, applies and logs in one step; resolves once the log is on the disk, never before. */
  perform(decide: (state: BankState, moment: Moment) => Decision): Promise<Answered | Refusal>
  keepCard(card: KnownCard): Promise<CardToken>
  /** Resolves when all that the state shows is on the disk: a reader must not be told what a crash could take back. */
  settled(): Promise<void> | undefined
  readLog: DurableLog['readAfter']
  now(): Date
  close(): Promise<void>
}

/** Opens the bank whose log is `bank.jsonl` in the folder, as it was when it last answered. */
export function openBank(
  folder: string,
  options: {
    now: () => Date
    onBroken: (error: Error) => void
    /** Where ids come from, when they are to come out the same again. */
    newId?: Moment['newId']
  },
): OpenBank {
  const newId = options.newId ?? randomId
  const state = emptyBank()
  const log = openDurableLog(path.join(folder, 'bank.jsonl'), {
    replay: (record) => applyRecord(state, record as BankRecord),
    onBroken: options.onBroken,
  })

  function write(newRecord: NewRecord, now: Date): BankRecord {
    const record = { n: state.recordCount + 1, at: now.toISOString(), ...newRecord } as BankRecord
    applyRecord(state, record)
    log.append(JSON.stringify(record))
    return record
  }

  return {
    state,
    async perform(decide) {
      const moment = { now: options.now(), newId }
      const decision = decide(state, moment)
      const record = decision.kind === 'write' ? write(decision.record, moment.now) : undefined
      await log.settled()
      if (decision.kind === 'refused') return decision
      if (decision.kind === 'replay') return { kind: 'answered', body: decision.operation.body, replayed: true }
      return { kind: 'answered', body: bodyOf(state, decision.record), replayed: false, record }
    },
    async keepCard(card) {
      const moment = { now: options.now(), newId }
      const record = decideToken(card, moment)
      write(record, moment.now)
      await log.settled()
      const { behaviour: _, ...shown } = card
      return { token: record.token, ...shown }
    },
    settled: log.settled,
    readLog: log.readAfter,
    now: options.now,
    close: log.close,
  }
}

function bodyOf(state: BankState, record: NewRecord): string {
  return ('key' in record && state.operations.get(record.key)?.body) || ''
}

function randomId(prefix: string): string {
  return `${prefix}_${randomUUID().replaceAll('-', '')}`
}
