/** What stands on invoices and credit notes, in the languages that the shop speaks. `{name}` is filled in. */
const en = {
  invoice: 'Invoice',
  'credit-note': 'Credit note',
  billTo: 'Billed to',
  creditTo: 'Credited to',
  number: 'Number',
  issued: 'Date',
  order: 'Order',
  ordered: 'Ordered',
  supplied: 'Delivered',
  refersTo: 'For invoice',
  what: 'What',
  quantity: 'Quantity',
  unit: 'Each',
  tax: 'Tax',
  amount: 'Amount',
  discount: 'Discount',
  reduction: 'Price reduction',
  delivery: 'Delivery',
  net: 'Net',
  total: 'Total',
  credited: 'Total credited',
  rate: 'Rate',
  inTotal: 'Gross',
  paidWith: 'Paid with {method}.',
  givenBack: 'Given back to what it was paid with: {method}.',
  card: 'card',
  giftCard: 'gift card',
  storeCredit: 'store credit',
  pricesWithTax: 'All prices include tax.',
  pricesWithoutTax: 'The prices of the lines are without tax.',
  taxNumber: 'Tax number {number}',
  page: 'Page {page} of {pages}',
}

export type InvoiceWords = Record<keyof typeof en, string>

const de: InvoiceWords = {
  invoice: 'Rechnung',
  'credit-note': 'Rechnungskorrektur',
  billTo: 'Rechnung an',
  creditTo: 'Gutschrift an',
  number: 'Nummer',
  issued: 'Datum',
  order: 'Bestellung',
  ordered: 'Bestellt am',
  supplied: 'Geliefert am',
  refersTo: 'Zur Rechnung',
  what: 'Artikel',
  quantity: 'Menge',
  unit: 'Einzelpreis',
  tax: 'Steuer',
  amount: 'Betrag',
  discount: 'Rabatt',
  reduction: 'Preisnachlass',
  delivery: 'Lieferung',
  net: 'Netto',
  total: 'Gesamtbetrag',
  credited: 'Erstatteter Betrag',
  rate: 'Steuersatz',
  inTotal: 'Brutto',
  paidWith: 'Bezahlt mit {method}.',
  givenBack: 'Erstattet auf das Zahlungsmittel: {method}.',
  card: 'Karte',
  giftCard: 'Geschenkkarte',
  storeCredit: 'Guthaben',
  pricesWithTax: 'Alle Preise enthalten die Steuer.',
  pricesWithoutTax: 'Die Preise der Zeilen sind ohne Steuer.',
  taxNumber: 'Steuernummer {number}',
  page: 'Seite {page} von {pages}',
}

const languages: Record<string, InvoiceWords> = { en, de }

/** The words of a language; English where the shop speaks one that these papers do not. */
export function invoiceWords(locale: string): InvoiceWords {
  return languages[locale.split('-')[0] ?? ''] ?? en
}

/** Fills `{name}` in a sentence. */
export function filled(sentence: string, values: Record<string, string | number>): string {
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''))
}
