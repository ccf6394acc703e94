import { plainAmount } from '../ui/money.ts'
import type { Promotion, PromotionRule, Tier } from './promotion-types.ts'
import { textIn } from './staff.ts'
import { minorOf } from './words.ts'

export const kinds = {
  percent: 'A percentage off',
  amount: 'An amount off',
  'buy-x-get-y': 'Buy some, get some',
  'free-shipping': 'Free delivery',
} as const
export type Kind = keyof typeof kinds

/** How many steps of "from ... on" the form has. */
export const tiersShown = 3

/** What the form's fields hold, as text. */
export type Fields = Record<string, string>

/** The fields of a promotion that is there, or of a new one. */
export function fieldsOf(promotion: Promotion | undefined, currency: string): Fields {
  if (!promotion)
    return { kind: 'percent', method: 'automatic', combines: 'with-all', buy: '2', get: '1', getPercent: '100' }
  const { rule } = promotion
  const { gives, needs = {} } = rule
  const goods =
    gives.kind === 'buy-x-get-y' ? gives.get.goods : gives.kind === 'free-shipping' ? undefined : gives.goods
  const money = (minor: number | undefined) => (minor === undefined ? '' : plainAmount(minor, currency))
  const fields: Fields = {
    title: promotion.title,
    titleGerman: promotion.translations.de?.title ?? '',
    kind: gives.kind,
    method: promotion.method,
    combines: promotion.combines === 'with-listed' ? 'with-all' : promotion.combines,
    category: goods?.categoryIds?.[0] ?? '',
    tags: goods?.tags?.join(', ') ?? '',
    exceptReduced: goods?.exceptReduced ? 'yes' : '',
    needsValue: money(needs.valueMin?.[currency]),
    needsQuantity: needs.quantityMin?.toString() ?? '',
    group: needs.customerGroupIds?.[0] ?? '',
    startsAt: promotion.startsAt?.slice(0, 16) ?? '',
    endsAt: promotion.endsAt?.slice(0, 16) ?? '',
    usesMax: promotion.usesMax?.toString() ?? '',
    usesPerCustomerMax: promotion.usesPerCustomerMax?.toString() ?? '',
    budget:
      promotion.budgetMinor === null ? '' : plainAmount(promotion.budgetMinor, promotion.budgetCurrency ?? currency),
  }
  if (gives.kind === 'buy-x-get-y')
    Object.assign(fields, {
      buy: String(gives.buy.quantity),
      get: String(gives.get.quantity),
      getPercent: percentOf(gives.get.ratePpm),
    })
  if (gives.kind === 'percent' || gives.kind === 'amount')
    gives.tiers.forEach((tier: Tier, index: number) => {
      fields[`from${index}`] = money(tier.fromValue?.[currency])
      fields[`gives${index}`] = tier.ratePpm === undefined ? money(tier.amounts?.[currency]) : percentOf(tier.ratePpm)
    })
  return fields
}

/** What the form asks for, as the API takes it; or what is wrong with it, in a sentence. */
export function readPromotionForm(form: FormData, currency: string): { body: object } | { problem: string } {
  const rule = ruleIn(form, currency)
  if (typeof rule === 'string') return { problem: rule }
  const budgetMinor = amountIn(form, 'budget', currency)
  if (budgetMinor === 'wrong') return { problem: `A budget looks like ${plainAmount(50_000, currency)}.` }
  const titleGerman = textIn(form, 'titleGerman')
  return {
    body: {
      title: textIn(form, 'title'),
      translations: titleGerman ? { de: { title: titleGerman } } : {},
      method: textIn(form, 'method'),
      combines: textIn(form, 'combines'),
      rule,
      startsAt: momentIn(form, 'startsAt'),
      endsAt: momentIn(form, 'endsAt'),
      usesMax: countIn(form, 'usesMax') ?? null,
      usesPerCustomerMax: countIn(form, 'usesPerCustomerMax') ?? null,
      budgetMinor: budgetMinor ?? null,
      budgetCurrency: budgetMinor === undefined ? null : currency,
    },
  }
}

