import { createHash } from 'node:crypto'

export type PageLocale = 'en' | 'de'
/** Follows the device unless the page around it has been set to one of them. */
export type PageScheme = 'light dark' | 'light' | 'dark'

/** The language of the bank's pages: German where that is asked for, else English. */
export function readLocale(asked: string | null | undefined): PageLocale {
  return asked?.toLowerCase().startsWith('de') ? 'de' : 'en'
}

/** A text as it may stand in HTML, also inside an attribute. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
}

/** The source expression that lets one inline style or script through a content security policy. */
export function cspHash(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`
}

// Minor units by ISO 4217. Not asked of Intl: its data drops the decimals that people seldom use (HUF, COP, IQD).
const noDecimals = 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'.split(' ')
const threeDecimals = 'BHD IQD JOD KWD LYD OMR TND'.split(' ')
const fourDecimals = ['CLF', 'UYW']

/** An amount of minor units as people of the locale write it. */
export function formatAmount(amountMinor: number, currency: string, locale: PageLocale): string {
  const decimals = decimalsOf(currency)
  const digits = String(amountMinor).padStart(decimals + 1, '0')
  const exact = decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`
  const format = new Intl.NumberFormat(locale === 'de' ? 'de-DE' : 'en', {
    style: 'currency',
    currency,
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  })
  return format.format(exact as Intl.StringNumericLiteral)
}

/** How many decimals a currency has. */
export function decimalsOf(currency: string): number {
  if (noDecimals.includes(currency)) return 0
  if (threeDecimals.includes(currency)) return 3
  return fourDecimals.includes(currency) ? 4 : 2
}

/** Colours, type and fields that all pages of the bank share. */
export const sharedStyle = `
:root{color-scheme:light dark;
--ground:light-dark(oklch(0.985 0.006 85),oklch(0.2 0.008 70));
--raised:light-dark(oklch(0.998 0.002 85),oklch(0.24 0.009 70));
--ink:light-dark(oklch(0.23 0.012 70),oklch(0.94 0.008 85));
--quiet:light-dark(oklch(0.46 0.014 70),oklch(0.75 0.012 80));
--line:light-dark(oklch(0.88 0.009 80),oklch(0.36 0.01 75));
--edge:light-dark(oklch(0.6 0.014 75),oklch(0.58 0.012 75));
--calm:light-dark(oklch(0.955 0.016 85),oklch(0.275 0.014 75));
--wrong:light-dark(oklch(0.5 0.17 28),oklch(0.79 0.11 28));
--wrong-ground:light-dark(oklch(0.96 0.018 28),oklch(0.29 0.045 28))}
:root.light{color-scheme:light}:root.dark{color-scheme:dark}
*{box-sizing:border-box}
body{margin:0;color:var(--ink);font:400 16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif}
label{display:block;font-weight:500;margin:0 0 4px}
input{width:100%;height:48px;padding:0 14px;font:inherit;font-variant-numeric:tabular-nums;color:var(--ink);
background:var(--raised);border:1px solid var(--edge);border-radius:10px}
::placeholder{color:var(--quiet);opacity:1}
:focus-visible{outline:2px solid var(--ink);outline-offset:2px}
input[aria-invalid=true]{border-color:var(--wrong);box-shadow:inset 0 0 0 1px var(--wrong)}
.field{margin:0 0 16px}.pair{display:grid;grid-template-columns:1fr 1fr;gap:16px}
.error{margin:6px 0 0;color:var(--wrong);font-size:14px;line-height:1.4}
.error:empty{display:none}
`

/** A whole document. The style must be let through by its hash; nothing is loaded from anywhere. */
export function pageShell(page: {
  locale: PageLocale
  scheme?: PageScheme
  title: string
  style: string
  body: string
}): string {
  const scheme = page.scheme === 'light' || page.scheme === 'dark' ? ` class="${page.scheme}"` : ''
  return `<!doctype html>
<html lang="${page.locale}"${scheme}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escapeHtml(page.title)}</title>
<style>${page.style}</style>
</head>
<body>
${page.body}
</body>
</html>
`
}
