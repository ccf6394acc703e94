import { type CardBehaviour, type CardBrand, findTestCard } from './test-cards.ts'

export type CardField = 'number' | 'expiry' | 'cvc'
export type CardProblem = 'missing' | 'invalid' | 'past' | 'not-a-test-number'
export type CardFieldError = { field: CardField; problem: CardProblem }

/** All that is kept of a card: never its number, its security code or the name on it. */
export type KnownCard = {
  brand: CardBrand
  last4: string
  expMonth: number
  expYear: number
  behaviour: CardBehaviour
}

export type CardEntry = { card: KnownCard } | { errors: CardFieldError[] }

/** The check digit rule of ISO/IEC 7812-1 (Luhn): catches every single wrong digit. */
export function passesLuhn(digits: string): boolean {
  if (!/^\d{12,19}$/.test(digits)) return false
  let sum = 0
  for (let place = 0; place < digits.length; place++) {
    const digit = Number(digits[digits.length - 1 - place])
    const weighed = place % 2 === 1 ? digit * 2 : digit
    sum += weighed > 9 ? weighed - 9 : weighed
  }
  return sum % 10 === 0
}

/** The network a number belongs to, by the issuer ranges of ISO/IEC 7812. */
export function brandOf(digits: string): CardBrand {
  if (digits.startsWith('4')) return 'visa'
  const firstTwo = Number(digits.slice(0, 2))
  const firstFour = Number(digits.slice(0, 4))
  if ((firstTwo >= 51 && firstTwo <= 55) || (firstFour >= 2221 && firstFour <= 2720)) return 'mastercard'
  if (firstTwo === 34 || firstTwo === 37) return 'amex'
  return 'unknown'
}

/**
 * Reads a card as people and autofill type it: spaces or dashes in the number, expiry as `MM/YY`, `MMYY` or `MM / YYYY`.
 * A card is good to the end of the month printed on it.
 */
export function readCardEntry(typed: Record<string, unknown>, now: Date): CardEntry {
  const errors: CardFieldError[] = []
  const number = textOf(typed.number).replace(/[\s-]/g, '')
  const testCard = findTestCard(number)
  const numberProblem = problemOfNumber(number)
  if (numberProblem) errors.push({ field: 'number', problem: numberProblem })

  const expiry = readExpiry(textOf(typed.expiry), now)
  if ('problem' in expiry) errors.push({ field: 'expiry', problem: expiry.problem })

  const brand = brandOf(number)
  const cvc = textOf(typed.cvc)
  if (cvc === '') errors.push({ field: 'cvc', problem: 'missing' })
  else if (!(brand === 'amex' ? /^\d{4}$/ : /^\d{3}$/).test(cvc)) errors.push({ field: 'cvc', problem: 'invalid' })

  if (errors.length > 0 || !testCard || 'problem' in expiry) return { errors }
  return { card: { brand, last4: number.slice(-4), ...expiry, behaviour: testCard.behaviour } }
}

function problemOfNumber(number: string): CardProblem | undefined {
  if (number === '') return 'missing'
  if (!passesLuhn(number)) return 'invalid'
  return findTestCard(number) ? undefined : 'not-a-test-number'
}

function readExpiry(typed: string, now: Date): { expMonth: number; expYear: number } | { problem: CardProblem } {
  if (typed === '') return { problem: 'missing' }
  const parts = /^(\d{1,2})\s*[/.-]\s*(\d{4}|\d{2})$/.exec(typed) ?? /^(\d{2})(\d{4}|\d{2})$/.exec(typed)
  if (!parts) return { problem: 'invalid' }
  const expMonth = Number(parts[1])
  const year = Number(parts[2])
  const expYear = year < 100 ? 2000 + year : year
  if (expMonth < 1 || expMonth > 12) return { problem: 'invalid' }
  const firstMomentAfter = Date.UTC(expYear, expMonth, 1)
  return firstMomentAfter <= now.getTime() ? { problem: 'past' } : { expMonth, expYear }
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : ''
}
