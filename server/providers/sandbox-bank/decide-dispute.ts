import { askedBefore, type Decision, type Moment, refuse, requestText } from './bank.ts'
import type { BankState, Dispute } from './bank-records.ts'
import { decimalsOf } from './page-look.ts'

const respondWithinMs = 7 * 24 * 60 * 60 * 1000
const feeMajor = 15

export const disputeReasons = ['fraudulent', 'not-received', 'not-as-described', 'duplicate'] as const
export type DisputeReason = (typeof disputeReasons)[number]

/** A cardholder takes back what is left of a capture. The bank takes it from the shop at once, with a fee. */
export function decideDispute(
  state: BankState,
  asked: { captureId: string; reason: DisputeReason; key: string },
  moment: Moment,
): Decision {
  const request = requestText('open-dispute', [asked.captureId, asked.reason])
  const before = askedBefore(state, asked.key, request)
  if (before) return before
  const capture = state.captures.get(asked.captureId)
  if (!capture) return refuse(404, 'unknown-capture', 'The bank does not know this capture.')
  const known = [...(state.movements.get(capture.authorizationId)?.disputes ?? [])].map((id) => state.disputes.get(id))
  if (known.some((dispute) => dispute?.captureId === capture.id))
    return refuse(409, 'disputed-before', 'This capture has been disputed before.')
  const amountMinor = capture.amountMinor - capture.refundedMinor
  if (amountMinor === 0) return refuse(409, 'nothing-to-dispute', 'All of this capture has been given back.')
  const answer: Dispute = {
    id: moment.newId('dis'),
    captureId: capture.id,
    authorizationId: capture.authorizationId,
    reference: capture.reference,
    amountMinor,
    feeMinor: feeMajor * 10 ** decimalsOf(capture.currency),
    currency: capture.currency,
    reason: asked.reason,
    status: 'open',
    openedAt: moment.now.toISOString(),
    respondBy: new Date(moment.now.getTime() + respondWithinMs).toISOString(),
  }
  return { kind: 'write', record: { type: 'dispute.opened', key: asked.key, request, answer } }
}

/** The card network decides. Won, the amount comes back to the shop; the fee never does. */
export function decideDisputeEnd(
  state: BankState,
  asked: { disputeId: string; outcome: 'won' | 'lost'; key: string },
  moment: Moment,
): Decision {
  const request = requestText('close-dispute', [asked.disputeId, asked.outcome])
  const before = askedBefore(state, asked.key, request)
  if (before) return before
  const dispute = state.disputes.get(asked.disputeId)
  if (!dispute) return refuse(404, 'unknown-dispute', 'The bank does not know this dispute.')
  if (dispute.status !== 'open') return refuse(409, `dispute-${dispute.status}`, `This dispute is ${dispute.status}.`)
  const answer: Dispute = { ...dispute, status: asked.outcome, closedAt: moment.now.toISOString() }
  return { kind: 'write', record: { type: 'dispute.closed', key: asked.key, request, answer } }
}
