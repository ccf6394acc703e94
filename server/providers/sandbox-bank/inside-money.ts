import { findAuthorization } from './bank.ts'
import type { Authorization, BankState, Dispute } from './bank-records.ts'
import { disputeReasons } from './decide-dispute.ts'
import { amount, button, type Cell, type Html, pill, table, when } from './inside-page.ts'
import type { OpenBank } from './open-bank.ts'
import { escapeHtml } from './page-look.ts'
import { payoutsOf } from './payouts.ts'
import { testCards } from './test-cards.ts'

const rowsShown = 50

type Balance = { heldMinor: number; capturedMinor: number; refundedMinor: number; disputedMinor: number }

/** What the shop is owed, and the newest payments with what can be done to them. Of a card, its last four digits. */
export function paymentsView(bank: OpenBank, publicPath: string): string {
  const { state } = bank
  const now = bank.now()
  const shown = [...state.authorizations.keys()].slice(-rowsShown).reverse()
  const rows = shown.flatMap((id) => {
    const authorization = findAuthorization(state, id, now)
    return authorization ? [paymentRow(state, authorization, publicPath)] : []
  })
  const count = state.authorizations.size
  return `${balanceCards(state, now)}
<h2>Authorisations</h2>${count > rows.length ? `<p class="quiet">The newest ${rows.length} of ${count}.</p>` : ''}
${table('Authorisations', ['Reference', '>Amount', 'Status', '>Captured', '>Refunded', 'Card', 'When', 'At the bank'], rows, 'Nothing has been paid yet.')}`
}

function balanceCards(state: BankState, now: Date): string {
  const balances = balancesOf(state, now)
  if (balances.size === 0) return ''
  return [...balances]
    .map(([currency, { heldMinor, capturedMinor, refundedMinor, disputedMinor }]) => {
      const cards: [string, number][] = [
        ['Owed to the shop', capturedMinor - refundedMinor - disputedMinor],
        ['Held on cards', heldMinor],
        ['Captured', capturedMinor],
        ['Refunded', refundedMinor],
        ['Charged back, with fees', disputedMinor],
      ]
      const shown = cards.map(
        ([title, minor]) => `<div class="balance"><span>${title}</span><b>${amount(minor, currency)}</b></div>`,
      )
      return `<div class="balances" role="group" aria-label="${currency}">${shown.join('')}</div>`
    })
    .join('')
}

function balancesOf(state: BankState, now: Date): Map<string, Balance> {
  const balances = new Map<string, Balance>()
  const balanceIn = (currency: string) => {
    const known = balances.get(currency) ?? { heldMinor: 0, capturedMinor: 0, refundedMinor: 0, disputedMinor: 0 }
    balances.set(currency, known)
    return known
  }
  for (const { id, currency } of state.authorizations.values()) {
    const authorization = findAuthorization(state, id, now)
    if (!authorization) continue
    const balance = balanceIn(currency)
    if (authorization.status === 'authorized')
      balance.heldMinor += authorization.amountMinor - authorization.capturedMinor
    balance.capturedMinor += authorization.capturedMinor
    balance.refundedMinor += authorization.refundedMinor
  }
  for (const { currency, amountMinor, feeMinor, status } of state.disputes.values())
    balanceIn(currency).disputedMinor += feeMinor + (status === 'won' ? 0 : amountMinor)
  return balances
}

function paymentRow(state: BankState, authorization: Authorization, publicPath: string): Cell[] {
  const { id, amountMinor, capturedMinor, refundedMinor, currency, card } = authorization
  const { captures = [], disputes = [] } = state.movements.get(id) ?? {}
  const disputed = new Set(disputes.map((disputeId) => state.disputes.get(disputeId)?.captureId))
  const reasons = `<select name="reason" aria-label="Reason">${disputeReasons.map((each) => `<option>${each}</option>`).join('')}</select>`
  const capture = captures.find((captureId) => {
    const found = state.captures.get(captureId)
    return found && !disputed.has(captureId) && found.refundedMinor < found.amountMinor
  })
  const buttons = [
    authorization.status === 'authorized' && capturedMinor < amountMinor
      ? button({ address: `${publicPath}/inside/disputes/${id}`, action: 'expire', words: 'Let it expire' })
      : '',
    capture
      ? button({
          address: `${publicPath}/inside/disputes/${capture}`,
          action: 'dispute',
          words: 'Charge back',
          more: reasons,
        })
      : '',
  ]
  return [
    shortReference(authorization.reference),
    amount(amountMinor, currency),
    statusPill(authorization),
    amount(capturedMinor, currency),
    amount(refundedMinor, currency),
    `${card.brand} ${card.last4}`,
    when(authorization.authorizedAt),
    { html: buttons.join(' ') },
  ]
}

