import { ask } from '../ui/api.ts'
import type { OrderDetail } from './api-types.ts'
import type { Outcome } from './order-actions.ts'
import { textIn } from './staff.ts'

type Changed = { status: string }

/** Cancels an order, or the units that the form names. */
export async function cancel(locals: App.Locals, order: OrderDetail, form: FormData): Promise<Outcome> {
  const wish = Object.fromEntries([...form].map(([name, value]) => [name, String(value)]))
  const isPart = form.has('part')
  const lines = Object.entries(wish)
    .filter(([name]) => name.startsWith('out:'))
    .map(([name, text]) => ({ orderLineId: name.slice('out:'.length), quantity: Number(text || 0) }))
    .filter(({ quantity }) => quantity !== 0)
  if (isPart && lines.length === 0) return { problem: 'Say how many of something are taken out.', status: 422, wish }
  const answer = await ask<Changed>(locals, `POST /api/admin/orders/${encodeURIComponent(order.id)}/cancel`, {
    body: {
      ...(isPart ? { lines } : {}),
      reason: textIn(form, 'reason') || 'No reason given',
      revision: Number(textIn(form, 'revision')),
    },
  })
  if (answer.ok) return { done: answer.value.status === 'canceled' ? 'canceled' : 'taken-out' }
  return { problem: answer.problem.title || 'This did not work. Please try again.', status: answer.status, wish }
}

/** Says anew whom an order is for, where it goes, and how. */
export async function change(locals: App.Locals, order: OrderDetail, form: FormData): Promise<Outcome> {
  const wish = Object.fromEntries([...form].map(([name, value]) => [name, String(value)]))
  const address = Object.fromEntries(
    ['line1', 'line2', 'postcode', 'city']
      .filter((name) => form.has(name))
      .map((name) => [name, textIn(form, name)])
      .filter(([name, value]) => value !== '' || name === 'line2'),
  )
  const method = textIn(form, 'shippingMethodId')
  const answer = await ask<Changed>(locals, `PATCH /api/admin/orders/${encodeURIComponent(order.id)}`, {
    body: {
      ...(textIn(form, 'name') ? { name: textIn(form, 'name') } : {}),
      ...(textIn(form, 'email') ? { email: textIn(form, 'email') } : {}),
      ...(form.has('phone') ? { phone: textIn(form, 'phone') } : {}),
      ...(Object.keys(address).length > 0 ? { address } : {}),
      ...(method ? { shippingMethodId: method } : {}),
      revision: Number(textIn(form, 'revision')),
    },
  })
  if (answer.ok) return { done: 'changed' }
  return { problem: answer.problem.title || 'This did not work. Please try again.', status: answer.status, wish }
}

/** Writes a note into the timeline. */
export async function note(locals: App.Locals, order: OrderDetail, form: FormData): Promise<Outcome> {
  const text = textIn(form, 'note')
  if (text === '') return { problem: 'The note is empty.', status: 422, wish: {} }
  const answer = await ask(locals, `POST /api/admin/orders/${encodeURIComponent(order.id)}/notes`, {
    body: { note: text },
  })
  return answer.ok ? { done: 'noted' } : { problem: answer.problem.title, status: answer.status, wish: { note: text } }
}
