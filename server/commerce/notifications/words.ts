/** What mails say, in the languages that the shop speaks. `{name}` is filled in. */
const en = {
  confirmationSubject: 'Order {number}: thank you',
  confirmationHead: 'Thank you, {name}',
  confirmationHeadPlain: 'Thank you for your order',
  confirmationText: 'We have your order {number}. We write again as soon as it is on its way.',
  confirmationTextPickup: 'We have your order {number}. We write again as soon as it is ready for you.',
  shippedSubject: 'Order {number} is on its way',
  shippedHead: 'It is on its way',
  shippedText: 'Your parcel has left us with {carrier}.',
  shippedTextPlain: 'Your parcel has left us.',
  partSubject: 'A part of order {number} is on its way',
  partHead: 'The first part is on its way',
  readySubject: 'Order {number} is ready for you',
  readyHead: 'Ready for you',
  readyText: 'Your order is packed and waits for you. Please bring the order number {number}.',
  refundSubject: 'Order {number}: {amount} is on its way back',
  refundHead: 'Your money is on its way back',
  refundText: 'We have given {amount} back to {methods}.',
  refundDays: 'A bank may take a few days until it shows.',
  cancelSubject: 'Order {number} is canceled',
  cancelHead: 'Your order is canceled',
  cancelText: 'Order {number} is canceled, and nothing of it will be sent.',
  cancelCharged: 'What was charged comes back to {methods}.',
  cancelReserved: 'Nothing was charged. What was reserved on {methods} is set free.',
  changeSubject: 'Order {number} has changed',
  changeHead: 'Your order has changed',
  changeTakenOut: 'Taken out: {items}. What stays costs what it did.',
  changeShipping: 'It now travels by {name}.',
  changeContact: 'We have noted the new details.',
  card: 'your card',
  giftCard: 'gift card',
  storeCredit: 'store credit',
  seeOrder: 'See your order',
  trackParcel: 'Track the parcel',
  trackingNumber: 'Tracking number',
  inThisParcel: 'In this parcel',
  toCollect: 'To collect',
  stillToCome: 'Still to come: {items}',
  yourOrder: 'What you ordered',
  quantity: 'Quantity {quantity}',
  goods: 'Goods',
  delivery: 'Delivery',
  pickup: 'Pick-up',
  discount: 'Discount',
  free: 'free',
  taxIncluded: '{tax} included: {amount}',
  total: 'Total',
  deliverTo: 'Delivery to',
  collectAt: 'To collect at',
  expected: 'Expected',
  ready: 'Ready',
  orderNumber: 'Order number',
  openHours: 'Open',
  between: '{from} to {until}',
  help: 'Something not right? Answer this mail, or write to {email}.',
  imprint: '{shop} · {address}',
  contents: '{count} × {title}',
  paidByGiftCard: 'Paid by gift card …{last4}',
  paidByCredit: 'Paid by store credit',
  giftSubject: 'A gift card of {amount} for you',
  giftHead: '{amount} to spend at {shop}',
  giftFrom: 'A present from {from}.',
  giftText: 'Enter this code in the cart or at the checkout. What you do not spend stays on the card.',
  giftCode: 'Your code',
  giftKeep: 'Keep this mail: the code is nowhere else, and we do not know it any more.',
  giftUntil: 'Good until {date}',
  giftOpen: 'To the shop',
}

export type Words = Record<keyof typeof en, string>

