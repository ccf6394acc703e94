import { type Answer, ask } from '../ui/api.ts'
import { plainAmount } from '../ui/money.ts'
import { htmlOf } from './description.ts'
import { textIn } from './staff.ts'
import { minorOf } from './words.ts'

/** What a form of the product's page came to. `at` says which form it was, so that its error stands beside it. */
export type Outcome = { done: true } | { problem: string; status: number; at: string }

/** Does what a form of the product's page asks for. */
export async function doProductAction(
  locals: App.Locals,
  of: { productId: string; currency: string; form: FormData },
): Promise<Outcome> {
  const { form } = of
  const action = textIn(form, 'action')
  const variant = encodeURIComponent(textIn(form, 'variant'))
  if (action === 'price') return changePrice(locals, variant, of)
  if (action === 'stock') return changeStock(locals, variant, form)
  if (action === 'parts') return saveParts(locals, variant, form)
  const answer = await ask(locals, `PATCH /api/admin/products/${encodeURIComponent(of.productId)}`, {
    body: {
      title: textIn(form, 'title'),
      descriptionHtml: htmlOf(String(form.get('description') ?? ''), form.get('isHtml') === 'yes'),
      status: textIn(form, 'status'),
    },
  })
  return outcomeOf(answer, 'product')
}

async function changePrice(
  locals: App.Locals,
  variant: string,
  of: { currency: string; form: FormData },
): Promise<Outcome> {
  const digits = plainAmount(0, of.currency).split('.')[1]?.length ?? 0
  const at = `price:${textIn(of.form, 'variant')}`
  const priceMinor = minorOf(textIn(of.form, 'price'), digits)
  const compareText = textIn(of.form, 'compareAt')
  const compareAtMinor = compareText === '' ? null : minorOf(compareText, digits)
  if (priceMinor === undefined || compareAtMinor === undefined)
    return { problem: `A price looks like ${plainAmount(1990, of.currency)}.`, status: 422, at }
  const answer = await ask(locals, `PUT /api/admin/variants/${variant}/price`, { body: { priceMinor, compareAtMinor } })
  return outcomeOf(answer, at)
}

async function changeStock(locals: App.Locals, variant: string, form: FormData): Promise<Outcome> {
  const at = `stock:${textIn(form, 'variant')}:${textIn(form, 'location')}`
  const quantity = Number(textIn(form, 'quantity') || 'none')
  if (!Number.isInteger(quantity) || quantity < 0) return { problem: 'A quantity is a whole number.', status: 422, at }
  const note = textIn(form, 'note')
  const answer = await ask(locals, `POST /api/admin/variants/${variant}/stock`, {
    body: { locationId: textIn(form, 'location'), quantity, reason: textIn(form, 'reason'), ...(note ? { note } : {}) },
  })
  return outcomeOf(answer, at)
}

/** What a variant takes from the shelf: the parts that are named, without those of zero, and one more by its code. */
async function saveParts(locals: App.Locals, variant: string, form: FormData): Promise<Outcome> {
  const at = `parts:${textIn(form, 'variant')}`
  const parts = new Map<string, number>()
  for (const name of form.keys())
    if (name.startsWith('part:')) parts.set(name.slice('part:'.length), Number(textIn(form, name) || 0))
  const code = textIn(form, 'code')
  if (code !== '') {
    const found = await ask<{ id: string }>(locals, `GET /api/admin/stock-codes/${encodeURIComponent(code)}`)
    if (!found.ok) return outcomeOf(found, at)
    parts.set(found.value.id, Number(textIn(form, 'quantity') || 1))
  }
  const items = [...parts].flatMap(([inventoryItemId, quantity]) =>
    quantity === 0 ? [] : [{ inventoryItemId, quantity }],
  )
  if (items.length === 0 || !items.every(({ quantity }) => Number.isInteger(quantity) && quantity > 0))
    return { problem: 'Name at least one part, each with a whole number of pieces.', status: 422, at }
  return outcomeOf(await ask(locals, `PUT /api/admin/variants/${variant}/items`, { body: { items } }), at)
}

function outcomeOf(answer: Answer<unknown>, at: string): Outcome {
  if (answer.ok) return { done: true }
  return { problem: answer.problem.title || 'This did not work. Please try again.', status: answer.status, at }
}
