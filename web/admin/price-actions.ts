import { ask } from '../ui/api.ts'
import { plainAmount } from '../ui/money.ts'
import { textIn } from './staff.ts'
import { minorOf } from './words.ts'

/** What a form of the price pages came to: an address to go on to, or what is wrong. */
export type Outcome = { go: string } | { problem: string; status: number }

const failed = 'This did not work. Please look at the fields.'

/** Makes a price list, or a group of customers. */
export async function doPriceAction(locals: App.Locals, of: { form: FormData; currency: string }): Promise<Outcome> {
  const { form } = of
  if (textIn(form, 'action') === 'group') {
    const answer = await ask(locals, 'POST /api/admin/customer-groups', { body: { title: textIn(form, 'title') } })
    return answer.ok
      ? { go: '/admin/prices?done=yes' }
      : { problem: answer.problem.title || failed, status: answer.status }
  }
  const title = textIn(form, 'title')
  const answer = await ask<{ id: string }>(locals, 'POST /api/admin/price-lists', {
    body: {
      code: codeOf(title),
      title,
      currency: of.currency,
      marketId: null,
      customerGroupId: textIn(form, 'group') || null,
      priority: Number(textIn(form, 'priority')) || 10,
      startsAt: momentIn(form, 'startsAt'),
      endsAt: momentIn(form, 'endsAt'),
    },
  })
  if (answer.ok) return { go: `/admin/prices/${answer.value.id}` }
  return { problem: answer.problem.title || failed, status: answer.status }
}

/** Sets a price of a list, found by the variant's SKU or id, or takes one out of it. */
export async function setListPrice(
  locals: App.Locals,
  of: { priceListId: string; form: FormData; currency: string },
): Promise<Outcome> {
  const { form, currency, priceListId } = of
  const digits = plainAmount(0, currency).split('.')[1]?.length ?? 0
  const text = textIn(form, 'price')
  const amountMinor = textIn(form, 'action') === 'remove' ? null : minorOf(text, digits)
  if (amountMinor === undefined) return { problem: `A price looks like ${plainAmount(1990, currency)}.`, status: 422 }
  const variantId = textIn(form, 'variant') || (await variantOf(locals, textIn(form, 'sku')))
  if (!variantId) return { problem: 'No variant has this SKU.', status: 422 }
  const price = { variantId, quantityMin: Math.max(1, Number(textIn(form, 'quantity')) || 1), amountMinor }
  const path = `/admin/price-lists/${encodeURIComponent(priceListId)}/prices` as const
  const answer = await ask(locals, `PUT /api${path}`, { body: { prices: [price] } })
  if (answer.ok) return { go: `/admin/prices/${priceListId}?done=yes` }
  return { problem: answer.problem.title || failed, status: answer.status }
}

async function variantOf(locals: App.Locals, sku: string): Promise<string | undefined> {
  if (!sku) return undefined
  const found = await ask<{ items: { id: string }[] }>(locals, 'GET /api/admin/products', {
    query: { q: sku, limit: 5 },
  })
  for (const { id } of found.ok ? found.value.items : []) {
    const product = await ask<{ variants: { id: string; sku: string | null }[] }>(
      locals,
      `GET /api/admin/products/${encodeURIComponent(id)}`,
    )
    const variant = product.ok ? product.value.variants.find((each) => each.sku === sku) : undefined
    if (variant) return variant.id
  }
  return undefined
}

function codeOf(title: string): string {
  return (
    title
      .normalize('NFKD')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 60) || 'list'
  )
}

function momentIn(form: FormData, field: string): string | null {
  const text = textIn(form, field)
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(text) ? `${text}:00Z` : null
}
