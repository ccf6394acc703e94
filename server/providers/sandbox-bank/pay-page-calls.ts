import { decidePageCancel, decidePagePayment } from './bank.ts'
import type { HeldPage } from './bank-records.ts'
import { readCardEntry } from './card-entry.ts'
import { html, problem, type Reply, seeOther } from './http-exchange.ts'
import type { OpenBank } from './open-bank.ts'
import { closedPayPage, type PayAttempt, payPage, payPagePolicy, returnAddress, unknownPayPage } from './pay-page.ts'
import { declineCodes } from './test-cards.ts'

/** What the shopper's browser asks of a hosted payment page; `form` is there when a form was sent. */
export async function answerPayPage(
  bank: OpenBank,
  call: { pageId: string; action?: string; form?: URLSearchParams; publicPath: string; failed?: string | null },
): Promise<Reply> {
  await bank.settled()
  const page = bank.state.pages.get(call.pageId)
  if (!page) return html(404, unknownPayPage('en'), payPagePolicy())
  if (call.action === 'cancel' && call.form) return cancel(bank, page)
  if (call.action !== undefined) return problem(404, 'not-found', 'The bank knows nothing of this.')
  if (page.status !== 'open') return call.form ? seeOther(returnAddress(page)) : closed(page)
  if (call.form) return pay(bank, page, { form: call.form, publicPath: call.publicPath })
  // Back from a question of the card's bank that was not answered well.
  const declineCode = declineCodes.find((code) => code === call.failed)
  return html(200, payPage(page, declineCode ? { declineCode } : {}), payPagePolicy(page.returnUrl))
}

async function pay(
  bank: OpenBank,
  page: HeldPage,
  { form, publicPath }: { form: URLSearchParams; publicPath: string },
): Promise<Reply> {
  const typed: PayAttempt = {
    typedName: (form.get('name') ?? '').slice(0, 100),
    typedExpiry: (form.get('expiry') ?? '').slice(0, 9),
  }
  const entry = readCardEntry(Object.fromEntries(form), bank.now())
  if ('errors' in entry) return shown(422, page, { ...typed, errors: entry.errors })
  const answer = await bank.perform((state, moment) =>
    decidePagePayment(state, { pageId: page.id, card: entry.card, publicPath }, moment),
  )
  const { declineCode, actionUrl } =
    answer.kind === 'answered' && answer.record?.type === 'authorization.answered' ? answer.record.answer : {}
  if (actionUrl) return seeOther(actionUrl)
  if (declineCode) return shown(402, page, { ...typed, declineCode })
  // Refused here means that another click was quicker: the page is paid or canceled, and the shop will ask which.
  return seeOther(returnAddress(page))
}

async function cancel(bank: OpenBank, page: HeldPage): Promise<Reply> {
  if (page.status === 'open') {
    await bank.perform((state, moment) =>
      decidePageCancel(state, { pageId: page.id, key: `${page.id}/cancel` }, moment),
    )
  }
  return seeOther(returnAddress(page))
}

function shown(status: number, page: HeldPage, attempt: PayAttempt): Reply {
  return html(status, payPage(page, attempt), payPagePolicy(page.returnUrl))
}

function closed(page: HeldPage): Reply {
  return html(200, closedPayPage(page, returnAddress(page)), payPagePolicy())
}
