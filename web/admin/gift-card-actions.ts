import { type Answer, ask } from '../ui/api.ts'
import { plainAmount } from '../ui/money.ts'
import type { StoredValue } from './api-types.ts'
import { textIn } from './staff.ts'
import { minorOf } from './words.ts'

/** What a form about gift cards came to: where to go, a code that is shown this once, or what stands in the way. */
export type Outcome = { go: string } | { issued: { id: string; code: string } } | { problem: string; status: number }

type Of = { currency: string; form: FormData }

/** Issues a gift card, or gives a customer store credit: the forms of the list. */
export async function issueValue(locals: App.Locals, of: Of): Promise<Outcome> {
  const { currency, form } = of
  const amountMinor = amountIn(of)
  if (amountMinor === undefined || amountMinor === 0) return notAnAmount(currency)
  const [reason, email, name] = [textIn(form, 'reason'), textIn(form, 'email'), textIn(form, 'name')]
  if (reason === '') return { problem: 'Write down why, for whoever reads the books.', status: 422 }
  if (textIn(form, 'action') === 'credit') {
    const answer = await ask<StoredValue>(locals, 'POST /api/admin/stored-value/store-credit', {
      body: { email, currency, amountMinor, reason },
    })
    return answer.ok ? { go: `/admin/gift-cards/${answer.value.id}?done=yes` } : refused(answer)
  }
  const day = textIn(form, 'until')
  const answer = await ask<{ id: string; code: string }>(locals, 'POST /api/admin/stored-value/gift-cards', {
    body: {
      currency,
      amountMinor,
      reason,
      ...(email ? { email } : {}),
      ...(name ? { name } : {}),
      ...(/^\d{4}-\d\d-\d\d$/.test(day) ? { expiresAt: `${day}T23:59:59Z` } : {}),
    },
  })
  return answer.ok ? { issued: answer.value } : refused(answer)
}

/** Tops one up, takes from it, locks or opens it: the forms of its page. */
export async function changeValue(locals: App.Locals, of: Of & { accountId: string }): Promise<Outcome> {
  const { form, currency, accountId } = of
  const path = `/api/admin/stored-value/${encodeURIComponent(accountId)}` as const
  const action = textIn(form, 'action')
  if (action === 'lock' || action === 'open') {
    const answer = await ask(locals, `PUT ${path}/disabled`, { body: { disabled: action === 'lock' } })
    return answer.ok ? { go: `/admin/gift-cards/${accountId}?done=yes` } : refused(answer)
  }
  const amountMinor = amountIn(of)
  if (amountMinor === undefined || amountMinor === 0) return notAnAmount(currency)
  const reason = textIn(form, 'reason')
  if (reason === '') return { problem: 'Write down why, for whoever reads the books.', status: 422 }
  const body = { amountMinor: action === 'take' ? -amountMinor : amountMinor, reason }
  const answer = await ask(locals, `POST ${path}/balance`, { body })
  return answer.ok ? { go: `/admin/gift-cards/${accountId}?done=yes` } : refused(answer)
}

function amountIn({ currency, form }: Of): number | undefined {
  return minorOf(textIn(form, 'amount'), plainAmount(0, currency).split('.')[1]?.length ?? 0)
}

function notAnAmount(currency: string): Outcome {
  return { problem: `An amount looks like ${plainAmount(2500, currency)}.`, status: 422 }
}

function refused(answer: Answer<unknown> & { ok: false }): Outcome {
  const { code, title } = answer.problem
  const problem = code === 'gift-cards.more-than-left' ? 'There is less than that on it that is free.' : title
  return { problem: problem || 'This did not work. Please try again.', status: answer.status }
}

/** What an entry is called. */
export const entryWords: Record<string, string> = {
  sold: 'Sold',
  issued: 'Issued',
  'topped-up': 'Topped up',
  redeemed: 'Spent',
  refunded: 'Given back',
  withdrawn: 'Taken away',
  expired: 'Expired',
}
