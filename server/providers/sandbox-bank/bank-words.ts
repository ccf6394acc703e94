import type { CardField, CardFieldError, CardProblem } from './card-entry.ts'
import type { PageLocale } from './page-look.ts'
import type { DeclineCode } from './test-cards.ts'

type FieldProblems = Record<CardField, Partial<Record<CardProblem, string>>>

export type BankWords = {
  bank: string
  sandbox: string
  number: string
  expiry: string
  expiryHint: string
  cvc: string
  cvcHint: string
  name: string
  optional: string
  problems: FieldProblems
  declines: Record<DeclineCode, string>
  payTitle: string
  amountFor: string
  pay: (amount: string) => string
  goBack: string
  declinedTitle: string
  checkFields: string
  testNumbers: string
  testNumbersHint: string
  paidTitle: string
  paidText: string
  canceledTitle: string
  canceledText: string
  continueToShop: string
  backToShop: string
  notFoundTitle: string
  notFoundText: string
  cardFields: string
  needsScript: string
  unreachable: string
  challenge: {
    bank: string
    title: string
    text: (amount: string, last4: string) => string
    code: string
    sandboxCode: (code: string) => string
    confirm: string
    refuse: string
    wrongCode: (left: number) => string
    over: string
    overText: string
    done: string
  }
}

const english: BankWords = {
  bank: 'Sandbox bank',
  sandbox: 'This is a sandbox. No money moves, and only test cards are accepted.',
  number: 'Card number',
  expiry: 'Expiry date',
  expiryHint: 'MM/YY',
  cvc: 'Security code',
  cvcHint: '3 digits on the back',
  name: 'Name on card',
  optional: 'optional',
  problems: {
    number: {
      missing: 'Enter the card number.',
      invalid: 'Check the card number: a digit seems to be wrong.',
      'not-a-test-number': 'This sandbox takes test cards only. Please do not enter a real card.',
    },
    expiry: {
      missing: 'Enter the expiry date.',
      invalid: 'Enter the month and year as MM/YY.',
      past: 'This date has passed. Check it, or use another card.',
    },
    cvc: {
      missing: 'Enter the security code.',
      invalid: 'Enter the three digits from the back of the card (four on American Express).',
    },
  },
  declines: {
    declined: 'The bank declined this card. Try another one.',
    'insufficient-funds': 'There is not enough money on this card. Try another one.',
    'expired-card': 'This card has expired. Try another one.',
    'wrong-cvc': 'The security code is not right. Check it, or try another card.',
    'processing-error': 'Something went wrong at the bank. Nothing was charged. Try again in a moment.',
    'stolen-card': 'The bank declined this card. Try another one.',
    'lost-card': 'The bank declined this card. Try another one.',
    'do-not-honor': 'The bank declined this card. Try another one.',
    'limit-exceeded': 'This card has reached its limit. Try another one.',
    'fraud-suspected': 'The bank declined this card. Try another one.',
    'avs-mismatch': 'The address does not match the one that the bank knows. Check it, or try another card.',
    'authentication-required': 'The bank of this card wants to be sure that it is you. Try again.',
    'authentication-failed':
      'The bank of this card could not make sure that it is you. Try again, or use another card.',
    canceled: 'You did not confirm the payment. Nothing was charged.',
    abandoned: 'The payment was not confirmed in time. Nothing was charged.',
  },
  payTitle: 'Pay by card',
  amountFor: 'for',
  pay: (amount) => `Pay ${amount}`,
  goBack: 'Go back to the shop',
  declinedTitle: 'The payment did not go through',
  checkFields: 'Please check the card details',
  testNumbers: 'Test card numbers',
  testNumbersHint: 'Any date to come and any three digits will do.',
  paidTitle: 'This is paid',
  paidText: 'The amount has been reserved on your card. There is nothing left to do here.',
  canceledTitle: 'This payment was canceled',
  canceledText: 'Nothing was charged. You can choose another way to pay in the shop.',
  continueToShop: 'Continue to the shop',
  backToShop: 'Back to the shop',
  notFoundTitle: 'There is no such payment',
  notFoundText: 'The link may be incomplete. Go back to the shop and choose a way to pay again.',
  cardFields: 'Card details',
  needsScript: 'These fields need JavaScript. Choose the payment page of the bank instead.',
  unreachable: 'The bank could not be reached. Nothing was charged. Try again.',
  challenge: {
    bank: "Your card's bank",
    title: 'Is it you?',
    text: (amount, last4) =>
      `Enter the code that we have sent to your phone, to pay ${amount} with the card that ends in ${last4}.`,
    code: 'Code',
    sandboxCode: (code) => `This is a sandbox: the code is ${code}.`,
    confirm: 'Confirm the payment',
    refuse: 'I do not want to pay',
    wrongCode: (left) => `That is not the code. ${left === 1 ? 'One try is left.' : `${left} tries are left.`}`,
    over: 'This question has been answered',
    overText: 'There is nothing left to do here. Go back to the shop.',
    done: 'One moment. The shop is being told.',
  },
}

