/** How the back office says states, moments and amounts. */

export type Tone = 'plain' | 'care' | 'good' | 'wrong'
export type Said = { words: string; tone: Tone }

/** How far an order is on its way. */
export function fulfillmentWords(status: string, isPickup = false): Said {
  if (status === 'unfulfilled') return { words: isPickup ? 'To pack' : 'To ship', tone: 'care' }
  if (status === 'partly-shipped') return { words: 'Partly shipped', tone: 'care' }
  if (status === 'shipped') return { words: isPickup ? 'Ready to collect' : 'Shipped', tone: 'good' }
  if (status === 'delivered') return { words: isPickup ? 'Collected' : 'Delivered', tone: 'plain' }
  return { words: status, tone: 'plain' }
}

/** How an order's money stands. */
export function paymentWords(status: string | null): Said {
  if (status === 'captured') return { words: 'Paid', tone: 'good' }
  if (status === 'authorized') return { words: 'Reserved', tone: 'plain' }
  if (status === 'refunded') return { words: 'Refunded', tone: 'plain' }
  if (status === 'unknown') return { words: 'Unclear', tone: 'wrong' }
  if (status === 'declined') return { words: 'Declined', tone: 'wrong' }
  if (status === 'voided') return { words: 'Released', tone: 'plain' }
  if (status === null) return { words: 'Nothing to pay', tone: 'plain' }
  return { words: 'Waiting', tone: 'care' }
}

/** How a chargeback stands. */
export function disputeWords(status: string): Said {
  if (status === 'won') return { words: 'Won', tone: 'good' }
  if (status === 'lost') return { words: 'Lost', tone: 'wrong' }
  return { words: 'To be answered', tone: 'care' }
}

/** What an order is, where it is not simply placed. */
export function orderWords(status: string): Said | undefined {
  if (status === 'canceled') return { words: 'Canceled', tone: 'wrong' }
  if (status === 'declined') return { words: 'Payment declined', tone: 'wrong' }
  if (status === 'awaiting-payment') return { words: 'Waits for payment', tone: 'care' }
  return undefined
}

const region = (locale: string) => (locale === 'en' ? 'en-GB' : locale)

/** Today and yesterday by name, other days by date, with the time: "Today, 14:05". */
export function moment(of: { at: string; timeZone: string; locale: string; now?: Date }): string {
  const at = new Date(of.at)
  const day = (date: Date) => new Intl.DateTimeFormat('en-CA', { timeZone: of.timeZone }).format(date)
  const now = of.now ?? new Date()
  const time = new Intl.DateTimeFormat(region(of.locale), { timeStyle: 'short', timeZone: of.timeZone }).format(at)
  if (day(at) === day(now)) return `Today, ${time}`
  if (day(at) === day(new Date(now.getTime() - 86_400_000))) return `Yesterday, ${time}`
  const isThisYear = day(at).slice(0, 4) === day(now).slice(0, 4)
  const date = new Intl.DateTimeFormat(region(of.locale), {
    day: 'numeric',
    month: 'short',
    ...(isThisYear ? {} : { year: 'numeric' }),
    timeZone: of.timeZone,
  }).format(at)
  return `${date}, ${time}`
}

/** A day without its time, from an ISO date: "Mon 2 Mar". */
export function dayWords(date: string, locale: string): string {
  const format = { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' } as const
  return new Intl.DateTimeFormat(region(locale), format).format(new Date(`${date}T12:00:00Z`))
}

const steps: Record<string, string> = {
  'order.placed': 'Ordered',
  'order.declined': 'Payment declined',
  'order.shipped': 'Shipped',
  'order.ready-for-pickup': 'Laid ready to collect',
  'order.delivered': 'Delivered',
  'order.canceled': 'Canceled',
  'order.changed': 'Changed',
  'order.noted': 'Note',
  'order.refunded': 'Refunded',
  'order.refund-failed': 'The bank would not refund',
  'invoice.issued': 'Invoice issued',
  'credit-note.issued': 'Credit note issued',
  'payment.authorized': 'Money reserved',
  'payment.captured': 'Payment taken',
  'order.gift-cards-sold': 'Gift cards sold',
  'gift-card.issued': 'Gift card sent',
  'payment.reauthorized': 'Money reserved again on the kept card',
  'payment.lapsed': 'The reserved money has lapsed',
  'payment.dispute-opened': 'Charged back by the cardholder',
  'payment.dispute-won': 'Chargeback won',
  'payment.dispute-lost': 'Chargeback lost',
  'payment.refunded': 'Money given back',
  'payment.voided': 'Reserved money released',
}

/** What a step of the timeline is called; a kind that came later says its own name. */
export function stepWords(type: string): string {
  return steps[type] ?? type.replace('.', ': ').replaceAll('-', ' ')
}

/** How a backup came out. */
export function backupWords(backup: { status: string; verifiedAt: string | null; problem: string | null }): Said {
  if (backup.status === 'running') return { words: 'Being made', tone: 'care' }
  if (backup.status === 'failed') return { words: 'Failed', tone: 'wrong' }
  if (backup.problem !== null) return { words: 'Look into it', tone: 'care' }
  return backup.verifiedAt ? { words: 'Proven', tone: 'good' } : { words: 'Made', tone: 'plain' }
}

/** How an endpoint of webhooks is doing. */
export function webhookWords(hook: { status: string; failures: number; restingUntil: string | null }): Said {
  if (hook.status === 'gone') return { words: 'Says it is gone', tone: 'wrong' }
  if (hook.status === 'paused') return { words: 'Paused', tone: 'plain' }
  if (hook.restingUntil) return { words: 'Does not answer', tone: 'wrong' }
  return hook.failures > 0 ? { words: 'Failing', tone: 'care' } : { words: 'Listening', tone: 'good' }
}

/** What became of a piece of news. */
export function deliveryWords(delivery: { status: string; attempts: number }): Said {
  if (delivery.status === 'delivered') return { words: 'Heard', tone: 'good' }
  if (delivery.status === 'failed') return { words: 'Given up', tone: 'wrong' }
  return delivery.attempts === 0
    ? { words: 'On its way', tone: 'care' }
    : { words: `Tried ${delivery.attempts} times`, tone: 'care' }
}

/** A size as people read it: "640 kB", "12.8 MB", "3.1 GB". */
export function sizeWords(bytes: number): string {
  if (bytes < 1_000_000) return `${Math.ceil(bytes / 1000)} kB`
  return bytes < 1_000_000_000 ? `${(bytes / 1_000_000).toFixed(1)} MB` : `${(bytes / 1_000_000_000).toFixed(1)} GB`
}

const mails: Record<string, string> = {
  'order-confirmation': 'Confirmation',
  'shipping-notice': 'Shipping notice',
  'pickup-notice': 'Ready to collect',
  'gift-card': 'Gift card',
  'refund-notice': 'Refund',
  'cancellation-notice': 'Cancellation',
  'change-notice': 'Change of the order',
}

/** What a mail to a customer is called. */
export function mailWords(kind: string): string {
  return mails[kind] ?? kind
}

/** Reads a price as people type it ("19,90", "1.299", "1299.00") as minor units; undefined when it is none. */
export function minorOf(text: string, digits: number): number | undefined {
  const clean = text.replace(/[\s\u00a0€$£]/g, '')
  const match = /^(\d{1,9})(?:[.,](\d+))?$/.exec(clean)
  if (!match || (match[2] ?? '').length > digits) return undefined
  return Number(`${match[1]}${(match[2] ?? '').padEnd(digits, '0')}`)
}
