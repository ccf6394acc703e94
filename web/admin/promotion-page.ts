import { ask, need } from '../ui/api.ts'
import type { Product } from '../ui/api-types.ts'
import { type Fields, readPromotionForm, ruleIn } from './promotion-form.ts'
import type { CustomerGroup, Preview, PromotionCode, PromotionUses } from './promotion-types.ts'
import { textIn } from './staff.ts'

type Locals = App.Locals

/** What the form of a promotion offers to choose from. */
export async function choicesOf(locals: Locals) {
  const [categories, groups] = await Promise.all([
    ask<{ id: string; slug: string; title: string }[]>(locals, 'GET /api/categories'),
    ask<{ items: CustomerGroup[] }>(locals, 'GET /api/admin/customer-groups'),
  ])
  return { categories: categories.ok ? categories.value : [], groups: groups.ok ? groups.value.items : [] }
}

/** What was typed, so that a form that is refused loses nothing. */
export function typedIn(form: FormData): Fields {
  return Object.fromEntries([...form].map(([name, value]) => [name, String(value)]))
}

export type Saved = { id: string } | { problem: string; status: number }

/** Saves the form, as a new promotion or a change of one. */
export async function savePromotionForm(
  locals: Locals,
  of: { form: FormData; currency: string; promotionId?: string },
): Promise<Saved> {
  const read = readPromotionForm(of.form, of.currency)
  if ('problem' in read) return { problem: read.problem, status: 422 }
  const { body } = read
  const answer = of.promotionId
    ? await ask<{ id?: string }>(locals, `PATCH /api/admin/promotions/${encodeURIComponent(of.promotionId)}`, { body })
    : await ask<{ id?: string }>(locals, 'POST /api/admin/promotions', { body })
  if (answer.ok) return { id: of.promotionId ?? answer.value.id ?? '' }
  return { problem: answer.problem.title || 'This did not work. Please look at the fields.', status: answer.status }
}

/** What a cart of a few things of the shop would cost by the form as it is, saved or not. */
export async function previewForm(
  locals: Locals,
  of: { form: FormData; currency: string },
): Promise<Preview | { problem: string }> {
  const rule = ruleIn(of.form, of.currency)
  if (typeof rule === 'string') return { problem: rule }
  const { categories } = await choicesOf(locals)
  const category = categories.find(({ id }) => id === textIn(of.form, 'category'))?.slug
  const found = await ask<{ items: { slug: string }[] }>(locals, 'GET /api/products', { query: { limit: 3, category } })
  const products = await Promise.all(
    (found.ok ? found.value.items : []).map(({ slug }) =>
      ask<Pick<Product, 'variants'>>(locals, `GET /api/products/${encodeURIComponent(slug)}`),
    ),
  )
  const variants = products.flatMap((product) => (product.ok ? product.value.variants.slice(0, 1) : []))
  const each = Math.max(1, Number(textIn(of.form, 'previewQuantity')) || 2)
  const lines = variants.map(({ id, priceMinor, compareAtMinor }) => ({
    variantId: id,
    quantity: Math.min(99, each),
    unitPriceMinor: priceMinor,
    isReduced: compareAtMinor !== null,
  }))
  if (lines.length === 0) return { problem: 'There is nothing on sale to try it on.' }
  const answer = await ask<Preview>(locals, 'POST /api/admin/promotions/preview', {
    body: { rule, lines, shippingMinor: 490 },
  })
  return answer.ok ? answer.value : { problem: answer.problem.title }
}

/** What a form of a promotion's page came to: done, or what to show. */
export type Outcome = {
  done?: true
  status?: number
  problem?: string
  codeProblem?: string
  preview?: Preview | { problem: string }
  fields?: Fields
}

/** Does what a form of a promotion's page asks for: pause, add codes, try it, or save. */
export async function doPromotionAction(
  locals: Locals,
  of: { promotionId: string; currency: string; form: FormData },
): Promise<Outcome> {
  const { form, currency, promotionId } = of
  const action = textIn(form, 'action')
  const path = `/api/admin/promotions/${encodeURIComponent(promotionId)}` as const
  if (action === 'pause' || action === 'resume') {
    await need(ask(locals, `PATCH ${path}`, { body: { status: action === 'pause' ? 'paused' : 'active' } }))
    return { done: true }
  }
  if (action === 'code' || action === 'codes') {
    const answer = await ask(locals, `POST ${path}/codes`, { body: codesWish(form, action) })
    return answer.ok ? { done: true } : { codeProblem: answer.problem.title, status: answer.status }
  }
  const fields = typedIn(form)
  if (action === 'preview') return { fields, preview: await previewForm(locals, { form, currency }) }
  const saved = await savePromotionForm(locals, { form, currency, promotionId })
  return 'id' in saved ? { done: true } : { fields, problem: saved.problem, status: saved.status }
}

function codesWish(form: FormData, action: 'code' | 'codes') {
  const usesMax = Number(textIn(form, 'codeUsesMax')) || null
  if (action === 'code') return { code: textIn(form, 'code'), usesMax }
  return { count: Number(textIn(form, 'count')) || 1, prefix: textIn(form, 'prefix') }
}

/** The codes of a promotion and its uses; nothing of one that is not there. */
export async function usedAndCodes(locals: Locals, promotionId: string | undefined) {
  if (promotionId === undefined) return { codes: [], uses: { uses: [], days: [] } }
  const path = `/api/admin/promotions/${encodeURIComponent(promotionId)}` as const
  const [codes, uses] = await Promise.all([
    need(ask<{ items: PromotionCode[] }>(locals, `GET ${path}/codes`)),
    need(ask<PromotionUses>(locals, `GET ${path}/uses`)),
  ])
  return { codes: codes.items, uses }
}
