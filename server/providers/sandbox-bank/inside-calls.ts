import { clearFaults, expire, setFault } from './bank-controls.ts'
import { type DisputeReason, decideDispute, decideDisputeEnd, disputeReasons } from './decide-dispute.ts'
import { html, problem, type Reply, seeOther } from './http-exchange.ts'
import { callsView, faultsView, webhooksView } from './inside-faults.ts'
import { cardsView, disputesView, paymentsView, payoutsView } from './inside-money.ts'
import { insidePage, insidePagePolicy, type View, views } from './inside-page.ts'
import type { OpenBank } from './open-bank.ts'
import { payoutFile, payoutsOf } from './payouts.ts'
import type { WebhookSender } from './webhook-sender.ts'

type Asked = { publicPath: string; view: string; item?: string; form?: URLSearchParams; query: URLSearchParams }

const show: Record<View, (bank: OpenBank, path: string) => string> = {
  '': paymentsView,
  disputes: disputesView,
  payouts: payoutsView,
  faults: faultsView,
  webhooks: webhooksView,
  calls: callsView,
  cards: cardsView,
}

/** The look inside the bank, and its buttons: what a person at the bank would do, and what can be made to go wrong. */
export async function answerInside(at: { bank: OpenBank; sender: WebhookSender }, asked: Asked): Promise<Reply> {
  const { bank } = at
  await bank.settled()
  const view = views.find(({ name }) => name === asked.view)
  if (!view) return problem(404, 'not-found', 'The bank knows nothing of this.')
  if (view.name === 'payouts' && asked.item) return payoutDownload(bank, asked.item)
  const { publicPath, form } = asked
  if (form) {
    const refused = await press(at, view.name, asked.item ?? '', form)
    const said = refused ? `?refused=${encodeURIComponent(refused)}` : ''
    return seeOther(`${publicPath}/${view.name === '' ? '' : `inside/${view.name}`}${said}`)
  }
  const body = show[view.name](bank, publicPath)
  return html(
    200,
    insidePage({ view: view.name, publicPath, body, refused: asked.query.get('refused') }),
    insidePagePolicy(),
  )
}

/** Presses a button; answers why it could not be done, if so. */
async function press(
  { bank, sender }: { bank: OpenBank; sender: WebhookSender },
  view: View,
  item: string,
  form: URLSearchParams,
): Promise<string | undefined> {
  const action = form.get('action')
  if (view === 'faults') {
    const reply = action === 'clear' ? await clearFaults(bank, item) : await setFault(bank, Object.fromEntries(form))
    return reasonOf(reply)
  }
  if (view === 'webhooks') {
    if (action === 'test') bank.note({ type: 'webhook.asked', eventType: 'sandbox.test' })
    else await sender.sendNow(Number(item), 1)
    return undefined
  }
  if (action === 'expire') return reasonOf(await expire(bank, item))
  const key = `inside/${item}/${action}`
  const answer = await bank.perform((state, moment) =>
    action === 'won' || action === 'lost'
      ? decideDisputeEnd(state, { disputeId: item, outcome: action, key }, moment)
      : decideDispute(state, { captureId: item, reason: reasonIn(form), key }, moment),
  )
  return answer.kind === 'refused' ? answer.detail : undefined
}

function reasonIn(form: URLSearchParams): DisputeReason {
  return disputeReasons.find((reason) => reason === form.get('reason')) ?? 'fraudulent'
}

function reasonOf(reply: Reply): string | undefined {
  return reply.status >= 400 ? (JSON.parse(reply.body) as { detail: string }).detail : undefined
}

function payoutDownload(bank: OpenBank, name: string): Reply {
  const [, date, currency] = /^(\d{4}-\d{2}-\d{2})-([A-Z]{3})\.csv$/.exec(name) ?? []
  const found = payoutsOf(bank.state, bank.now()).find((each) => each.date === date && each.currency === currency)
  if (!found) return problem(404, 'not-found', 'There is no such payout.')
  const headers = { 'content-disposition': `attachment; filename="payout-${name}"` }
  return { status: 200, type: 'text/csv; charset=utf-8', body: payoutFile(found), headers }
}
