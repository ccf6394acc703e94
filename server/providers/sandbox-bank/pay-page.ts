import type { HeldPage } from './bank-records.ts'
import { type BankWords, bankWords, sayProblem } from './bank-words.ts'
import type { CardField, CardFieldError } from './card-entry.ts'
import { cspHash, escapeHtml, formatAmount, type PageLocale, pageShell, readLocale, sharedStyle } from './page-look.ts'
import { type DeclineCode, testCards } from './test-cards.ts'

const style = `${sharedStyle}
body{background:var(--ground)}
main{max-width:460px;margin:0 auto;padding:24px 16px 48px}
.bank{display:flex;align-items:center;gap:8px;font-weight:500;margin:0 0 24px}
.bank svg{width:24px;height:24px;flex:none}
h1{font-size:19px;font-weight:500;line-height:1.3;margin:0;color:var(--quiet)}
.amount{font-size:40px;font-weight:650;line-height:1.2;letter-spacing:-.02em;font-variant-numeric:tabular-nums;margin:4px 0 0}
.reference{margin:4px 0 24px;color:var(--quiet);overflow-wrap:anywhere}
.sandbox{margin:0 0 24px;padding:12px 14px;border-radius:10px;background:var(--calm);font-size:15px}
.notice{margin:0 0 24px;padding:14px;border-radius:10px;background:var(--wrong-ground)}
.notice h2{font-size:16px;font-weight:650;margin:0 0 2px;color:var(--wrong)}
.notice p{margin:0}
.hint{color:var(--quiet);font-weight:400;font-size:14px}
button,.button{display:flex;align-items:center;justify-content:center;width:100%;min-height:52px;padding:12px 16px;font:inherit;font-weight:650;
border-radius:999px;border:1px solid transparent;background:var(--ink);color:var(--ground);text-decoration:none;text-align:center;cursor:pointer}
.plain{background:none;color:var(--ink);border-color:var(--edge);font-weight:500;margin-top:12px}
details{margin-top:32px;border-top:1px solid var(--line);padding-top:4px}
summary{min-height:44px;padding:10px 0;font-weight:500;cursor:pointer}
table{width:100%;border-collapse:collapse;font-size:15px}
td{padding:8px 0;border-top:1px solid var(--line);vertical-align:top}
td:first-child{font-variant-numeric:tabular-nums;white-space:nowrap;padding-right:16px}
td:last-child{color:var(--quiet)}
`

const mark = `<svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.6" stroke-linejoin="round" stroke-linecap="round" aria-hidden="true"><path d="M3.5 9 12 4l8.5 5zM5.5 12v5M10 12v5M14 12v5M18.5 12v5M3.5 20h17"/></svg>`

export type PayAttempt = {
  typedName?: string
  typedExpiry?: string
  errors?: CardFieldError[]
  declineCode?: DeclineCode
}

/** The hosted payment page: plain HTML that works without JavaScript. A typed card number is never written back. */
export function payPage(page: HeldPage, attempt: PayAttempt = {}): string {
  const locale = readLocale(page.locale)
  const words = bankWords(locale)
  const amount = formatAmount(page.amountMinor, page.currency, locale)
  const failed = attempt.declineCode !== undefined || (attempt.errors?.length ?? 0) > 0
  const body = `<main>
${bankName(words)}
<h1>${words.payTitle}</h1>
<p class="amount">${escapeHtml(amount)}</p>
<p class="reference">${words.amountFor} ${escapeHtml(page.reference)}</p>
${failed ? failureNotice(attempt, words) : `<p class="sandbox">${words.sandbox}</p>`}
<form method="post" novalidate>
${cardInput('number', words.number, 'inputmode="numeric" autocomplete="cc-number" maxlength="23"', attempt, words)}
<div class="pair">
${cardInput('expiry', words.expiry, 'inputmode="numeric" autocomplete="cc-exp" maxlength="9"', attempt, words, words.expiryHint)}
${cardInput('cvc', words.cvc, 'inputmode="numeric" autocomplete="cc-csc" maxlength="4"', attempt, words)}
</div>
<div class="field"><label for="name">${words.name} <span class="hint">(${words.optional})</span></label>
<input id="name" name="name" autocomplete="cc-name" maxlength="100" value="${escapeHtml(attempt.typedName ?? '')}"></div>
<button>${escapeHtml(words.pay(amount))}</button>
</form>
<form method="post" action="${escapeHtml(page.url)}/cancel"><button class="plain">${words.goBack}</button></form>
${testNumbers(locale, words)}
</main>`
  return pageShell({ locale, title: `${failed ? `${words.declinedTitle}: ` : ''}${words.payTitle}`, style, body })
}

