/** Why a card was declined, in the words that card networks use. */
export const declineCodes = [
  'declined',
  'insufficient-funds',
  'expired-card',
  'wrong-cvc',
  'processing-error',
  'stolen-card',
  'lost-card',
  'do-not-honor',
  'limit-exceeded',
  'fraud-suspected',
  'avs-mismatch',
  // A "soft decline": the card's bank wants its customer to prove who they are, and will say yes then.
  'authentication-required',
  'authentication-failed',
  'canceled',
  'abandoned',
] as const

export type DeclineCode = (typeof declineCodes)[number]

/** What the bank does with a test card: the only thing it remembers of the number besides brand and last four. */
export type CardBehaviour =
  | 'approved'
  | 'approved-then-disputed'
  // 3-D Secure 2: recognised without a question, asked for a code, asked and then declined, or asked only after a soft decline.
  | 'approved-frictionless'
  | 'challenge'
  | 'challenge-then-declined'
  | 'soft-decline'
  | DeclineCode

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
    number: '378282246310005',
    brand: 'amex',
    behaviour: 'approved',
    about: { en: 'Approved (American Express)', de: 'Genehmigt (American Express)' },
  },
  {
    number: '4000000000003055',
    brand: 'visa',
    behaviour: 'approved-frictionless',
    about: { en: '3-D Secure: recognised without a question', de: '3-D Secure: ohne Rückfrage erkannt' },
  },
  {
    number: '4000000000003220',
    brand: 'visa',
    behaviour: 'challenge',
    about: { en: '3-D Secure: asks for a code', de: '3-D Secure: fragt nach einem Code' },
  },
  {
    number: '4000002760003184',
    brand: 'visa',
    behaviour: 'soft-decline',
    about: { en: 'Soft decline, then asks for a code', de: 'Weich abgelehnt, fragt dann nach einem Code' },
  },
  {
    number: '4000008400001629',
    brand: 'visa',
    behaviour: 'challenge-then-declined',
    about: { en: 'Asks for a code, then declines', de: 'Fragt nach einem Code, lehnt dann ab' },
  },
  {
    number: '4000000000009987',
    brand: 'visa',
    behaviour: 'lost-card',
    about: { en: 'Lost card', de: 'Verlorene Karte' },
  },
  {
    number: '4000000000000101',
    brand: 'visa',
    behaviour: 'do-not-honor',
    about: { en: 'Refused without a reason', de: 'Ohne Grund abgelehnt' },
  },
  {
    number: '4000000000006975',
    brand: 'visa',
    behaviour: 'limit-exceeded',
    about: { en: 'Limit exceeded', de: 'Limit überschritten' },
  },
  {
    number: '4100000000000019',
    brand: 'visa',
    behaviour: 'fraud-suspected',
    about: { en: 'Fraud suspected', de: 'Betrugsverdacht' },
  },
  {
    number: '4000000000000036',
    brand: 'visa',
    behaviour: 'avs-mismatch',
    about: { en: 'Address does not match', de: 'Adresse passt nicht' },
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

/** Whether the shopper or the shop asks for money, and whether the shop insists that the shopper proves who they are. */
export type Asker = 'shopper' | 'shopper-to-be-challenged' | 'shop'

/** What a card's bank says at first: yes, no for a reason, or a question to its customer. */
export function firstAnswerOf(
  behaviour: CardBehaviour,
  asker: Asker,
):
  | { status: 'authorized'; authentication?: 'frictionless' }
  | { status: 'declined'; declineCode: DeclineCode }
  | 'challenge' {
  if (behaviour === 'soft-decline')
    return asker === 'shopper-to-be-challenged'
      ? 'challenge'
      : { status: 'declined', declineCode: 'authentication-required' }
  // A shop that takes money for what was agreed on before has no shopper at hand to be asked.
  if (behaviour === 'challenge') return asker === 'shop' ? { status: 'authorized' } : 'challenge'
  if (behaviour === 'challenge-then-declined') return asker === 'shop' ? declinedAfterwards : 'challenge'
  if (behaviour === 'approved-frictionless') return { status: 'authorized', authentication: 'frictionless' }
  if (behaviour === 'approved' || behaviour === 'approved-then-disputed')
    return asker === 'shopper-to-be-challenged'
      ? { status: 'authorized', authentication: 'frictionless' }
      : { status: 'authorized' }
  return { status: 'declined', declineCode: behaviour }
}

const declinedAfterwards = { status: 'declined', declineCode: 'insufficient-funds' } as const

/** Why a card is declined although its holder gave the right code; undefined when it is not. */
export function declineAfterChallenge(behaviour: CardBehaviour): DeclineCode | undefined {
  return behaviour === 'challenge-then-declined' ? declinedAfterwards.declineCode : undefined
}
