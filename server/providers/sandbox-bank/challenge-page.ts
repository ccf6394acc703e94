import type { HeldAuthorization } from './bank-records.ts'
import { bankWords } from './bank-words.ts'
import { challengeCode, codesMax } from './decide-challenge.ts'
import { cspHash, escapeHtml, formatAmount, pageShell, readLocale, sharedStyle } from './page-look.ts'

/** Where the question is shown: as a page of its own, or in a frame of the shop with this origin. */
export type ChallengePlace = { origin?: string }

const style = `${sharedStyle}
body{background:var(--ground)}
main{max-width:460px;margin:0 auto;padding:24px 16px 40px}
.bank{display:flex;align-items:center;gap:8px;font-weight:500;margin:0 0 24px}
.bank svg{width:24px;height:24px;flex:none}
h1{font-size:28px;font-weight:650;letter-spacing:-.01em;line-height:1.2;margin:0 0 8px}
p{margin:0 0 16px;text-wrap:pretty}
.sandbox{padding:12px 14px;border-radius:10px;background:var(--calm);font-size:15px}
.code input{font-size:24px;letter-spacing:.3em;height:56px}
button,.button{display:flex;align-items:center;justify-content:center;width:100%;min-height:52px;padding:12px 16px;font:inherit;font-weight:650;
border-radius:999px;border:1px solid transparent;background:var(--ink);color:var(--ground);text-decoration:none;text-align:center;cursor:pointer}
.plain{background:none;color:var(--ink);border-color:var(--edge);font-weight:500;margin-top:12px}
`

const mark = `<svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.6" stroke-linejoin="round" stroke-linecap="round" aria-hidden="true"><path d="M12 3.5 5 6v5.5c0 4.2 2.9 7.4 7 9 4.1-1.6 7-4.8 7-9V6zM9 12l2.2 2.2L15.2 10"/></svg>`

/** The cardholder is asked for a code. Plain HTML that works without JavaScript, in a page and in a frame. */
export function challengePage(held: HeldAuthorization, { isWrong = false } = {}): string {
  const locale = readLocale(held.locale)
  const words = bankWords(locale).challenge
  const amount = formatAmount(held.amountMinor, held.currency, locale)
  const error = isWrong ? words.wrongCode(codesMax - held.missedCodes) : ''
  const state = isWrong ? ' aria-invalid="true" aria-describedby="code-error"' : ''
  const body = `<main>
<p class="bank">${mark}${words.bank}</p>
<h1>${words.title}</h1>
<p>${escapeHtml(words.text(amount, held.card.last4))}</p>
<p class="sandbox">${words.sandboxCode(challengeCode)}</p>
<form method="post" novalidate>
<div class="field code"><label for="code">${words.code}</label>
<input id="code" name="code" inputmode="numeric" autocomplete="one-time-code" maxlength="9" required autofocus${state}>
<p class="error" id="code-error" role="alert">${error}</p></div>
<button name="action" value="confirm">${words.confirm}</button>
<button class="plain" name="action" value="refuse">${words.refuse}</button>
</form>
</main>`
  return pageShell({ locale, title: words.title, style, body })
}

/** What is seen when the question is asked for again after it has been answered, or when it never was. */
export function challengeOverPage(locale: string | undefined, backTo: string | undefined): string {
  const words = bankWords(readLocale(locale))
  const link = backTo === undefined ? '' : `<a class="button" href="${escapeHtml(backTo)}">${words.backToShop}</a>`
  const body = `<main><p class="bank">${mark}${words.challenge.bank}</p><h1>${words.challenge.over}</h1>
<p>${words.challenge.overText}</p>${link}</main>`
  return pageShell({ locale: readLocale(locale), title: words.challenge.over, style, body })
}

const doneScript = (origin: string) =>
  `parent.postMessage({ type: 'barrow-bank:challenge-done' }, ${JSON.stringify(origin).replaceAll('<', '\\u003c')})`

/** In a frame, the shop around it is told that the question has been answered; how, it asks the bank. */
export function challengeDonePage(locale: string | undefined, origin: string): string {
  const words = bankWords(readLocale(locale)).challenge
  const body = `<main><p class="bank">${mark}${words.bank}</p><p role="status">${words.done}</p></main>
<script>${doneScript(origin)}</script>`
  return pageShell({ locale: readLocale(locale), title: words.title, style, body })
}

/** The content security policy of these pages: shown alone, or in a frame of that one shop. */
export function challengePolicy(place: ChallengePlace, returnUrl?: string): string {
  const shop = returnUrl && URL.canParse(returnUrl) ? ` ${new URL(returnUrl).origin}` : ''
  const script = place.origin === undefined ? '' : ` script-src ${cspHash(doneScript(place.origin))};`
  return (
    `default-src 'none'; style-src ${cspHash(style)};${script} form-action 'self'${shop}; base-uri 'none'; ` +
    `frame-ancestors ${place.origin ?? "'none'"}`
  )
}
