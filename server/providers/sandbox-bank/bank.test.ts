import fc from 'fast-check'
import { expect, test } from 'vitest'
import { applyRecord } from './apply-record.ts'
import {
  authorizationLifetimeMs,
  type Decision,
  decideAuthorization,
  decideCapture,
  decideRefund,
  decideToken,
  decideVoid,
  findAuthorization,
  type Moment,
} from './bank.ts'
import { type BankRecord, type BankState, emptyBank } from './bank-records.ts'

const start = new Date('2026-03-01T10:00:00Z')

type Books = { state: BankState; records: BankRecord[]; moment: Moment }

function openBooks(): Books {
  let ids = 0
  const moment = { now: start, newId: (prefix: string) => `${prefix}_${++ids}` }
  const books = { state: emptyBank(), records: [], moment }
  const card = { brand: 'visa', last4: '4242', expMonth: 12, expYear: 2040, behaviour: 'approved' } as const
  write(books, { kind: 'write', record: decideToken(card, moment) })
  return books
}

function write(books: Books, decision: Decision): Decision {
  if (decision.kind === 'write') {
    const at = books.moment.now.toISOString()
    const record = { n: books.state.recordCount + 1, at, ...decision.record } as BankRecord
    applyRecord(books.state, record)
    books.records.push(record)
  }
  return decision
}

function authorize(books: Books, amountMinor: number, key = 'order'): Decision {
  const order = { currency: 'EUR', reference: 'order 1042', asker: 'shopper', publicPath: '/bank' } as const
  const asked = { token: 'tok_1', amountMinor, key, ...order }
  return write(books, decideAuthorization(books.state, asked, books.moment))
}

const command = fc.oneof(
  fc.record({ kind: fc.constant('capture' as const), amountMinor: fc.integer({ min: 1, max: 700 }), key: fc.nat(20) }),
  fc.record({ kind: fc.constant('refund' as const), amountMinor: fc.integer({ min: 1, max: 700 }), key: fc.nat(20) }),
  fc.record({ kind: fc.constant('void' as const), amountMinor: fc.constant(0), key: fc.nat(20) }),
)

test('whatever is asked in whatever order, captures stay within the authorisation and refunds within the capture', () => {
  fc.assert(
    fc.property(fc.array(command, { maxLength: 40 }), (commands) => {
      const books = openBooks()
      authorize(books, 1000)
      for (const { kind, amountMinor, key: number } of commands) {
        const key = `${kind}-${number}`
        const [capture] = books.state.captures.values()
        if (kind === 'capture') {
          write(books, decideCapture(books.state, { authorizationId: 'auth_2', amountMinor, key }, books.moment))
        }
        if (kind === 'void') write(books, decideVoid(books.state, { authorizationId: 'auth_2', key }, books.moment))
        if (kind === 'refund' && capture) {
          write(books, decideRefund(books.state, { captureId: capture.id, amountMinor, key }, books.moment))
        }
      }
      const captures = [...books.state.captures.values()]
      const authorization = findAuthorization(books.state, 'auth_2', start)
      const capturedMinor = captures.reduce((sum, each) => sum + each.amountMinor, 0)
      expect(capturedMinor).toBeLessThanOrEqual(1000)
      expect(authorization?.capturedMinor).toBe(capturedMinor)
      for (const { id, amountMinor, refundedMinor } of captures) {
        const refunds = [...books.state.refunds.values()].filter((each) => each.captureId === id)
        expect(refundedMinor).toBe(refunds.reduce((sum, each) => sum + each.amountMinor, 0))
        expect(refundedMinor).toBeLessThanOrEqual(amountMinor)
      }
      const again = emptyBank()
      for (const record of JSON.parse(JSON.stringify(books.records)) as BankRecord[]) applyRecord(again, record)
      expect(again).toEqual(books.state)
    }),
    { numRuns: 500 },
  )
})

test('a repeated key is answered from memory and reserves nothing twice', () => {
  const books = openBooks()
  expect(authorize(books, 1000).kind).toBe('write')
  expect(authorize(books, 1000).kind).toBe('replay')
  expect(authorize(books, 1001)).toMatchObject({ kind: 'refused', status: 422, code: 'key-used-for-another-request' })
  expect(books.state.authorizations.size).toBe(1)
})

test('a key that authorised cannot capture', () => {
  const books = openBooks()
  authorize(books, 1000)
  const asked = { authorizationId: 'auth_2', amountMinor: 1000, key: 'order' }
  expect(decideCapture(books.state, asked, books.moment)).toMatchObject({ code: 'key-used-for-another-request' })
})

test('a void frees what was not captured, and nothing is captured after it', () => {
  const books = openBooks()
  authorize(books, 1000)
  const capture = (amountMinor: number, key: string) =>
    write(books, decideCapture(books.state, { authorizationId: 'auth_2', amountMinor, key }, books.moment))
  capture(300, 'first')
  const freed = write(books, decideVoid(books.state, { authorizationId: 'auth_2', key: 'void' }, books.moment))
  expect(freed).toMatchObject({ record: { answer: { amountMinor: 700 } } })
  expect(capture(1, 'late')).toMatchObject({ status: 409, code: 'authorization-voided' })
})

test('an authorisation expires after seven days: nothing more can be captured', () => {
  const books = openBooks()
  authorize(books, 1000)
  const asked = { authorizationId: 'auth_2', amountMinor: 1000, key: 'capture' }
  const after = (ms: number): Moment => ({ ...books.moment, now: new Date(start.getTime() + ms) })
  expect(decideCapture(books.state, asked, after(authorizationLifetimeMs - 1)).kind).toBe('write')
  expect(decideCapture(books.state, asked, after(authorizationLifetimeMs))).toMatchObject({
    code: 'authorization-expired',
  })
})
