import { cspHash, escapeHtml, formatAmount, pageShell, sharedStyle } from './page-look.ts'

export const views = [
  { name: '', title: 'Payments' },
  { name: 'disputes', title: 'Chargebacks' },
  { name: 'payouts', title: 'Payouts' },
  { name: 'faults', title: 'Faults' },
  { name: 'webhooks', title: 'Webhooks' },
  { name: 'calls', title: 'Calls' },
  { name: 'cards', title: 'Test cards' },
] as const
export type View = (typeof views)[number]['name']

const style = `${sharedStyle}
:root{--good:light-dark(oklch(0.45 0.1 150),oklch(0.8 0.11 150));--good-ground:light-dark(oklch(0.95 0.03 150),oklch(0.29 0.04 150));
--care:light-dark(oklch(0.47 0.09 70),oklch(0.83 0.1 80));--care-ground:light-dark(oklch(0.95 0.04 80),oklch(0.3 0.04 75))}
body{background:var(--ground)}
main{max-width:1080px;margin:0 auto;padding:24px 16px 80px}
.bank{display:flex;align-items:center;gap:8px;font-weight:650;margin:0 0 4px;font-size:20px;letter-spacing:-.01em}
.bank svg{width:26px;height:26px;flex:none}
nav{display:flex;gap:4px;overflow-x:auto;margin:16px -16px 24px;padding:0 16px;border-bottom:1px solid var(--line);scrollbar-width:none}
nav a{flex:none;display:flex;align-items:center;min-height:44px;padding:0 12px;color:var(--quiet);text-decoration:none;border-bottom:2px solid transparent}
nav a[aria-current]{color:var(--ink);font-weight:600;border-color:var(--ink)}
h1{font-size:28px;font-weight:650;letter-spacing:-.01em;line-height:1.2;margin:0}
h2{font-size:19px;font-weight:650;margin:40px 0 4px}
p{margin:8px 0 0;max-width:72ch;text-wrap:pretty}
.quiet{color:var(--quiet)}
.wide{overflow-x:auto;margin:0 -16px;padding:0 16px}
table{width:100%;border-collapse:collapse;font-size:15px;margin-top:8px}
th{text-align:left;font-weight:500;color:var(--quiet);font-size:14px}
th,td{padding:8px 20px 8px 0;border-bottom:1px solid var(--line);white-space:nowrap;vertical-align:middle}
td:last-child,th:last-child{padding-right:0}
.money{text-align:right;font-variant-numeric:tabular-nums}
.mono{font:13px/1.4 ui-monospace,SFMono-Regular,Menlo,monospace}
.pill{display:inline-block;padding:2px 10px;border-radius:999px;font-size:14px;background:var(--calm)}
.pill.good{color:var(--good);background:var(--good-ground)}.pill.care{color:var(--care);background:var(--care-ground)}
.pill.wrong{color:var(--wrong);background:var(--wrong-ground)}
.balances{display:grid;grid-template-columns:repeat(auto-fit,minmax(150px,1fr));gap:12px;margin-top:16px}
.balance{background:var(--raised);border:1px solid var(--line);border-radius:14px;padding:14px 16px}
.balance span{display:block;color:var(--quiet);font-size:14px}
.balance b{font-size:22px;font-weight:650;font-variant-numeric:tabular-nums;letter-spacing:-.01em}
form{display:inline-flex;gap:8px;margin:0}
.card{display:grid;grid-template-columns:repeat(auto-fit,minmax(150px,1fr));gap:12px;align-items:end;background:var(--raised);border:1px solid var(--line);
border-radius:14px;padding:16px;margin-top:16px}
select{width:100%;height:48px;padding:0 10px;font:inherit;color:var(--ink);background:var(--raised);border:1px solid var(--edge);border-radius:10px}
button{min-height:44px;padding:0 16px;font:inherit;font-weight:600;border-radius:999px;border:1px solid var(--ink);background:var(--ink);color:var(--ground);cursor:pointer}
button.slim{min-height:36px;padding:0 12px;font-size:14px;font-weight:500;background:none;color:var(--ink);border-color:var(--edge)}
.card button{min-height:48px}
.notice{margin:0 0 16px;padding:12px 14px;border-radius:10px;background:var(--wrong-ground);color:var(--wrong)}
a{color:inherit}
`