const de: Words = {
  confirmationSubject: 'Bestellung {number}: vielen Dank',
  confirmationHead: 'Vielen Dank, {name}',
  confirmationHeadPlain: 'Vielen Dank für Ihre Bestellung',
  confirmationText: 'Ihre Bestellung {number} ist bei uns. Sobald sie unterwegs ist, schreiben wir wieder.',
  confirmationTextPickup: 'Ihre Bestellung {number} ist bei uns. Sobald sie für Sie bereitliegt, schreiben wir wieder.',
  shippedSubject: 'Bestellung {number} ist unterwegs',
  shippedHead: 'Ihr Paket ist unterwegs',
  shippedText: 'Wir haben Ihr Paket an {carrier} übergeben.',
  shippedTextPlain: 'Ihr Paket hat uns verlassen.',
  partSubject: 'Ein Teil der Bestellung {number} ist unterwegs',
  partHead: 'Der erste Teil ist unterwegs',
  readySubject: 'Bestellung {number} liegt für Sie bereit',
  readyHead: 'Liegt für Sie bereit',
  readyText: 'Ihre Bestellung ist gepackt und wartet auf Sie. Bitte bringen Sie die Bestellnummer {number} mit.',
  refundSubject: 'Bestellung {number}: {amount} sind auf dem Weg zurück',
  refundHead: 'Ihr Geld ist auf dem Weg zurück',
  refundText: 'Wir haben {amount} erstattet: {methods}.',
  refundDays: 'Bis die Bank es zeigt, kann es einige Tage dauern.',
  cancelSubject: 'Bestellung {number} ist storniert',
  cancelHead: 'Ihre Bestellung ist storniert',
  cancelText: 'Die Bestellung {number} ist storniert; es wird nichts davon verschickt.',
  cancelCharged: 'Was abgebucht war, kommt zurück: {methods}.',
  cancelReserved: 'Es wurde nichts abgebucht. Was vorgemerkt war, ist wieder frei: {methods}.',
  changeSubject: 'Bestellung {number} wurde geändert',
  changeHead: 'Ihre Bestellung wurde geändert',
  changeTakenOut: 'Herausgenommen: {items}. Was bleibt, kostet so viel wie zuvor.',
  changeShipping: 'Sie reist jetzt so: {name}.',
  changeContact: 'Die neuen Angaben sind vermerkt.',
  card: 'Ihre Karte',
  giftCard: 'Geschenkkarte',
  storeCredit: 'Guthaben',
  seeOrder: 'Zur Bestellung',
  trackParcel: 'Paket verfolgen',
  trackingNumber: 'Sendungsnummer',
  inThisParcel: 'In diesem Paket',
  toCollect: 'Zum Abholen',
  stillToCome: 'Es folgt noch: {items}',
  yourOrder: 'Ihre Bestellung',
  quantity: 'Menge {quantity}',
  goods: 'Waren',
  delivery: 'Lieferung',
  pickup: 'Abholung',
  discount: 'Rabatt',
  free: 'kostenlos',
  taxIncluded: 'darin {tax}: {amount}',
  total: 'Gesamt',
  deliverTo: 'Lieferung an',
  collectAt: 'Abholen bei',
  expected: 'Voraussichtlich',
  ready: 'Bereit',
  orderNumber: 'Bestellnummer',
  openHours: 'Geöffnet',
  between: '{from} bis {until}',
  help: 'Stimmt etwas nicht? Antworten Sie auf diese Mail oder schreiben Sie an {email}.',
  imprint: '{shop} · {address}',
  contents: '{count} × {title}',
  paidByGiftCard: 'Bezahlt mit Gutschein …{last4}',
  paidByCredit: 'Bezahlt mit Guthaben',
  giftSubject: 'Ein Gutschein über {amount} für Sie',
  giftHead: '{amount} zum Einkaufen bei {shop}',
  giftFrom: 'Ein Geschenk von {from}.',
  giftText: 'Geben Sie den Code im Warenkorb oder an der Kasse ein. Was übrig bleibt, bleibt auf der Karte.',
  giftCode: 'Ihr Code',
  giftKeep: 'Heben Sie diese Mail auf: Der Code steht nur hier, wir kennen ihn nicht mehr.',
  giftUntil: 'Gültig bis {date}',
  giftOpen: 'Zum Shop',
}

const languages: Record<string, Words> = { en, de }

/** The words of a language; English where the shop speaks one that these mails do not. */
export function wordsOf(locale: string): Words {
  return languages[locale.split('-')[0] ?? ''] ?? en
}

/** Fills `{name}` in a sentence. */
export function fill(sentence: string, values: Record<string, string | number>): string {
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''))
}

/** A date as a sentence names it: "Thu 5 March", "Do., 5. März". */
export function dayOf(date: string, locale: string): string {
  const format = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, {
    weekday: 'short',
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  })
  return format.format(new Date(`${date}T12:00:00Z`)).replace(/^(\w{3}),/, '$1')
}

const weekdays = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su']

/** Days of opening hours as people read them: "Mo-Fr" (as schema.org writes it) is "Mon–Fri" in English. */
export function daysOf(days: string, locale: string): string {
  const format = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' })
  // The first of January 2024 was a Monday.
  const name = (code: string) => format.format(Date.UTC(2024, 0, weekdays.indexOf(code) + 1)).replace(/\.$/, '')
  return days
    .replace(/Mo|Tu|We|Th|Fr|Sa|Su/g, name)
    .replaceAll('-', '–')
    .replaceAll(',', ', ')
}
