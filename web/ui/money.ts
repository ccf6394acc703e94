const withDigits = (digits: number, currencies: string) => currencies.split(' ').map((currency) => [currency, digits])

// Decimal places of the minor unit by ISO 4217 where they are not two. Intl is no help: it says how money is shown.
const unusualDigits: Record<string, number> = Object.fromEntries([
  ...withDigits(0, 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'),
  ...withDigits(3, 'BHD IQD JOD KWD LYD OMR TND'),
  ...withDigits(4, 'CLF UYW'),
])

const formats = new Map<string, Intl.NumberFormat>()

/** An amount as people of a language write it: 1990 EUR is "€19.90" in English, "19,90 €" in German. */
export function formatMoney(amountMinor: number, currency: string, locale: string): string {
  const digits = unusualDigits[currency] ?? 2
  const name = `${locale} ${currency}`
  let format = formats.get(name)
  if (!format) {
    const shown = { minimumFractionDigits: digits, maximumFractionDigits: digits }
    format = new Intl.NumberFormat(locale, { style: 'currency', currency, ...shown })
    formats.set(name, format)
  }
  return format.format(amountMinor / 10 ** digits)
}

/** An amount as programs read it: 1990 EUR is "19.90". */
export function plainAmount(amountMinor: number, currency: string): string {
  const digits = unusualDigits[currency] ?? 2
  return (amountMinor / 10 ** digits).toFixed(digits)
}