const mark = `<svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.6" stroke-linejoin="round" stroke-linecap="round" aria-hidden="true"><path d="M3.5 9 12 4l8.5 5zM5.5 12v5M10 12v5M14 12v5M18.5 12v5M3.5 20h17"/></svg>`

/** The frame of the look inside the bank: what it is, and the way to its other pages. */
export function insidePage(page: { view: View; publicPath: string; body: string; refused: string | null }): string {
  const links = views.map(({ name, title }) => {
    const address = `${page.publicPath}/${name === '' ? '' : `inside/${name}`}`
    return `<a href="${address}"${name === page.view ? ' aria-current="page"' : ''}>${title}</a>`
  })
  const title = views.find(({ name }) => name === page.view)?.title ?? ''
  const body = `<main>
<p class="bank">${mark}Sandbox bank</p>
<p class="quiet">No money moves here. This is what the bank knows, independent of what the shop believes.</p>
<nav aria-label="The bank">${links.join('')}</nav>
${page.refused ? `<p class="notice" role="alert">${escapeHtml(page.refused)}</p>` : ''}
<h1>${title}</h1>
${page.body}
</main>`
  return pageShell({ locale: 'en', title: `${title} - Sandbox bank`, style, body })
}

/** The content security policy of the look inside: it loads nothing, and sends its forms to itself alone. */
export function insidePagePolicy(): string {
  return `default-src 'none'; style-src ${cspHash(style)}; base-uri 'none'; form-action 'self'; frame-ancestors 'none'`
}

/** A cell that is HTML already. */
export type Html = { html: string }
export type Cell = string | Html

/** A table with a head; a head that starts with `>` heads a column of money. */
export function table(title: string, heads: string[], rows: Cell[][], whenEmpty: string): string {
  if (rows.length === 0) return `<p class="quiet">${whenEmpty}</p>`
  const isMoney = heads.map((head) => head.startsWith('>'))
  const headCells = heads.map(
    (head, at) => `<th scope="col"${isMoney[at] ? ' class="money"' : ''}>${head.replace('>', '')}</th>`,
  )
  const bodyRows = rows.map((cells) => {
    const shown = cells.map(
      (cell, at) =>
        `<td${isMoney[at] ? ' class="money"' : ''}>${typeof cell === 'string' ? escapeHtml(cell) : cell.html}</td>`,
    )
    return `<tr>${shown.join('')}</tr>`
  })
  return `<div class="wide" tabindex="0" role="region" aria-label="${title}"><table><thead><tr>${headCells.join('')}</tr></thead><tbody>${bodyRows.join('')}</tbody></table></div>`
}

/** A word about how something stands, in its colour. */
export function pill(words: string, tone: '' | 'good' | 'care' | 'wrong' = ''): Html {
  return { html: `<span class="pill ${tone}">${escapeHtml(words)}</span>` }
}

/** A button that is a form of its own. */
export function button(of: { address: string; action: string; words: string; more?: string }): string {
  return `<form method="post" action="${escapeHtml(of.address)}">${of.more ?? ''}<button class="slim" name="action" value="${of.action}">${of.words}</button></form>`
}

/** An amount as the pages of the bank show it to its staff. */
export function amount(amountMinor: number, currency: string): string {
  return amountMinor < 0 ? `-${formatAmount(-amountMinor, currency, 'en')}` : formatAmount(amountMinor, currency, 'en')
}

/** A moment to the second. */
export function when(iso: string): string {
  return `${iso.slice(0, 10)} ${iso.slice(11, 19)} UTC`
}