function statusPill({ status, declineCode, authentication }: Authorization): Html {
  if (status === 'authorized') return pill(authentication ? `authorised, ${authentication}` : 'authorised', 'good')
  if (status === 'action-required') return pill('waits for a code', 'care')
  if (status === 'declined') return pill(declineCode ?? 'declined', 'wrong')
  return pill(status, status === 'expired' ? 'care' : '')
}

function shortReference(reference: string): Html {
  const shown = reference.length > 16 ? `${reference.slice(0, 6)}…${reference.slice(-6)}` : reference
  return { html: `<span class="mono" title="${escapeHtml(reference)}">${escapeHtml(shown)}</span>` }
}

/** Cardholders who took their money back, and the card network's word on it. */
export function disputesView(bank: OpenBank, publicPath: string): string {
  const rows = [...bank.state.disputes.values()]
    .slice(-rowsShown)
    .reverse()
    .map((each) => disputeRow(each, publicPath))
  return `<p class="quiet">The amount and a fee leave the shop's balance when a chargeback opens. Won, the amount comes back.</p>
${table('Chargebacks', ['Reference', '>Amount', '>Fee', 'Reason', 'Status', 'Opened', 'Answer by', 'The card network'], rows, 'None yet. Open one with "Charge back" beside a captured payment, or pay with the card that ends in 0259.')}`
}

function disputeRow(dispute: Dispute, publicPath: string): Cell[] {
  const address = `${publicPath}/inside/disputes/${dispute.id}`
  const buttons =
    dispute.status === 'open'
      ? `${button({ address, action: 'won', words: 'The shop wins' })} ${button({ address, action: 'lost', words: 'The shop loses' })}`
      : ''
  const tone = dispute.status === 'open' ? 'care' : dispute.status === 'won' ? 'good' : 'wrong'
  return [
    shortReference(dispute.reference),
    amount(dispute.amountMinor, dispute.currency),
    amount(dispute.feeMinor, dispute.currency),
    dispute.reason,
    pill(dispute.status, tone),
    when(dispute.openedAt),
    dispute.respondBy.slice(0, 10),
    { html: buttons },
  ]
}

/** What the bank pays out, day by day, as settlement files. */
export function payoutsView(bank: OpenBank, publicPath: string): string {
  const rows = payoutsOf(bank.state, bank.now())
    .slice(0, rowsShown)
    .map((payout): Cell[] => [
      payout.date,
      pill(payout.status, payout.status === 'paid' ? 'good' : 'care'),
      String(payout.lines.length),
      amount(payout.grossMinor, payout.currency),
      amount(payout.feeMinor, payout.currency),
      amount(payout.netMinor, payout.currency),
      { html: `<a href="${publicPath}/inside/payouts/${payout.date}-${payout.currency}.csv">CSV</a>` },
    ])
  return `<p class="quiet">One file for each day (UTC) and currency: captures, refunds, chargebacks, what the bank keeps (1.4% and 0.25 of a capture), and the net.</p>
${table('Payouts', ['Day', 'Status', '>Lines', '>Gross', '>Fees', '>Net', 'File'], rows, 'Nothing has been captured yet.')}`
}

/** Every card that the bank takes, and what it does. */
export function cardsView(): string {
  const rows = testCards.map((card): Cell[] => [
    { html: `<span class="mono">${card.number.replace(/(\d{4})(?=\d)/g, '$1 ')}</span>` },
    card.brand,
    card.about.en,
  ])
  return `<p class="quiet">Any date to come and any three digits (four on American Express) will do. No other number is taken.</p>
${table('Test cards', ['Number', 'Brand', 'What it does'], rows, '')}`
}