/** What a shopper sees who opens the page again after it was paid or canceled. */
export function closedPayPage(page: HeldPage, returnTo: string): string {
  const locale = readLocale(page.locale)
  const words = bankWords(locale)
  const paid = page.status === 'authorized'
  const title = paid ? words.paidTitle : words.canceledTitle
  const body = `<main>
${bankName(words)}
<h1>${title}</h1>
<p class="amount">${escapeHtml(formatAmount(page.amountMinor, page.currency, locale))}</p>
<p class="reference">${words.amountFor} ${escapeHtml(page.reference)}</p>
<p>${paid ? words.paidText : words.canceledText}</p>
<a class="button" href="${escapeHtml(returnTo)}">${paid ? words.continueToShop : words.backToShop}</a>
</main>`
  return pageShell({ locale, title, style, body })
}

/** The page for a payment that the bank does not know. */
export function unknownPayPage(locale: PageLocale): string {
  const words = bankWords(locale)
  const body = `<main>${bankName(words)}<h1>${words.notFoundTitle}</h1><p>${words.notFoundText}</p></main>`
  return pageShell({ locale, title: words.notFoundTitle, style, body })
}

/**
 * The content security policy of the payment page.
 * It names the shop's origin because browsers hold the redirect after a form to `form-action` as well.
 */
export function payPagePolicy(returnUrl?: string): string {
  const shop = returnUrl && URL.canParse(returnUrl) ? ` ${new URL(returnUrl).origin}` : ''
  return `default-src 'none'; style-src ${cspHash(style)}; form-action 'self'${shop}; base-uri 'none'; frame-ancestors 'none'`
}

/** The way back to the shop, with the page named so that the shop can ask how it went. */
export function returnAddress(page: { id: string; returnUrl: string }): string {
  const [address = '', fragment] = page.returnUrl.split('#', 2)
  const joined = `${address}${address.includes('?') ? '&' : '?'}page=${page.id}`
  return fragment === undefined ? joined : `${joined}#${fragment}`
}

function bankName(words: BankWords): string {
  return `<p class="bank">${mark}${words.bank}</p>`
}

function failureNotice(attempt: PayAttempt, words: BankWords): string {
  const title = attempt.declineCode ? words.declinedTitle : words.checkFields
  const text = attempt.declineCode
    ? words.declines[attempt.declineCode]
    : (attempt.errors ?? []).map((error) => sayProblem(error, words)).join(' ')
  return `<div class="notice" role="alert"><h2>${title}</h2><p>${text}</p></div>`
}

function cardInput(
  field: CardField,
  label: string,
  attributes: string,
  attempt: PayAttempt,
  words: BankWords,
  placeholder = '',
): string {
  const errors = attempt.errors ?? []
  const error = errors.find((each) => each.field === field)
  const state = error ? ` aria-invalid="true" aria-describedby="${field}-error"` : ''
  const focus = error && errors[0] === error ? ' autofocus' : ''
  const value = field === 'expiry' && attempt.typedExpiry ? ` value="${escapeHtml(attempt.typedExpiry)}"` : ''
  const hint = placeholder ? ` <span class="hint">${placeholder}</span>` : ''
  const message = error ? `<p class="error" id="${field}-error">${sayProblem(error, words)}</p>` : ''
  return `<div class="field"><label for="${field}">${label}${hint}</label>
<input id="${field}" name="${field}" required ${attributes}${value}${state}${focus}>${message}</div>`
}

function testNumbers(locale: PageLocale, words: BankWords): string {
  const rows = testCards.map(
    (card) => `<tr><td>${card.number.replace(/(\d{4})(?=\d)/g, '$1 ')}</td><td>${card.about[locale]}</td></tr>`,
  )
  return `<details><summary>${words.testNumbers}</summary><p class="hint">${words.testNumbersHint}</p>
<table><tbody>${rows.join('')}</tbody></table></details>`
}
