/** HTML that may be put into a mail as it is. */
export type Html = { readonly html: string }

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

type Part = Html | string | number | null | undefined | false | readonly (Html | false | null | undefined)[]

/** Writes HTML: html`<b>${name}</b>`. Every text is escaped; only what was written this way goes in as it is. */
export function html(parts: TemplateStringsArray, ...values: readonly Part[]): Html {
  return {
    html: parts.reduce((all, part, index) => all + part + (index < values.length ? textOf(values[index]) : ''), ''),
  }
}

function textOf(value: Part): string {
  if (value === null || value === undefined || value === false) return ''
  if (Array.isArray(value)) return value.map(textOf).join('')
  if (typeof value === 'object') return (value as Html).html
  return String(value).replace(/[&<>"']/g, (character) => entities[character] as string)
}

const type = "font-family:-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif"

/** The shop's colours for mails: those of `web/ui/tokens.css` as hex, because mail programs do not read OKLCH. */
const light = {
  calm: '#f3f0e9',
  raised: '#fffefd',
  line: '#dedad3',
  ink: '#211c17',
  quiet: '#5d5750',
  brand: '#1d423b',
  onBrand: '#fcfaf6',
}
const dark = {
  calm: '#171411',
  raised: '#211d1a',
  line: '#3a3631',
  ink: '#efece7',
  quiet: '#b3afa7',
  brand: '#aad1c6',
  onBrand: '#0b1916',
}

/** Styles of the parts of a mail, to be set inline: many mail programs drop style sheets. */
export const look = {
  ink: `color:${light.ink}`,
  quiet: `color:${light.quiet}`,
  text: `${type};font-size:16px;line-height:24px;color:${light.ink}`,
  small: `${type};font-size:14px;line-height:20px;color:${light.quiet}`,
  head: `${type};font-size:28px;line-height:34px;font-weight:500;letter-spacing:-0.3px;color:${light.ink};margin:0`,
  label: `${type};font-size:14px;line-height:20px;font-weight:600;color:${light.ink};margin:0 0 4px`,
  rule: `border-top:1px solid ${light.line}`,
  tile: `background:${light.calm};border-radius:8px`,
}

/** A button; a link in a painted cell, which is what every mail program draws. */
export function button(address: string, words: string): Html {
  return html`<table role="presentation" cellpadding="0" cellspacing="0" border="0"><tr>
<td class="brand" style="background:${light.brand};border-radius:999px">
<a class="on-brand" href="${address}" style="${type};display:inline-block;padding:14px 28px;font-size:16px;line-height:24px;font-weight:500;color:${light.onBrand};text-decoration:none;border-radius:999px">${words}</a>
</td></tr></table>`
}

/** A stretch of the mail, with air around it. */
export function block(content: Html, space = 32): Html {
  return html`<tr><td class="side" style="padding:0 40px ${space}px">${content}</td></tr>`
}

/**
 * A whole mail: 600 px wide and narrower where there is less room, light or dark as the reader likes it. `preview` is
 * the line that a list of mails shows behind the subject.
 */
export function mailPage(of: {
  locale: string
  title: string
  preview: string
  shopName: string
  shopUrl: string
  content: readonly Html[]
  footer: Html
}): string {
  return html`<!doctype html>
<html lang="${of.locale}" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<meta name="format-detection" content="telephone=no,date=no,address=no,email=no">
<title>${of.title}</title>
<style>
:root { color-scheme: light dark; supported-color-schemes: light dark; }
a { color: inherit; }
@media (max-width: 620px) {
  .card { border-radius: 0 !important; border-left: 0 !important; border-right: 0 !important; }
  .around { padding: 0 !important; }
  .side { padding-left: 20px !important; padding-right: 20px !important; }
  .half { display: block !important; width: 100% !important; padding-right: 0 !important; padding-bottom: 20px !important; }
}
@media (prefers-color-scheme: dark) {
  .ground { background: ${dark.calm} !important; }
  .card { background: ${dark.raised} !important; border-color: ${dark.line} !important; }
  .ink { color: ${dark.ink} !important; }
  .quiet { color: ${dark.quiet} !important; }
  .rule { border-color: ${dark.line} !important; }
  .tile { background: ${dark.line} !important; }
  .brand { background: ${dark.brand} !important; }
  .on-brand { color: ${dark.onBrand} !important; }
}
</style>
</head>
<body class="ground" style="margin:0;padding:0;background:${light.calm};-webkit-text-size-adjust:100%">
<div style="display:none;max-height:0;overflow:hidden;opacity:0">${of.preview}</div>
<table role="presentation" class="ground" width="100%" cellpadding="0" cellspacing="0" border="0" style="background:${light.calm}"><tr><td class="around" align="center" style="padding:32px 16px">
<table role="presentation" class="card" width="600" cellpadding="0" cellspacing="0" border="0" style="width:100%;max-width:600px;background:${light.raised};border:1px solid ${light.line};border-radius:10px">
<tr><td class="side" style="padding:32px 40px 28px"><a class="ink" href="${of.shopUrl}" style="${type};font-size:18px;line-height:24px;font-weight:600;letter-spacing:-0.2px;color:${light.ink};text-decoration:none">${of.shopName}</a></td></tr>
${of.content}
</table>
<table role="presentation" width="600" cellpadding="0" cellspacing="0" border="0" style="width:100%;max-width:600px"><tr><td class="side" style="padding:24px 40px 32px">${of.footer}</td></tr></table>
</td></tr></table>
</body>
</html>
`.html
}
