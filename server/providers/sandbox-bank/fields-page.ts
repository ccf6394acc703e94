import { bankWords } from './bank-words.ts'
import { cspHash, type PageLocale, type PageScheme, pageShell, sharedStyle } from './page-look.ts'

const style = `${sharedStyle}
html,body{background:transparent}
form{padding:4px}
.pair .field{margin-bottom:0}
.hint{color:var(--quiet);font-weight:400;font-size:14px}
`

/**
 * The script of the frame. It speaks with the page around it by `postMessage`, to that page's exact origin and no other:
 *
 * from the shop: `{ type: 'barrow-bank:tokenize' }`
 * to the shop: `{ type: 'barrow-bank:ready' }`, `{ type: 'barrow-bank:height', height }` in CSS pixels,
 * `{ type: 'barrow-bank:token', token, brand, last4 }` or `{ type: 'barrow-bank:invalid', message }`.
 *
 * A card number therefore never enters a document of the shop.
 */
const script = `
const settings = JSON.parse(document.getElementById('settings').textContent)
const form = document.querySelector('form')
const inputs = { number: form.number, expiry: form.expiry, cvc: form.cvc }
const tell = (message) => parent.postMessage(message, settings.origin)
const atEnd = (input) => input.selectionStart === input.value.length
let asking = false

function showError(field, message) {
  document.getElementById(field + '-error').textContent = message
  if (message) inputs[field].setAttribute('aria-invalid', 'true')
  else inputs[field].removeAttribute('aria-invalid')
}
async function tokenize() {
  if (asking) return
  asking = true
  try {
    const typed = Object.fromEntries(Object.entries(inputs).map(([field, input]) => [field, input.value]))
    const answer = await fetch(settings.tokensUrl, {
      method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(typed),
    })
    const told = await answer.json()
    const errors = told.errors || []
    for (const field in inputs) {
      const error = errors.find((each) => each.field === field)
      showError(field, error ? settings.problems[field][error.problem] : '')
    }
    if (answer.ok) tell({ type: 'barrow-bank:token', token: told.token, brand: told.brand, last4: told.last4 })
    else {
      if (errors[0]) inputs[errors[0].field].focus()
      tell({ type: 'barrow-bank:invalid', message: errors[0] ? settings.problems[errors[0].field][errors[0].problem] : settings.unreachable })
    }
  } catch {
    tell({ type: 'barrow-bank:invalid', message: settings.unreachable })
  } finally {
    asking = false
  }
}
inputs.number.addEventListener('input', () => {
  if (atEnd(inputs.number)) inputs.number.value = inputs.number.value.replace(/\\D/g, '').slice(0, 19).replace(/(\\d{4})(?=\\d)/g, '$1 ')
})
inputs.expiry.addEventListener('input', (event) => {
  const typed = inputs.expiry.value
  if (!atEnd(inputs.expiry) || event.inputType === 'deleteContentBackward') return
  if (/^[2-9]$/.test(typed)) inputs.expiry.value = '0' + typed + '/'
  else if (/^\\d{2}$/.test(typed)) inputs.expiry.value = typed + '/'
  else if (/^\\d{3,4}$/.test(typed)) inputs.expiry.value = typed.slice(0, 2) + '/' + typed.slice(2)
})
for (const field in inputs) inputs[field].addEventListener('input', () => showError(field, ''))
form.addEventListener('submit', (event) => event.preventDefault())
addEventListener('message', (event) => {
  if (event.source !== parent || event.origin !== settings.origin) return
  if (event.data && event.data.type === 'barrow-bank:tokenize') tokenize()
})
let toldHeight = 0
new ResizeObserver(() => {
  const height = Math.ceil(form.getBoundingClientRect().height)
  if (height !== toldHeight) tell({ type: 'barrow-bank:height', height: (toldHeight = height) })
}).observe(form)
tell({ type: 'barrow-bank:ready' })
`

export type FieldsPageOptions = { origin: string; locale: PageLocale; scheme: PageScheme; tokensUrl: string }

/** The card fields that sit in a frame on the shop's checkout. `origin` is the shop's, and the only one it talks to. */
export function fieldsPage(options: FieldsPageOptions): string {
  const words = bankWords(options.locale)
  const { problems, unreachable } = words
  const settings = JSON.stringify({ origin: options.origin, tokensUrl: options.tokensUrl, problems, unreachable })
  const body = `<form autocomplete="on" novalidate aria-label="${words.cardFields}">
<div class="field"><label for="number">${words.number}</label>
<input id="number" name="number" inputmode="numeric" autocomplete="cc-number" maxlength="23" required aria-describedby="number-error">
<p class="error" id="number-error" aria-live="polite"></p></div>
<div class="pair">
<div class="field"><label for="expiry">${words.expiry}</label>
<input id="expiry" name="expiry" inputmode="numeric" autocomplete="cc-exp" maxlength="9" required placeholder="${words.expiryHint}" aria-describedby="expiry-error">
<p class="error" id="expiry-error" aria-live="polite"></p></div>
<div class="field"><label for="cvc">${words.cvc}</label>
<input id="cvc" name="cvc" inputmode="numeric" autocomplete="cc-csc" maxlength="4" required aria-describedby="cvc-error">
<p class="error" id="cvc-error" aria-live="polite"></p></div>
</div>
<noscript><p class="error">${words.needsScript}</p></noscript>
</form>
<script type="application/json" id="settings">${settings.replaceAll('<', '\\u003c')}</script>
<script>${script}</script>`
  return pageShell({ locale: options.locale, scheme: options.scheme, title: words.cardFields, style, body })
}

/** The content security policy of the card fields: shown by that one shop only, and loading nothing. */
export function fieldsPagePolicy(origin: string): string {
  return (
    `default-src 'none'; style-src ${cspHash(style)}; script-src ${cspHash(script)}; connect-src 'self'; ` +
    `base-uri 'none'; form-action 'none'; frame-ancestors ${origin}`
  )
}
