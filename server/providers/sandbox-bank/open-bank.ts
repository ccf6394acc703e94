import { randomUUID } from 'node:crypto'
import path from 'node:path'
import { applyRecord } from './apply-record.ts'
import { type Decision, decideToken, findAuthorization, type Moment, type Refusal } from './bank.ts'
import { type BankRecord, type BankState, type CardToken, emptyBank, type NewRecord } from './bank-records.ts'
import type { KnownCard } from './card-entry.ts'
import { decideDispute } from './decide-dispute.ts'
import { type DurableLog, openDurableLog } from './durable-log.ts'
import { createOutbox, type Outbox, type Outgoing } from './outbox.ts'

/** The answer to a request that changes something; `body` is JSON. */
export type Answered = { kind: 'answered'; body: string; replayed: boolean; record?: BankRecord }

/** A call as the page of the bank shows it. */
export type Call = {
  at: string
  operation: string
  path: string
  key: string
  status: number
  ms: number
  fault: string
}

export type OpenBank = {
  state: BankState
  outbox: Outbox
  /** Decides, applies and logs in one step; resolves once the log is on the disk, never before. */
  perform(decide: (state: BankState, moment: Moment) => Decision): Promise<Answered | Refusal>
  keepCard(card: KnownCard): Promise<CardToken>
  /** Writes down what nobody waits for. It is on the disk once `settled` has resolved. */
  note(record: NewRecord): BankRecord
  /** Resolves when all that the state shows is on the disk: a reader must not be told what a crash could take back. */
  settled(): Promise<void> | undefined
  readLog: DurableLog['readAfter']
  /** Lets pass what the clock alone brings about: authorisations that expire. */
  letTimePass(): void
  now(): Date
  /** Called with each new message to the shop. */
  onMessage(hear: (message: Outgoing) => void): void
  messageId(n: number): string
  calls: Call[]
  close(): Promise<void>
}

const callsKept = 200

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
  const outbox = createOutbox(state)
  const calls: Call[] = []
  let birth = ''
  let tellSender: (message: Outgoing) => void = () => {}
  const take = (record: BankRecord): Outgoing | undefined => {
    birth ||= record.at
    applyRecord(state, record)
    return outbox.hear(record)
  }
  const log = openDurableLog(path.join(folder, 'bank.jsonl'), {
    replay: (record) => void take(record as BankRecord),
    onBroken: options.onBroken,
  })
  const now = () => new Date(options.now().getTime() + state.aheadMs)

  function write(newRecord: NewRecord, moment: Moment): BankRecord {
    const record = { n: state.recordCount + 1, at: moment.now.toISOString(), ...newRecord } as BankRecord
    const message = take(record)
    log.append(JSON.stringify(record))
    if (message) void Promise.resolve(log.settled()).then(() => tellSender(message))
    disputeIfItMust(record, moment)
    return record
  }

  /** One of the test cards takes its money back as soon as it has been taken. */
  function disputeIfItMust(record: BankRecord, moment: Moment): void {
    if (record.type !== 'authorization.captured') return
    const { id: captureId, authorizationId } = record.answer
    if (state.authorizations.get(authorizationId)?.behaviour !== 'approved-then-disputed') return
    const key = `${captureId}/dispute`
    const decision = decideDispute(state, { captureId, reason: 'fraudulent', key }, moment)
    if (decision.kind === 'write') write(decision.record, moment)
  }

  return {
    state,
    outbox,
    calls,
    async perform(decide) {
      const moment = { now: now(), newId }
      const decision = decide(state, moment)
      const record = decision.kind === 'write' ? write(decision.record, moment) : undefined
      await log.settled()
      if (decision.kind === 'refused') return decision
      if (decision.kind === 'replay') return { kind: 'answered', body: decision.operation.body, replayed: true }
      return { kind: 'answered', body: bodyOf(decision.record), replayed: false, record }
    },
    async keepCard(card) {
      const moment = { now: now(), newId }
      const record = decideToken(card, moment)
      write(record, moment)
      await log.settled()
      const { behaviour: _, ...shown } = card
      return { token: record.token, ...shown }
    },
    note: (record) => write(record, { now: now(), newId }),
    settled: log.settled,
    readLog: log.readAfter,
    letTimePass() {
      const moment = { now: now(), newId }
      for (const id of state.standing) {
        const authorization = findAuthorization(state, id, moment.now)
        if (authorization?.status === 'authorized') {
          // They expire in the order in which they were given.
          break
        }
        if (authorization?.status === 'expired') {
          const amountMinor = authorization.amountMinor - authorization.capturedMinor
          write({ type: 'authorization.expired', authorizationId: id, amountMinor }, moment)
        } else if (authorization?.status === 'declined') state.standing.delete(id)
      }
    },
    now,
    onMessage(hear) {
      tellSender = hear
    },
    // The first record's time tells two banks apart, so that no two messages ever have the same id.
    messageId: (n) => `msg_${Date.parse(birth).toString(36)}_${n}`,
    close: log.close,
  }
}

/** Keeps the newest calls in mind, for the page. */
export function keepCall(bank: OpenBank, call: Call): void {
  bank.calls.unshift(call)
  if (bank.calls.length > callsKept) bank.calls.pop()
}

function bodyOf(record: NewRecord): string {
  return 'answer' in record ? JSON.stringify(record.answer) : JSON.stringify({})
}

function randomId(prefix: string): string {
  return `${prefix}_${randomUUID().replaceAll('-', '')}`
}
