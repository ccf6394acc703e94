import type { Order } from '../../ui/api-types.ts'
import { formatDays, formatMoment } from '../../ui/dates.ts'
import type { IconName } from '../../ui/icons.ts'
import type { Speech } from '../../ui/speak.ts'

/** One step on the way of an order, from "placed" to "delivered". */
export type Step = {
  icon: IconName
  title: string
  /** When it happened, or is expected. */
  when?: string
  text?: string
  state: 'done' | 'now' | 'next'
  tracking?: { number: string | null; url: string | null }
}

type Event = Order['timeline'][number]
const text = (value: unknown) => (typeof value === 'string' && value ? value : null)

/** The way of an order in words that need no explanation: what is done, where it is now, what comes next. */
export function orderSteps(order: Order, speech: Speech & { timeZone: string }): Step[] {
  const { t, locale, money, timeZone } = speech
  const words = t.order
  const happened = (type: string) => order.timeline.filter((event) => event.type === type)
  const at = (event: Event | undefined) => (event ? formatMoment(event.at, locale, timeZone) : undefined)
  const [placed] = happened('order.placed')
  const [paid] = [...happened('payment.authorized'), ...happened('payment.captured')]
  const steps: Step[] = [
    {
      icon: 'check',
      title: words.placed,
      when: at(placed) ?? formatMoment(order.createdAt, locale, timeZone),
      text: words.placedText,
      state: 'done',
    },
  ]
  if (order.totalMinor > 0) {
    const captured = order.payments.reduce((sum, { capturedMinor }) => sum + capturedMinor, 0) >= order.totalMinor
    const amount = money(order.totalMinor, order.currency)
    steps.push({
      icon: 'check',
      title: words.paid,
      when: at(paid ?? placed),
      text:
        order.status === 'canceled'
          ? undefined
          : captured
            ? words.charged(amount)
            : order.shipping?.kind === 'pickup'
              ? words.paidTextPickup(amount)
              : words.paidText(amount),
      state: 'done',
    })
  }
  if (order.status === 'canceled')
    return [
      ...steps,
      {
        icon: 'close',
        title: words.canceled,
        when: at(happened('order.canceled')[0]),
        text: words.canceledText,
        state: 'now',
      },
    ]
  return [
    ...steps,
    ...(order.shipping?.kind === 'pickup'
      ? collecting(order, speech, happened, at)
      : sending(order, speech, happened, at)),
  ]
}

type Find = (type: string) => Event[]
type When = (event: Event | undefined) => string | undefined

function sending(order: Order, { t, locale }: Speech, happened: Find, at: When): Step[] {
  if (!order.shipping) return []
  const words = t.order
  const parcels = happened('order.shipped')
  const isAllSent = order.fulfillmentStatus === 'shipped' || order.fulfillmentStatus === 'delivered'
  const isDelivered = order.fulfillmentStatus === 'delivered'
  const expected =
    order.deliverFrom && order.deliverUntil
      ? words.expected(formatDays(order.deliverFrom, order.deliverUntil, locale))
      : undefined
  const sent: Step[] = parcels.map((event, index) => ({
    icon: 'truck',
    title: !isAllSent && index === 0 ? words.partlyShipped : words.shipped,
    when: at(event),
    text: words.shippedText(text(event.details.carrier) ?? ''),
    state: isDelivered || !isAllSent || index < parcels.length - 1 ? 'done' : 'now',
    tracking: { number: text(event.details.trackingNumber), url: text(event.details.trackingUrl) },
  }))
  const isBegun = parcels.length > 0
  const packing: Step = isBegun
    ? { icon: 'box', title: words.packedRest, state: 'now' }
    : { icon: 'box', title: words.packed, text: words.packedText, state: 'now' }
  const left: Step[] = isAllSent ? [] : [packing]
  const coming: Step[] = !isBegun ? [{ icon: 'truck', title: words.shipped, state: 'next' }] : []
  const delivered = happened('order.delivered').at(-1)
  const arrival: Step = isDelivered
    ? { icon: 'check', title: words.delivered, when: at(delivered), text: words.deliveredText, state: 'done' }
    : { icon: 'home', title: words.delivered, when: expected, state: 'next' }
  return [...sent, ...left, ...coming, arrival]
}

function collecting(order: Order, { t, locale }: Speech, happened: Find, at: When): Step[] {
  const words = t.order
  const [ready] = happened('order.ready-for-pickup')
  const isCollected = order.fulfillmentStatus === 'delivered'
  const expected =
    order.deliverFrom && order.deliverUntil
      ? words.expectedReady(formatDays(order.deliverFrom, order.deliverUntil, locale))
      : undefined
  const place = order.shipping?.location?.name ?? ''
  const waiting: Step = ready
    ? {
        icon: 'shop',
        title: words.ready,
        when: at(ready),
        text: words.readyText(place),
        state: isCollected ? 'done' : 'now',
      }
    : { icon: 'shop', title: words.ready, when: expected, state: 'next' }
  const packing: Step[] = ready ? [] : [{ icon: 'box', title: words.packed, text: words.packedText, state: 'now' }]
  const collected: Step = {
    icon: 'bag',
    title: words.collected,
    when: at(happened('order.delivered').at(-1)),
    state: isCollected ? 'done' : 'next',
  }
  return [...packing, waiting, collected]
}
