import {
  askedBefore,
  authorizationLifetimeMs,
  type Decision,
  findAuthorization,
  type Moment,
  refuse,
  requestText,
} from './bank.ts'
import type { Authorization, BankState } from './bank-records.ts'
import { type DeclineCode, declineAfterChallenge } from './test-cards.ts'

/** What the cardholder has to type in the sandbox. */
export const challengeCode = '123456'
/** A third wrong code is the last one. */
export const codesMax = 3

/** The cardholder types a code. Right, the money is reserved if the card has it; wrong too often, it never is. */
export function decideChallenge(
  state: BankState,
  asked: { authorizationId: string; code: string },
  moment: Moment,
): Decision {
  const open = openChallenge(state, asked.authorizationId, moment.now)
  if (!open) return refuse(409, 'challenge-over', 'This question has been answered.')
  const { authorization, held } = open
  if (asked.code.replace(/\s/g, '') !== challengeCode) {
    if (held.missedCodes + 1 < codesMax)
      return { kind: 'write', record: { type: 'challenge.missed', authorizationId: authorization.id } }
    return ended(authorization, 'authentication-failed')
  }
  const declineCode = declineAfterChallenge(held.behaviour)
  if (declineCode) return ended(authorization, declineCode)
  const page = held.pageId === undefined ? undefined : state.pages.get(held.pageId)
  // The page was closed, or paid by another card, while this question was open.
  if (page && page.status !== 'open') return ended(authorization, 'canceled')
  const { actionUrl: _, ...rest } = authorization
  const answer: Authorization = {
    ...rest,
    status: 'authorized',
    authentication: 'challenge',
    authorizedAt: moment.now.toISOString(),
    expiresAt: new Date(moment.now.getTime() + authorizationLifetimeMs).toISOString(),
  }
  return answered(answer)
}

/** The cardholder says that they do not want to pay. */
export function decideRefusal(state: BankState, asked: { authorizationId: string }, moment: Moment): Decision {
  const open = openChallenge(state, asked.authorizationId, moment.now)
  return open
    ? ended(open.authorization, 'canceled')
    : refuse(409, 'challenge-over', 'This question has been answered.')
}

/** The shop takes a question back, so that nobody answers it late. What was answered before stays so, and is told. */
export function decideChallengeCancel(
  state: BankState,
  asked: { authorizationId: string; key: string },
  moment: Moment,
): Decision {
  const request = requestText('cancel-challenge', [asked.authorizationId])
  const before = askedBefore(state, asked.key, request)
  if (before) return before
  const authorization = findAuthorization(state, asked.authorizationId, moment.now)
  if (!authorization) return refuse(404, 'unknown-authorization', 'The bank does not know this authorisation.')
  const answer = authorization.status === 'action-required' ? declined(authorization, 'canceled') : authorization
  return { kind: 'write', record: { type: 'challenge.canceled', key: asked.key, request, answer } }
}

function openChallenge(state: BankState, id: string, now: Date) {
  const authorization = findAuthorization(state, id, now)
  const held = state.authorizations.get(id)
  return authorization?.status === 'action-required' && held ? { authorization, held } : undefined
}

function ended(authorization: Authorization, declineCode: DeclineCode): Decision {
  return answered(declined(authorization, declineCode))
}

function declined(authorization: Authorization, declineCode: DeclineCode): Authorization {
  const { actionUrl: _, ...rest } = authorization
  return { ...rest, status: 'declined', declineCode }
}

function answered(answer: Authorization): Decision {
  const key = `${answer.id}/challenge`
  return {
    kind: 'write',
    record: { type: 'challenge.answered', key, request: requestText('authorize', [key]), answer },
  }
}
