import type { Authorization, BankRecord, BankState, Movements, OperationName, Refund } from './bank-records.ts'

const webhookAddressesMax = 4

/** Takes one record into the state. The only place that changes it, both live and when the log is replayed. */
export function applyRecord(state: BankState, record: BankRecord): void {
  state.recordCount = record.n
  switch (record.type) {
    case 'token.created':
      state.tokens.set(record.token, record.card)
      return
    case 'clock.moved':
      state.aheadMs = record.aheadMs
      return
    case 'fault.set':
      state.faults.set(record.fault.id, { ...record.fault, used: 0 })
      return
    case 'fault.used': {
      const fault = state.faults.get(record.faultId)
      if (fault) fault.used++
      return
    }
    case 'fault.cleared':
      state.faults.delete(record.faultId)
      return
    case 'webhook-address.set':
      // The newest first: several processes of one shop each say where they are.
      state.webhookUrls = [record.url, ...state.webhookUrls.filter((url) => url !== record.url)].slice(
        0,
        webhookAddressesMax,
      )
      return
    case 'webhook.asked':
    case 'webhook.ended':
      return
    case 'payment-page.created':
      state.pages.set(record.answer.id, { ...record.answer, returnUrl: record.returnUrl, locale: record.locale })
      remember(state, 'create-payment-page', record)
      return
    case 'payment-page.canceled': {
      const page = state.pages.get(record.answer.id)
      if (page && page.status === 'open') page.status = 'canceled'
      remember(state, 'cancel-payment-page', record)
      return
    }
    default:
      applyMovement(state, record)
  }
}

type Movement = Extract<
  BankRecord,
  { type: `authorization.${string}` | `challenge.${string}` | `capture.${string}` | `dispute.${string}` }
>

function applyMovement(state: BankState, record: Movement): void {
  switch (record.type) {
    case 'authorization.answered':
      applyAuthorization(state, record)
      remember(state, 'authorize', record)
      return
    case 'challenge.missed':
      heldOf(state, record.authorizationId).missedCodes++
      return
    case 'challenge.answered':
    case 'challenge.canceled':
      applyChallenge(state, record.answer)
      if (record.type === 'challenge.canceled') remember(state, 'cancel-challenge', record)
      return
    case 'authorization.expired':
      heldOf(state, record.authorizationId).status = 'expired'
      state.standing.delete(record.authorizationId)
      return
    case 'authorization.captured': {
      const held = heldOf(state, record.answer.authorizationId)
      state.captures.set(record.answer.id, { ...record.answer })
      held.capturedMinor += record.answer.amountMinor
      if (held.capturedMinor === held.amountMinor) state.standing.delete(held.id)
      movementsOf(state, held.id).captures.push(record.answer.id)
      remember(state, 'capture', record)
      return
    }
    case 'authorization.voided':
      heldOf(state, record.answer.authorizationId).status = 'voided'
      state.standing.delete(record.answer.authorizationId)
      movementsOf(state, record.answer.authorizationId).voids.push(record.answer)
      remember(state, 'void', record)
      return
    case 'capture.refunded':
      applyRefund(state, record.answer)
      remember(state, 'refund', record)
      return
    case 'dispute.opened':
      state.disputes.set(record.answer.id, record.answer)
      movementsOf(state, record.answer.authorizationId).disputes.push(record.answer.id)
      remember(state, 'open-dispute', record)
      return
    case 'dispute.closed':
      state.disputes.set(record.answer.id, record.answer)
      remember(state, 'close-dispute', record)
      return
  }
}

function applyAuthorization(state: BankState, record: Extract<BankRecord, { type: 'authorization.answered' }>): void {
  const { behaviour, pageId, returnUrl, locale, answer } = record
  state.authorizations.set(answer.id, { ...answer, behaviour, pageId, returnUrl, locale, missedCodes: 0 })
  if (answer.status !== 'declined') state.standing.add(answer.id)
  if (pageId !== undefined && answer.status === 'authorized') payPage(state, pageId, answer.id)
}

function applyChallenge(state: BankState, answer: Authorization): void {
  const held = heldOf(state, answer.id)
  const { actionUrl: _, declineCode: __, ...rest } = held
  state.authorizations.set(answer.id, { ...rest, ...answer })
  if (answer.status === 'declined') state.standing.delete(answer.id)
  if (held.pageId !== undefined && answer.status === 'authorized') payPage(state, held.pageId, answer.id)
}

function payPage(state: BankState, pageId: string, authorizationId: string): void {
  const page = state.pages.get(pageId)
  if (!page) return
  page.status = 'authorized'
  page.authorizationId = authorizationId
}

function applyRefund(state: BankState, refund: Refund): void {
  const capture = state.captures.get(refund.captureId)
  if (!capture) throw new Error(`The log refunds the unknown capture ${refund.captureId}.`)
  capture.refundedMinor += refund.amountMinor
  heldOf(state, refund.authorizationId).refundedMinor += refund.amountMinor
  movementsOf(state, refund.authorizationId).refunds.push(refund.id)
  state.refunds.set(refund.id, refund)
}

function movementsOf(state: BankState, authorizationId: string): Movements {
  const known = state.movements.get(authorizationId)
  if (known) return known
  const fresh: Movements = { captures: [], refunds: [], disputes: [], voids: [] }
  state.movements.set(authorizationId, fresh)
  return fresh
}

function heldOf(state: BankState, id: string) {
  const authorization = state.authorizations.get(id)
  if (!authorization) throw new Error(`The log names the unknown authorisation ${id}.`)
  return authorization
}

function remember(
  state: BankState,
  name: OperationName,
  record: { key: string; request: string; answer: { id: string } },
): void {
  const { id } = record.answer
  state.operations.set(record.key, {
    name,
    request: record.request,
    resourceId: id,
    body: JSON.stringify(record.answer),
  })
  if (!state.keys.has(id)) state.keys.set(id, record.key)
}
