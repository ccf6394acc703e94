import { ask } from '../ui/api.ts'
import type { OrderDetail, Parcel, RefundQuote } from './api-types.ts'
import { cancel, change, note } from './change-actions.ts'
import { refund } from './refund-actions.ts'
import { textIn } from './staff.ts'

/** What a form of the order's page came to: done, or why not, with what was typed. */
export type Outcome =
  | { done: string }
  | { problem: string; status: number; wish: Record<string, string> }
  /** What a refund would come to: to be looked at before it is made. */
  | { quote: RefundQuote; status: number; wish: Record<string, string> }

/** Does what a form of the order's page asks for. */
export async function doOrderAction(locals: App.Locals, order: OrderDetail, form: FormData): Promise<Outcome> {
  const action = textIn(form, 'action')
  if (action === 'deliver') return deliver(locals, textIn(form, 'parcel'))
  if (action === 'resend') return resend(locals, textIn(form, 'message'))
  if (action === 'refund') return refund(locals, order, form)
  if (action === 'cancel') return cancel(locals, order, form)
  if (action === 'change') return change(locals, order, form)
  if (action === 'note') return note(locals, order, form)
  return ship(locals, order.id, form)
}

async function ship(locals: App.Locals, orderId: string, form: FormData): Promise<Outcome> {
  const wish = Object.fromEntries([...form].map(([name, value]) => [name, String(value)]))
  const fields = Object.entries(wish).filter(([name]) => name.startsWith('line:'))
  const quantities = fields.map(([name, text]) => ({
    orderLineId: name.slice('line:'.length),
    quantity: Number(text || 0),
  }))
  if (quantities.some(({ quantity }) => !Number.isInteger(quantity) || quantity < 0))
    return { problem: 'A quantity is a whole number.', status: 422, wish }
  const lines = quantities.filter(({ quantity }) => quantity > 0)
  if (fields.length > 0 && lines.length === 0)
    return { problem: 'Say how many of something are to go.', status: 422, wish }
  const carrier = textIn(form, 'carrier')
  const trackingNumber = textIn(form, 'trackingNumber')
  const answer = await ask<Parcel>(locals, `POST /api/admin/orders/${encodeURIComponent(orderId)}/fulfillments`, {
    headers: { 'idempotency-key': textIn(form, 'key') || crypto.randomUUID() },
    body: {
      ...(lines.length > 0 ? { lines } : {}),
      ...(carrier ? { carrier } : {}),
      ...(trackingNumber ? { trackingNumber } : {}),
    },
  })
  if (answer.ok) return { done: answer.value.status === 'ready-for-pickup' ? 'ready' : 'shipped' }
  // The same form, sent by a second tap while the first is under way: the first one does it.
  if (answer.problem.code === 'idempotency.still-running') return { done: 'shipped' }
  return { problem: answer.problem.title || 'This did not work. Please try again.', status: answer.status, wish }
}

async function deliver(locals: App.Locals, parcelId: string): Promise<Outcome> {
  const answer = await ask(locals, `POST /api/admin/fulfillments/${encodeURIComponent(parcelId)}/deliver`)
  return answer.ok ? { done: 'delivered' } : { problem: answer.problem.title, status: answer.status, wish: {} }
}

async function resend(locals: App.Locals, messageId: string): Promise<Outcome> {
  const answer = await ask(locals, `POST /api/admin/messages/${encodeURIComponent(messageId)}/send`)
  if (answer.ok) return { done: 'mailed' }
  const isAway = answer.status === 503
  return {
    problem: isAway ? 'The mail server does not answer. It is tried again by itself.' : answer.problem.title,
    status: answer.status,
    wish: {},
  }
}
