import type { OrderView } from '../orders/index.ts'
import type { OrderFacts, WrittenMail } from './mail-facts.ts'
import { block, button } from './mail-html.ts'
import { lineTable, money, totalRows, totalsTable } from './mail-parts.ts'
import { opening, page, section, textLine, textMail } from './order-mails.ts'
import { fill, type Words, wordsOf } from './words.ts'

type Refund = OrderView['refunds'][number]
type Change = OrderView['timeline'][number]['details']

/** What the customer gets when money has been given back: how much, and to what it was paid with. */
export function refundMail(facts: OrderFacts, of: { order: OrderView; refund: Refund }): WrittenMail {
  const words = wordsOf(facts.locale)
  const { number } = facts
  const amount = money(facts, of.refund.amountMinor - of.refund.refusedMinor)
  const paymentIds = new Set(of.refund.payments.map(({ paymentId }) => paymentId))
  const methods = methodsOf(
    of.order.payments.filter(({ id }) => paymentIds.has(id)),
    words,
  )
  const lead = fill(words.refundText, { amount, methods })
  return {
    subject: fill(words.refundSubject, { number, amount }),
    html: page(facts, words.refundHead, lead, [
      opening(words.refundHead, lead, [words.refundDays]),
      block(button(facts.orderUrl, words.seeOrder)),
    ]),
    text: textMail(facts, [words.refundHead, lead, words.refundDays, `${words.seeOrder}: ${facts.orderUrl}`]),
  }
}

/** What the customer gets when an order was canceled: that it was, and what becomes of the money. */
export function cancellationMail(facts: OrderFacts, of: { order: OrderView }): WrittenMail {
  const words = wordsOf(facts.locale)
  const { number } = facts
  const lead = fill(words.cancelText, { number })
  const wasCharged = of.order.payments.some(({ capturedMinor }) => capturedMinor > 0)
  const methods = methodsOf(
    of.order.payments.filter(({ authorizedMinor }) => authorizedMinor > 0),
    words,
  )
  const about = methods === '' ? '' : fill(wasCharged ? words.cancelCharged : words.cancelReserved, { methods })
  return {
    subject: fill(words.cancelSubject, { number }),
    html: page(facts, words.cancelHead, lead, [
      opening(words.cancelHead, lead, [about]),
      section(words.yourOrder, lineTable(facts, facts.lines, words, false)),
      block(button(facts.orderUrl, words.seeOrder)),
    ]),
    text: textMail(facts, [
      words.cancelHead,
      lead,
      about,
      [`${words.yourOrder}:`, ...facts.lines.map((line) => textLine(line))].join('\n'),
      `${words.seeOrder}: ${facts.orderUrl}`,
    ]),
  }
}

/** What the customer gets when their order is another one now: what changed, and what it comes to. */
export function changeMail(facts: OrderFacts, of: { change: Change }): WrittenMail {
  const words = wordsOf(facts.locale)
  const { number } = facts
  const lead = changeWords(of.change, words)
  return {
    subject: fill(words.changeSubject, { number }),
    html: page(facts, words.changeHead, lead, [
      opening(words.changeHead, lead),
      block(button(facts.orderUrl, words.seeOrder)),
      section(words.yourOrder, lineTable(facts, facts.lines, words, true), 0),
      block(totalsTable(facts, words), 36),
    ]),
    text: textMail(facts, [
      words.changeHead,
      lead,
      `${words.seeOrder}: ${facts.orderUrl}`,
      [`${words.yourOrder}:`, ...facts.lines.map((line) => textLine(line, money(facts, line.subtotalMinor)))].join(
        '\n',
      ),
      totalRows(facts, words)
        .map((row) => (row.kind === 'quiet' ? `  ${row.name}` : `${row.name}: ${row.amount}`))
        .join('\n'),
    ]),
  }
}

function changeWords(change: Change, words: Words): string {
  if (change.change === 'taken-out') {
    const lines = (change.lines ?? []) as { title: string; takenOut: number }[]
    const items = lines.map(({ title, takenOut }) => fill(words.contents, { count: takenOut, title })).join(', ')
    return fill(words.changeTakenOut, { items })
  }
  if (change.change === 'shipping') return fill(words.changeShipping, { name: String(change.to) })
  return words.changeContact
}

function methodsOf(payments: readonly OrderView['payments'][number][], words: Words): string {
  const names: Record<string, string> = { 'gift-card': words.giftCard, 'store-credit': words.storeCredit }
  return payments
    .map(({ method }) => {
      const brand = method.brand ? method.brand.charAt(0).toUpperCase() + method.brand.slice(1) : words.card
      return [names[method.type ?? ''] ?? brand, method.last4].filter(Boolean).join(' ')
    })
    .join(', ')
}