/** Only the rule of the form, for a look at what it would do. */
export function ruleIn(form: FormData, currency: string): PromotionRule | string {
  const kind = textIn(form, 'kind') as Kind
  const goods = goodsIn(form)
  const valueMin = amountIn(form, 'needsValue', currency)
  if (valueMin === 'wrong') return `An amount looks like ${plainAmount(5_000, currency)}.`
  const quantityMin = countIn(form, 'needsQuantity')
  const group = textIn(form, 'group')
  const needs = {
    ...(valueMin === undefined ? {} : { valueMin: { [currency]: valueMin } }),
    ...(quantityMin === undefined ? {} : { quantityMin }),
    ...(group ? { customerGroupIds: [group] } : {}),
  }
  if (kind === 'free-shipping') return { gives: { kind }, needs }
  if (kind === 'buy-x-get-y') {
    const ratePpm = ppmOf(textIn(form, 'getPercent') || '100')
    if (ratePpm === undefined) return 'A percentage is more than 0 and at most 100.'
    const buy = { quantity: countIn(form, 'buy') ?? 2, goods }
    return { gives: { kind, buy, get: { quantity: countIn(form, 'get') ?? 1, goods, ratePpm } }, needs }
  }
  const tiers: Tier[] = []
  for (let index = 0; index < tiersShown; index++) {
    const gives = textIn(form, `gives${index}`)
    if (!gives) continue
    const from = amountIn(form, `from${index}`, currency)
    if (from === 'wrong') return `An amount looks like ${plainAmount(5_000, currency)}.`
    const start = from ? { fromValue: { [currency]: from } } : {}
    const ratePpm = kind === 'percent' ? ppmOf(gives) : undefined
    const minor = kind === 'amount' ? amountIn(form, `gives${index}`, currency) : undefined
    if (kind === 'percent' && ratePpm === undefined) return 'A percentage is more than 0 and at most 100.'
    if (kind === 'amount' && typeof minor !== 'number') return `An amount looks like ${plainAmount(1_000, currency)}.`
    tiers.push(ratePpm === undefined ? { ...start, amounts: { [currency]: minor as number } } : { ...start, ratePpm })
  }
  if (tiers.length === 0) return 'Say how much it gives.'
  return { gives: { kind, tiers, goods }, needs } as PromotionRule
}

function goodsIn(form: FormData) {
  const category = textIn(form, 'category')
  const tags = textIn(form, 'tags')
    .split(',')
    .map((tag) => tag.trim())
    .filter(Boolean)
  return {
    ...(category ? { categoryIds: [category] } : {}),
    ...(tags.length > 0 ? { tags } : {}),
    ...(form.get('exceptReduced') === 'yes' ? { exceptReduced: true } : {}),
  }
}

/** 12.5 is 125000 parts per million; exact, for no percentage passes through a float. */
export function ppmOf(text: string): number | undefined {
  const match = /^(\d{1,3})(?:[.,](\d{1,4}))?\s*%?$/.exec(text.trim())
  if (!match) return undefined
  const ppm = Number(`${match[1]}${(match[2] ?? '').padEnd(4, '0')}`)
  return ppm >= 1 && ppm <= 1_000_000 ? ppm : undefined
}

/** 125000 parts per million are "12.5". */
export function percentOf(ratePpm: number): string {
  return String(ratePpm / 10_000)
}

function amountIn(form: FormData, field: string, currency: string): number | undefined | 'wrong' {
  const text = textIn(form, field)
  if (text === '') return undefined
  const digits = plainAmount(0, currency).split('.')[1]?.length ?? 0
  return minorOf(text, digits) ?? 'wrong'
}

function countIn(form: FormData, field: string): number | undefined {
  const count = Number(textIn(form, field))
  return Number.isInteger(count) && count >= 1 ? count : undefined
}

function momentIn(form: FormData, field: string): string | null {
  const text = textIn(form, field)
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(text) ? `${text}:00Z` : null
}
