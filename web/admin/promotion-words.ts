import { percentOf } from './promotion-form.ts'
import type { Promotion } from './promotion-types.ts'
import type { Said } from './words.ts'

type Money = (amountMinor: number, currency: string) => string

/** What a promotion gives, in a few words: "10% off", "€10.00 off from €120.00", "Buy 3, get 1 free". */
export function benefitWords({ rule }: Pick<Promotion, 'rule'>, money: Money): string {
  const { gives } = rule
  if (gives.kind === 'free-shipping') return 'Free delivery'
  if (gives.kind === 'buy-x-get-y') {
    const off = gives.get.ratePpm === 1_000_000 ? 'free' : `${percentOf(gives.get.ratePpm)}% off`
    return `Buy ${gives.buy.quantity}, get ${gives.get.quantity} ${off}`
  }
  return gives.tiers
    .map(({ ratePpm, amounts = {}, fromValue = {} }) => {
      const [[currency = 'EUR', minor = 0] = []] = Object.entries(amounts)
      const [from] = Object.entries(fromValue)
      const off = ratePpm === undefined ? `${money(minor, currency)} off` : `${percentOf(ratePpm)}% off`
      return from ? `${off} from ${money(from[1], from[0])}` : off
    })
    .join(', ')
}

/** Whether it counts now, and if not, why. */
export function runningWords(promotion: Pick<Promotion, 'status' | 'startsAt' | 'endsAt'>, now = new Date()): Said {
  if (promotion.status === 'paused') return { words: 'Paused', tone: 'plain' }
  if (promotion.startsAt && new Date(promotion.startsAt) > now) return { words: 'Begins later', tone: 'care' }
  if (promotion.endsAt && new Date(promotion.endsAt) <= now) return { words: 'Over', tone: 'plain' }
  return { words: 'Running', tone: 'good' }
}

/** Why a promotion takes nothing from a cart. */
export function refusalWords(because: string | null): string {
  const words: Record<string, string> = {
    'not-here': 'It is not for this country, currency or group.',
    'not-enough': 'There is not enough in this cart for it.',
    'not-these-goods': 'None of this is what it is meant for.',
    'not-valid': 'Its budget is used up.',
  }
  return words[because ?? ''] ?? 'It takes nothing from this cart.'
}
