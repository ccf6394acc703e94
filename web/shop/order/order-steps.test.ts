import { expect, test } from 'vitest'
import type { Order } from '../../ui/api-types.ts'
import { speak } from '../../ui/speak.ts'
import { orderSteps } from './order-steps.ts'

const speech = { ...speak({ locale: 'en', prefix: '' }), timeZone: 'Europe/Berlin' }
const event = (type: string, at: string, details: Record<string, unknown> = {}) => ({ type, at, actor: null, details })
const placed = event('order.placed', '2026-03-02T09:00:00Z')
const paid = event('payment.authorized', '2026-03-02T09:00:00Z')
const shipped = event('order.shipped', '2026-03-03T13:30:00Z', {
  carrier: 'Nordpost',
  trackingNumber: '0034',
  trackingUrl: 'https://tracking.example.com/0034',
})

function orderWith(changes: Partial<Order>): Order {
  const shipping = {
    id: 's',
    code: 'parcel',
    name: 'Parcel',
    kind: 'delivery' as const,
    carrier: 'Nordpost',
    location: null,
  }
  return {
    status: 'placed',
    fulfillmentStatus: 'unfulfilled',
    currency: 'EUR',
    totalMinor: 2890,
    shipping,
    deliverFrom: '2026-03-05',
    deliverUntil: '2026-03-06',
    createdAt: '2026-03-02T09:00:00Z',
    payments: [{ capturedMinor: 0 }],
    timeline: [placed, paid],
    ...changes,
  } as Order
}
const told = (order: Order) => orderSteps(order, speech).map(({ title, state }) => `${title}: ${state}`)

test('a new order is placed and paid, is being packed, and says when it is expected', () => {
  const steps = orderSteps(orderWith({}), speech)
  expect(steps.map(({ state }) => state)).toEqual(['done', 'done', 'now', 'next', 'next'])
  expect(steps.at(-1)?.when?.replaceAll('\u00a0', ' ')).toMatch(/^Expected Thu 5.+Fri 6 Mar$/)
  expect(steps[1]?.text).toContain('is secured')
})

test('a parcel on its way is where the order is now, and can be followed', () => {
  const order = orderWith({ fulfillmentStatus: 'shipped', timeline: [placed, paid, shipped] })
  expect(told(order)).toEqual(['Order placed: done', 'Payment confirmed: done', 'On its way: now', 'Delivered: next'])
  const [, , onItsWay] = orderSteps(order, speech)
  expect(onItsWay).toMatchObject({ when: '3 Mar, 14:30', text: 'Handed to Nordpost.' })
  expect(onItsWay?.tracking).toEqual({ number: '0034', url: 'https://tracking.example.com/0034' })
})

test('of an order sent in part, the rest is still being packed', () => {
  const order = orderWith({ fulfillmentStatus: 'partly-shipped', timeline: [placed, paid, shipped] })
  expect(told(order).slice(2)).toEqual([
    'First part on its way: done',
    'The rest is being packed: now',
    'Delivered: next',
  ])
})

test('a delivered order has nothing left to come', () => {
  const delivered = event('order.delivered', '2026-03-05T10:00:00Z')
  const order = orderWith({ fulfillmentStatus: 'delivered', timeline: [placed, paid, shipped, delivered] })
  expect(orderSteps(order, speech).every(({ state }) => state === 'done')).toBe(true)
})

test('an order to be collected names the place once it is ready', () => {
  const location = { id: 'l', name: 'Harbour store', address: {}, hours: [] }
  const shipping = { id: 's', code: 'pickup', name: 'Pick up', kind: 'pickup' as const, carrier: null, location }
  const ready = event('order.ready-for-pickup', '2026-03-02T12:00:00Z')
  const steps = orderSteps(orderWith({ shipping, timeline: [placed, paid, ready] }), speech)
  expect(steps.find(({ state }) => state === 'now')?.text).toContain('Harbour store')
  expect(steps.at(-1)).toMatchObject({ title: 'Collected', state: 'next' })
})

test('an order that cost nothing says nothing of payment, a canceled one nothing of delivery', () => {
  expect(told(orderWith({ totalMinor: 0, payments: [] }))[1]).toBe('Being packed: now')
  expect(told(orderWith({ status: 'canceled' })).at(-1)).toBe('Canceled: now')
})
