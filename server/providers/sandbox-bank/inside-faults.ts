import { faultDefaults, faultKinds, faultPlaces } from './faults.ts'
import { button, type Cell, pill, table, when } from './inside-page.ts'
import type { OpenBank } from './open-bank.ts'
import { escapeHtml } from './page-look.ts'

const kindWords: Record<(typeof faultKinds)[number], string> = {
  delay: 'answers late',
  'error-before': 'error 500, nothing done',
  'error-after': 'error 500 although it was done',
  'lost-answer': 'done, but the line is cut',
  'webhook-late': 'webhook comes late',
  'webhook-doubled': 'webhook comes twice',
  'webhook-reordered': 'webhooks in another order',
  'webhook-held': 'webhook is kept back',
}

/** What goes wrong on purpose, and the form to add to it. */
export function faultsView(bank: OpenBank, publicPath: string): string {
  const address = `${publicPath}/inside/faults`
  const options = (values: readonly string[], say: (value: never) => string) =>
    values.map((value) => `<option value="${value}">${escapeHtml(say(value as never))}</option>`).join('')
  const rows = [...bank.state.faults.values()].map((fault): Cell[] => [
    kindWords[fault.kind],
    fault.kind.startsWith('webhook-') ? '' : fault.place,
    `${fault.percent}%`,
    fault.timesMax === null ? `${fault.used}` : `${fault.used} of ${fault.timesMax}`,
    fault.kind === 'delay' || fault.kind === 'webhook-late' ? `${fault.ms} ms` : '',
    { html: button({ address: `${address}/${fault.id}`, action: 'clear', words: 'End it' }) },
  ])
  return `<p class="quiet">Real banks have bad days. What a shop does on one can be tried here. For one call alone, send the header <span class="mono">Sandbox-Fault: lost-answer</span>.</p>
<form class="card" method="post" action="${address}">
<div><label for="kind">What</label><select id="kind" name="kind">${options(faultKinds, (kind) => kindWords[kind])}</select></div>
<div><label for="place">Where</label><select id="place" name="place">${options(faultPlaces, (place) => place)}</select></div>
<div><label for="percent">How often (%)</label><input id="percent" name="percent" inputmode="numeric" value="100" maxlength="3"></div>
<div><label for="timesMax">How many times</label><input id="timesMax" name="timesMax" inputmode="numeric" placeholder="until ended" maxlength="6"></div>
<div><label for="ms">Delay (ms)</label><input id="ms" name="ms" inputmode="numeric" value="${faultDefaults.ms}" maxlength="6"></div>
<button>Set</button>
</form>
${table('Faults', ['What', 'Where', 'How often', 'Met', 'Delay', ''], rows, 'Nothing goes wrong at the moment.')}
${rows.length > 1 ? `<p>${button({ address: `${address}/clear`, action: 'clear', words: 'End all' })}</p>` : ''}`
}

/** What the bank told the shop, and whether the shop has heard it. */
export function webhooksView(bank: OpenBank, publicPath: string): string {
  const address = `${publicPath}/inside/webhooks`
  const rows = bank.outbox.newest(60).map((message): Cell[] => [
    message.type,
    {
      html: `<span class="mono" title="${escapeHtml(message.reference)}">${escapeHtml(message.reference.slice(-10))}</span>`,
    },
    pill(message.status, toneOf(message.status)),
    String(message.attempts),
    message.lastAnswer,
    when(message.at),
    { html: button({ address: `${address}/${message.n}`, action: 'send', words: 'Send again' }) },
  ])
  const urls = bank.state.webhookUrls.map((url) => `<span class="mono">${escapeHtml(url)}</span>`).join(', ')
  return `<p class="quiet">${urls ? `Told to ${urls}, signed as Standard Webhooks, again and again for three days until the shop answers 2xx.` : 'No shop has said yet where to tell it.'}</p>
<p>${button({ address, action: 'test', words: 'Send a message of a kind that nobody knows' })}</p>
${table('Webhooks', ['Event', 'Reference', 'Status', '>Tries', 'Last answer', 'When', ''], rows, 'Nothing to tell yet.')}`
}

function toneOf(status: string) {
  return status === 'delivered' ? 'good' : status === 'given-up' ? 'wrong' : 'care'
}

/** The newest calls of the shop, since this bank was started. */
export function callsView(bank: OpenBank): string {
  const rows = bank.calls.slice(0, 100).map((call): Cell[] => [
    call.operation,
    call.status === 0
      ? pill('line cut', 'wrong')
      : pill(String(call.status), call.status >= 500 ? 'wrong' : call.status >= 400 ? 'care' : 'good'),
    call.fault,
    `${call.ms} ms`,
    { html: `<span class="mono">${escapeHtml(call.key)}</span>` },
    {
      html: `<span class="mono">${escapeHtml(call.path.length > 60 ? `${call.path.slice(0, 57)}…` : call.path)}</span>`,
    },
    when(call.at),
  ])
  return `<p class="quiet">Each call of the shop with its idempotency key. The same key is done once, however often it is sent.</p>
${table('Calls', ['Operation', 'Answer', 'Fault', '>Took', 'Key', 'Path', 'When'], rows, 'The shop has not called since this bank was started.')}`
}