const german: BankWords = {
  bank: 'Sandbox-Bank',
  sandbox: 'Dies ist eine Testumgebung. Es fließt kein Geld, und nur Testkarten werden angenommen.',
  number: 'Kartennummer',
  expiry: 'Gültig bis',
  expiryHint: 'MM/JJ',
  cvc: 'Prüfziffer',
  cvcHint: '3 Ziffern auf der Rückseite',
  name: 'Name auf der Karte',
  optional: 'freiwillig',
  problems: {
    number: {
      missing: 'Geben Sie die Kartennummer ein.',
      invalid: 'Prüfen Sie die Kartennummer: Eine Ziffer scheint nicht zu stimmen.',
      'not-a-test-number': 'Hier gelten nur Testkarten. Bitte geben Sie keine echte Karte ein.',
    },
    expiry: {
      missing: 'Geben Sie das Ablaufdatum ein.',
      invalid: 'Geben Sie Monat und Jahr als MM/JJ ein.',
      past: 'Dieses Datum ist vorbei. Prüfen Sie es, oder nehmen Sie eine andere Karte.',
    },
    cvc: {
      missing: 'Geben Sie die Prüfziffer ein.',
      invalid: 'Geben Sie die drei Ziffern von der Rückseite der Karte ein (vier bei American Express).',
    },
  },
  declines: {
    declined: 'Die Bank hat diese Karte abgelehnt. Versuchen Sie es mit einer anderen.',
    'insufficient-funds': 'Diese Karte ist nicht ausreichend gedeckt. Versuchen Sie es mit einer anderen.',
    'expired-card': 'Diese Karte ist abgelaufen. Versuchen Sie es mit einer anderen.',
    'wrong-cvc': 'Die Prüfziffer stimmt nicht. Prüfen Sie sie, oder nehmen Sie eine andere Karte.',
    'processing-error':
      'Bei der Bank ist etwas schiefgegangen. Es wurde nichts abgebucht. Versuchen Sie es gleich noch einmal.',
    'stolen-card': 'Die Bank hat diese Karte abgelehnt. Versuchen Sie es mit einer anderen.',
    'lost-card': 'Die Bank hat diese Karte abgelehnt. Versuchen Sie es mit einer anderen.',
    'do-not-honor': 'Die Bank hat diese Karte abgelehnt. Versuchen Sie es mit einer anderen.',
    'limit-exceeded': 'Das Limit dieser Karte ist erreicht. Versuchen Sie es mit einer anderen.',
    'fraud-suspected': 'Die Bank hat diese Karte abgelehnt. Versuchen Sie es mit einer anderen.',
    'avs-mismatch':
      'Die Adresse passt nicht zu der, die die Bank kennt. Prüfen Sie sie, oder nehmen Sie eine andere Karte.',
    'authentication-required':
      'Die Bank dieser Karte möchte sicher sein, dass Sie es sind. Versuchen Sie es noch einmal.',
    'authentication-failed':
      'Die Bank dieser Karte konnte nicht feststellen, dass Sie es sind. Versuchen Sie es noch einmal, oder nehmen Sie eine andere Karte.',
    canceled: 'Sie haben die Zahlung nicht bestätigt. Es wurde nichts abgebucht.',
    abandoned: 'Die Zahlung wurde nicht rechtzeitig bestätigt. Es wurde nichts abgebucht.',
  },
  payTitle: 'Mit Karte zahlen',
  amountFor: 'für',
  pay: (amount) => `${amount} zahlen`,
  goBack: 'Zurück zum Shop',
  declinedTitle: 'Die Zahlung hat nicht geklappt',
  checkFields: 'Bitte prüfen Sie die Kartendaten',
  testNumbers: 'Testkarten',
  testNumbersHint: 'Jedes künftige Datum und drei beliebige Ziffern genügen.',
  paidTitle: 'Das ist bezahlt',
  paidText: 'Der Betrag ist auf Ihrer Karte reserviert. Hier ist nichts mehr zu tun.',
  canceledTitle: 'Diese Zahlung wurde abgebrochen',
  canceledText: 'Es wurde nichts abgebucht. Im Shop können Sie eine andere Zahlungsart wählen.',
  continueToShop: 'Weiter zum Shop',
  backToShop: 'Zurück zum Shop',
  notFoundTitle: 'Diese Zahlung gibt es nicht',
  notFoundText:
    'Der Link ist vielleicht unvollständig. Gehen Sie zurück zum Shop und wählen Sie die Zahlungsart noch einmal.',
  cardFields: 'Kartendaten',
  needsScript: 'Diese Felder brauchen JavaScript. Wählen Sie stattdessen die Zahlungsseite der Bank.',
  unreachable: 'Die Bank ist nicht erreichbar. Es wurde nichts abgebucht. Versuchen Sie es noch einmal.',
  challenge: {
    bank: 'Die Bank Ihrer Karte',
    title: 'Sind Sie es?',
    text: (amount, last4) =>
      `Geben Sie den Code ein, den wir auf Ihr Telefon geschickt haben, um ${amount} mit der Karte mit den Endziffern ${last4} zu zahlen.`,
    code: 'Code',
    sandboxCode: (code) => `Dies ist eine Testumgebung: Der Code lautet ${code}.`,
    confirm: 'Zahlung bestätigen',
    refuse: 'Ich möchte nicht zahlen',
    wrongCode: (left) => `Das ist nicht der Code. ${left === 1 ? 'Noch ein Versuch.' : `Noch ${left} Versuche.`}`,
    over: 'Diese Frage ist beantwortet',
    overText: 'Hier ist nichts mehr zu tun. Gehen Sie zurück zum Shop.',
    done: 'Einen Moment. Der Shop wird benachrichtigt.',
  },
}

/** The words of the bank's pages in a language. */
export function bankWords(locale: PageLocale): BankWords {
  return locale === 'de' ? german : english
}

/** What is wrong with a field, in a sentence that says how to put it right. */
export function sayProblem(error: CardFieldError, words: BankWords): string {
  return words.problems[error.field][error.problem] ?? words.checkFields
}
