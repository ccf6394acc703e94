import type { BankRecord, BankState } from './bank-records.ts'

/** What the bank tells the shop by itself. `data` names the things; the shop asks for the rest. */
export type BankEvent = { type: string; data: Record<string, string | number> }

/** The event that a record is told as, if any. Call it when the record has been applied. */
export function eventOf(state: BankState, record: BankRecord): BankEvent | undefined {
  switch (record.type) {
    case 'authorization.answered':
    case 'challenge.answered':
      return about(state, record.answer.id, typeOfAnswer[record.answer.status] ?? 'payment.failed')
    case 'challenge.canceled':
      return record.answer.status === 'declined' ? about(state, record.answer.id, 'payment.canceled') : undefined
    case 'authorization.expired':
      return about(state, record.authorizationId, 'payment.expired')
    case 'authorization.captured':
      return about(state, record.answer.authorizationId, 'payment.captured', { captureId: record.answer.id })
    case 'authorization.voided':
      return about(state, record.answer.authorizationId, 'payment.voided', { voidId: record.answer.id })
    case 'capture.refunded':
      return about(state, record.answer.authorizationId, 'payment.refunded', { refundId: record.answer.id })
    case 'dispute.opened':
      return about(state, record.answer.authorizationId, 'dispute.opened', { disputeId: record.answer.id })
    case 'dispute.closed':
      return about(state, record.answer.authorizationId, `dispute.${record.answer.status}`, {
        disputeId: record.answer.id,
      })
    case 'payment-page.canceled': {
      const page = state.pages.get(record.answer.id)
      if (page?.status !== 'canceled') return undefined
      const { id: pageId, reference } = page
      return { type: 'payment.canceled', data: { reference, pageId, key: state.keys.get(pageId) ?? '' } }
    }
    case 'webhook.asked':
      return { type: record.eventType, data: { note: 'Sent by hand from the page of the sandbox bank.' } }
    default:
      return undefined
  }
}

const typeOfAnswer: Partial<Record<string, string>> = {
  authorized: 'payment.authorized',
  'action-required': 'payment.action-required',
}

function about(state: BankState, authorizationId: string, type: string, more: Record<string, string> = {}): BankEvent {
  const held = state.authorizations.get(authorizationId)
  if (!held) return { type, data: { authorizationId, ...more } }
  const { reference, amountMinor, currency, pageId } = held
  // The key of the request that the shop made itself: for a payment page, the one that opened it.
  const key = state.keys.get(pageId ?? authorizationId) ?? ''
  return {
    type,
    data: { reference, authorizationId, amountMinor, currency, key, ...(pageId ? { pageId } : {}), ...more },
  }
}
