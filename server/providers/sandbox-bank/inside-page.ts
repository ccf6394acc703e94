import { findAuthorization } from './bank.ts'
import type { Authorization, BankState, Capture, Refund } from './bank-records.ts'
import { cspHash, escapeHtml, formatAmount, pageShell, sharedStyle } from './page-look.ts'

const rowsShown = 50

const style = `${sharedStyle}
body{background:var(--ground)}
main{max-width:1000px;margin:0 auto;padding:24px 16px 64px}
h1{font-size:28px;font-weight:650;letter-spacing:-.01em;line-height:1.2;margin:0}
h2{font-size:19px;font-weight:650;margin:40px 0 4px}
p{margin:8px 0 0;max-width:72ch}
.quiet{color:var(--quiet)}
.wide{overflow-x:auto}
table{width:100%;border-collapse:collapse;font-size:15px;margin-top:8px}
th{text-align:left;font-weight:500;color:var(--quiet);font-size:14px}
th,td{padding:8px 20px 8px 0;border-bottom:1px solid var(--line);white-space:nowrap}
.money{text-align:right;font-variant-numeric:tabular-nums}
.no{color:var(--wrong)}
`

type Balance = { heldMinor: number; capturedMinor: number; refundedMinor: number }

/** A look inside the bank: what the shop is owed, and the newest movements. Shows no card number but the last four. */
export function insidePage(state: BankState, now: Date): string {
  const authorizations = newest(state.authorizations).map((each) => findAuthorization(state, each.id, now) ?? each)
  const body = `<main>
<h1>Sandbox bank</h1>
<p class="quiet">No money moves here. This is what the bank knows, independent of what the shop believes.</p>
<h2>Balances</h2>
${table('Balances', ['Currency', '>Owed to the shop', '>Held', '>Captured', '>Refunded'], balanceRows(state, now), 'Nothing has been paid yet.')}
${section('Authorisations', state.authorizations.size, ['Reference', '>Amount', 'Status', '>Captured', 'Card', 'When'], authorizations.map(authorizationRow))}
${section('Captures', state.captures.size, ['Reference', '>Amount', '>Refunded', 'When'], newest(state.captures).map(captureRow))}
${section(
  'Refunds',
  state.refunds.size,
  ['Reference', '>Amount', 'When'],
  newest(state.refunds).map((refund) => refundRow(refund, state)),
)}
</main>`
  return pageShell({ locale: 'en', title: 'Sandbox bank', style, body })
}

/** The content security policy of the look inside: it loads nothing. */
export function insidePagePolicy(): string {
  return `default-src 'none'; style-src ${cspHash(style)}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`
}

function balanceRows(state: BankState, now: Date): string[][] {
  const balances = new Map<string, Balance>()
  for (const { id, currency } of state.authorizations.values()) {
    const authorization = findAuthorization(state, id, now)
    if (!authorization) continue
    const balance = balances.get(currency) ?? { heldMinor: 0, capturedMinor: 0, refundedMinor: 0 }
    if (authorization.status === 'authorized')
      balance.heldMinor += authorization.amountMinor - authorization.capturedMinor
    balance.capturedMinor += authorization.capturedMinor
    balance.refundedMinor += authorization.refundedMinor
    balances.set(currency, balance)
  }
  return [...balances].map(([currency, balance]) => [
    currency,
    formatAmount(balance.capturedMinor - balance.refundedMinor, currency, 'en'),
    formatAmount(balance.heldMinor, currency, 'en'),
    formatAmount(balance.capturedMinor, currency, 'en'),
    formatAmount(balance.refundedMinor, currency, 'en'),
  ])
}

function authorizationRow(authorization: Authorization): string[] {
  const { amountMinor, capturedMinor, currency, declineCode, status } = authorization
  return [
    authorization.reference,
    formatAmount(amountMinor, currency, 'en'),
    declineCode ? `${status}: ${declineCode}` : status,
    formatAmount(capturedMinor, currency, 'en'),
    `${authorization.card.brand} ${authorization.card.last4}`,
    when(authorization.authorizedAt),
  ]
}

function captureRow(capture: Capture): string[] {
  const { amountMinor, refundedMinor, currency } = capture
  return [
    capture.reference,
    formatAmount(amountMinor, currency, 'en'),
    formatAmount(refundedMinor, currency, 'en'),
    when(capture.capturedAt),
  ]
}

function refundRow(refund: Refund, state: BankState): string[] {
  const reference = state.captures.get(refund.captureId)?.reference ?? refund.captureId
  return [reference, formatAmount(refund.amountMinor, refund.currency, 'en'), when(refund.refundedAt)]
}

function section(title: string, total: number, heads: string[], rows: string[][]): string {
  const count = total > rows.length ? `<p class="quiet">The newest ${rows.length} of ${total}.</p>` : ''
  return `<h2>${title}</h2>${count}${table(title, heads, rows, 'None yet.')}`
}

/** A head that starts with `>` heads a column of money. */
function table(title: string, heads: string[], rows: string[][], whenEmpty: string): string {
  if (rows.length === 0) return `<p class="quiet">${whenEmpty}</p>`
  const isMoney = heads.map((head) => head.startsWith('>'))
  const headCells = heads.map(
    (head, at) => `<th scope="col"${isMoney[at] ? ' class="money"' : ''}>${head.replace('>', '')}</th>`,
  )
  const bodyRows = rows.map((cells) => {
    const shown = cells.map(
      (cell, at) =>
        `<td${isMoney[at] ? ' class="money"' : cell.startsWith('declined') ? ' class="no"' : ''}>${escapeHtml(cell)}</td>`,
    )
    return `<tr>${shown.join('')}</tr>`
  })
  return `<div class="wide" tabindex="0" role="region" aria-label="${title}"><table><thead><tr>${headCells.join('')}</tr></thead><tbody>${bodyRows.join('')}</tbody></table></div>`
}

function newest<T>(held: Map<string, T>): T[] {
  return [...held.values()].slice(-rowsShown).reverse()
}

function when(iso: string): string {
  return `${iso.slice(0, 10)} ${iso.slice(11, 19)} UTC`
}
