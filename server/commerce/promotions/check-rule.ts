import { errors } from './errors.ts'
import type { Amounts, Benefit, Tier } from './promotion-rule.ts'
import type { PromotionRow } from './tables.ts'

type Checked = Pick<PromotionRow, 'rule' | 'startsAt' | 'endsAt' | 'budgetCurrency' | 'budgetMinor'>

/** Refuses a promotion that could not mean what its words say, with a sentence for what is wrong. */
export function checkRule({ rule, startsAt, endsAt, budgetCurrency, budgetMinor }: Checked): void {
  const because = (reason: string) => errors.invalidRule({ because: reason })
  if (startsAt && endsAt && endsAt <= startsAt) throw because('it ends before it starts.')
  if ((budgetMinor === null) !== (budgetCurrency === null)) throw because('a budget needs its currency.')
  const wrong = wrongIn(rule.gives) ?? (rule.needs?.valueMin && wrongAmounts(rule.needs.valueMin))
  if (wrong) throw because(wrong)
}

function wrongIn(gives: Benefit): string | undefined {
  if (gives.kind === 'free-shipping') return gives.upTo && wrongAmounts(gives.upTo)
  if (gives.kind === 'buy-x-get-y') {
    const counts = [gives.buy.quantity, gives.get.quantity, gives.timesMax ?? 1]
    if (!counts.every((count) => Number.isInteger(count) && count >= 1)) return 'pieces are counted from one.'
    return wrongRate(gives.get.ratePpm)
  }
  if (gives.tiers.length === 0) return 'it gives nothing.'
  for (const tier of gives.tiers) {
    const wrong = 'ratePpm' in tier ? wrongRate(tier.ratePpm) : wrongAmounts(tier.amounts)
    if (wrong) return wrong
    if (tier.fromValue && wrongAmounts(tier.fromValue)) return wrongAmounts(tier.fromValue)
  }
  return gives.tiers.every((tier, index) => index === 0 || isHigher(tier, gives.tiers[index - 1] as Tier))
    ? undefined
    : 'each tier has to begin higher than the one before it.'
}

function isHigher(tier: Tier, before: Tier): boolean {
  const quantity = (tier.fromQuantity ?? 0) - (before.fromQuantity ?? 0)
  const values = Object.entries(tier.fromValue ?? {}).map(
    ([currency, value]) => value - (before.fromValue?.[currency] ?? 0),
  )
  return quantity >= 0 && values.every((rise) => rise >= 0) && (quantity > 0 || values.some((rise) => rise > 0))
}

function wrongRate(ratePpm: number): string | undefined {
  const isRate = Number.isInteger(ratePpm) && ratePpm >= 1 && ratePpm <= 1_000_000
  return isRate ? undefined : 'a percentage is more than 0 and at most 100.'
}

function wrongAmounts(amounts: Amounts): string | undefined {
  const all = Object.entries(amounts)
  const isRight = all.every(
    ([currency, minor]) => /^[A-Z]{3}$/.test(currency) && Number.isSafeInteger(minor) && minor >= 1,
  )
  return all.length > 0 && isRight ? undefined : 'an amount is a whole number of the smallest coin, more than nothing.'
}
