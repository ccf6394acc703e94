import { findAuthorization } from './bank.ts'
import type { HeldAuthorization } from './bank-records.ts'
import {
  type ChallengePlace,
  challengeDonePage,
  challengeOverPage,
  challengePage,
  challengePolicy,
} from './challenge-page.ts'
import { decideChallenge, decideRefusal } from './decide-challenge.ts'
import { html, type Reply, seeOther } from './http-exchange.ts'
import type { OpenBank } from './open-bank.ts'
import { returnAddress } from './pay-page.ts'

/** What the cardholder's browser asks of a 3-D Secure question; `form` is there when a form was sent. */
export async function answerChallengePage(
  bank: OpenBank,
  call: { authorizationId: string; form?: URLSearchParams; query: URLSearchParams },
): Promise<Reply> {
  await bank.settled()
  const place = placeOf(call.query)
  const held = bank.state.authorizations.get(call.authorizationId)
  if (!held || held.returnUrl === undefined)
    return html(404, challengeOverPage(undefined, undefined), challengePolicy(place))
  const isOpen = () => findAuthorization(bank.state, held.id, bank.now())?.status === 'action-required'
  if (!isOpen()) return over(bank, held, place)
  if (!call.form) return html(200, challengePage(held), challengePolicy(place, held.returnUrl))
  const { form } = call
  await bank.perform((state, moment) =>
    form.get('action') === 'refuse'
      ? decideRefusal(state, { authorizationId: held.id }, moment)
      : decideChallenge(state, { authorizationId: held.id, code: form.get('code') ?? '' }, moment),
  )
  if (!isOpen()) return over(bank, held, place)
  const now = bank.state.authorizations.get(held.id) ?? held
  return html(422, challengePage(now, { isWrong: true }), challengePolicy(place, held.returnUrl))
}

/** Leads back to the shop, or to the bank's own payment page if that is where the card was given. */
function over(bank: OpenBank, held: HeldAuthorization, place: ChallengePlace): Reply {
  const authorization = findAuthorization(bank.state, held.id, bank.now())
  if (place.origin !== undefined)
    return html(200, challengeDonePage(held.locale, place.origin), challengePolicy(place, held.returnUrl))
  const { returnUrl = '/', pageId } = held
  const page = pageId === undefined ? undefined : bank.state.pages.get(pageId)
  if (page && page.status !== 'open') return seeOther(returnAddress(page))
  const failed = pageId !== undefined && authorization?.declineCode ? `?failed=${authorization.declineCode}` : ''
  return seeOther(`${returnUrl}${failed}`)
}

function placeOf(query: URLSearchParams): ChallengePlace {
  const asked = query.get('origin') ?? ''
  return /^https?:\/\//.test(asked) && URL.canParse(asked) ? { origin: new URL(asked).origin } : {}
}
