import { ask } from '../ui/api.ts'
import { plainAmount } from '../ui/money.ts'
import type { OrderDetail, RefundQuote } from './api-types.ts'
import type { Outcome } from './order-actions.ts'
import { textIn } from './staff.ts'
import { minorOf } from './words.ts'

type Wish = { lines?: { orderLineId: string; quantity: number }[]; shippingMinor?: number; amountMinor?: number }

/** Says what a refund would come to, or (with `sure`) gives it back. */
export async function refund(locals: App.Locals, order: OrderDetail, form: FormData): Promise<Outcome> {
  const typed = Object.fromEntries([...form].map(([name, value]) => [name, String(value)]))
  const wish = wishIn(order, typed)
  if (typeof wish === 'string') return { problem: wish, status: 422, wish: typed }
  const path = `/api/admin/orders/${encodeURIComponent(order.id)}` as const
  const quote = await ask<RefundQuote>(locals, `POST ${path}/refund-quote`, { body: wish })
  if (!quote.ok) return { problem: quote.problem.title, status: quote.status, wish: typed }
  if (quote.value.amountMinor > quote.value.chargedMinor)
    return {
      problem: 'More than has been charged so far. What has not been shipped is canceled, not refunded.',
      status: 409,
      wish: typed,
    }
  if (!typed.sure) return { quote: quote.value, status: 200, wish: typed }
  const answer = await ask<{ status: string }>(locals, `POST ${path}/refunds`, {
    headers: { 'idempotency-key': textIn(form, 'key') || crypto.randomUUID() },
    body: {
      ...wish,
      reason: textIn(form, 'reason') || 'No reason given',
      restock: form.has('restock'),
      expectedAmountMinor: Number(typed.sure),
    },
  })
  if (answer.ok) return { done: answer.status === 202 ? 'refund-asked' : 'refunded' }
  if (answer.problem.code === 'idempotency.still-running') return { done: 'refunded' }
  return { problem: answer.problem.title || 'This did not work. Please try again.', status: answer.status, wish: typed }
}

/** What the form asks for, or why it cannot be read. */
function wishIn(order: OrderDetail, typed: Record<string, string>): Wish | string {
  const lines = Object.entries(typed)
    .filter(([name]) => name.startsWith('back:'))
    .map(([name, text]) => ({ orderLineId: name.slice('back:'.length), quantity: Number(text || 0) }))
  if (lines.some(({ quantity }) => !Number.isInteger(quantity) || quantity < 0)) return 'A quantity is a whole number.'
  const digits = plainAmount(1, order.currency).split('.')[1]?.length ?? 0
  const amounts = ['shipping', 'amount'].map((name) => (typed[name] ? minorOf(typed[name], digits) : 0))
  if (amounts.includes(undefined)) return `An amount is written like ${plainAmount(1250, order.currency)}.`
  const [shippingMinor = 0, amountMinor = 0] = amounts
  const wanted = lines.filter(({ quantity }) => quantity > 0)
  if (wanted.length === 0 && shippingMinor + amountMinor === 0) return 'Say what is to be given back.'
  return {
    ...(wanted.length > 0 ? { lines: wanted } : {}),
    ...(shippingMinor > 0 ? { shippingMinor } : {}),
    ...(amountMinor > 0 ? { amountMinor } : {}),
  }
}
