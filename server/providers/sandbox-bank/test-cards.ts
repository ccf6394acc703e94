/** Why a card was declined, in the words that card networks use. */
export const declineCodes = [
  'declined',
  'insufficient-funds',
  'expired-card',
  'wrong-cvc',
  'processing-error',
  'stolen-card',
] as const

export type DeclineCode = (typeof declineCodes)[number]

/** What the bank does with a test card: the only thing it remembers of the number besides brand and last four. */
export type CardBehaviour = 'approved' | 'approved-then-disputed' | DeclineCode

export type CardBrand = 'visa' | 'mastercard' | 'amex' | 'unknown'

export type TestCard = { number: string; brand: CardBrand; behaviour: CardBehaviour; about: { en: string; de: string } }

/** Every number the sandbox bank accepts. None belongs to a person; anything else is refused, real cards above all. */
export const testCards: readonly TestCard[] = [
  {
    number: '4242424242424242',
    brand: 'visa',
    behaviour: 'approved',
    about: { en: 'Approved (Visa)', de: 'Genehmigt (Visa)' },
  },
  {
    number: '5555555555554444',
    brand: 'mastercard',
    behaviour: 'approved',
    about: { en: 'Approved (Mastercard)', de: 'Genehmigt (Mastercard)' },
  },
  {
    number: '4000000000000002',
    brand: 'visa',
    behaviour: 'declined',
    about: { en: 'Declined', de: 'Abgelehnt' },
  },
  {
    number: '4000000000009995',
    brand: 'visa',
    behaviour: 'insufficient-funds',
    about: { en: 'Insufficient funds', de: 'Konto nicht gedeckt' },
  },
  {
    number: '4000000000000069',
    brand: 'visa',
    behaviour: 'expired-card',
    about: { en: 'Expired card', de: 'Karte abgelaufen' },
  },
  {
    number: '4000000000000127',
    brand: 'visa',
    behaviour: 'wrong-cvc',
    about: { en: 'Wrong security code', de: 'Falsche Prüfziffer' },
  },
  {
    number: '4000000000000119',
    brand: 'visa',
    behaviour: 'processing-error',
    about: { en: 'Processing error', de: 'Fehler bei der Verarbeitung' },
  },
  {
    number: '4000000000009979',
    brand: 'visa',
    behaviour: 'stolen-card',
    about: { en: 'Stolen card', de: 'Gestohlene Karte' },
  },
  {
    number: '4000000000000259',
    brand: 'visa',
    behaviour: 'approved-then-disputed',
    about: { en: 'Approved, disputed later', de: 'Genehmigt, später angefochten' },
  },
]

const cardByNumber = new Map(testCards.map((card) => [card.number, card]))

/** The test card of a number, if it is one. */
export function findTestCard(number: string): TestCard | undefined {
  return cardByNumber.get(number)
}

/** The reason a card with this behaviour is declined for, or undefined when it is approved. */
export function declineCodeOf(behaviour: CardBehaviour): DeclineCode | undefined {
  return behaviour === 'approved' || behaviour === 'approved-then-disputed' ? undefined : behaviour
}
