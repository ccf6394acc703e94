import fs from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildApp, listeners } from '../../../app.ts'
import { type EventDispatcher, startEventDispatcher } from '../../../platform/event-dispatcher.ts'
import type { Http } from '../../../platform/http.ts'
import { settleEvents } from '../../../platform/testing/settle-events.ts'
import {
  type BankAtHand,
  newBankFolder,
  startBankAtHand,
  testSecret,
} from '../../../providers/sandbox-bank/bank-at-hand.ts'
import { createSandboxBankClient } from '../../../providers/sandbox-bank/client.ts'
import { type SandboxMailbox, startSandboxMailbox } from '../../../providers/sandbox-mailbox/sandbox-mailbox.ts'
import { openSmallShop, type SmallShop, type SmallShopOptions } from '../../checkout/testing/small-shop.ts'
import { type OrderView, orderById } from '../../orders/index.ts'
import { shippingMethods } from '../../shipping/index.ts'
import { addStaffMember, type Role } from '../../staff/index.ts'

type Contact = {
  email?: string
  name?: string
  address?: { line1?: string; postcode?: string; city?: string }
  giftRecipient?: { email?: string; name?: string; message?: string }
}

type Purchase = {
  lines: { variantId: string; quantity: number }[]
  contact?: Contact
  locale?: string
  /** The code of a way of delivery. */
  shipping?: string
}

/** A shop with a bank, a mailbox and staff, in which orders are bought as shoppers do. */
export type ShopWithOrders = SmallShop & {
  http: Http
  bank: BankAtHand
  mailbox: SandboxMailbox
  /** Buys, pays by card, and answers the placed order. */
  buy(purchase: Purchase): Promise<OrderView>
  /** Signs somebody of this role in and answers their cookie. */
  signIn(role?: Role): Promise<string>
  /** Makes a request as this role, from the shop's own pages. */
  ask(
    method: 'GET' | 'POST' | 'PATCH' | 'PUT',
    url: string,
    options?: { body?: object; role?: Role; headers?: object },
  ): Promise<{
    status: number
    // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of many shapes
    body: any
  }>
  deliverEvents(): Promise<void>
}

const password = 'correct-horse-battery'

/** Opens it. */
export async function openShopWithOrders(options: SmallShopOptions = {}): Promise<ShopWithOrders> {
  const bankFolder = newBankFolder()
  const bank = await startBankAtHand(bankFolder)
  const client = createSandboxBankClient({ baseUrl: bank.baseUrl, secret: testSecret })
  const mailFolder = await mkdtemp(join(tmpdir(), 'mailbox-of-test-'))
  const mailbox = await startSandboxMailbox({ folder: mailFolder })
  const providers = { payments: { 'sandbox-bank': client }, sandboxMailbox: mailbox }
  const shop = await openSmallShop({ smtpUrl: mailbox.smtpUrl, providers, ...options })
  const http = await buildApp(shop.ctx)
  await http.ready()
  const cookies = new Map<Role, Promise<string>>()
  const signIn = (role: Role = 'owner') => {
    const known = cookies.get(role) ?? newSession(shop, http, role)
    cookies.set(role, known)
    return known
  }
  let dispatcher: EventDispatcher | undefined
  return {
    ...shop,
    http,
    bank,
    mailbox,
    buy: (purchase) => buy(shop, http, bank, purchase),
    signIn,
    async ask(method, url, { body, role, headers } = {}) {
      const cookie = await signIn(role)
      const answer = await http.inject({
        method,
        url,
        headers: { cookie, origin: 'http://localhost', ...headers },
        ...(body ? { payload: body } : {}),
      })
      return { status: answer.statusCode, body: answer.body === '' ? undefined : answer.json() }
    },
    async deliverEvents() {
      dispatcher ??= startEventDispatcher(shop.ctx, listeners)
      await settleEvents(shop.ctx, dispatcher)
    },
    async close() {
      await dispatcher?.stop()
      await http.close()
      await shop.close()
      client.close()
      await mailbox.stop()
      await bank.kill()
      fs.rmSync(bankFolder, { recursive: true })
      await rm(mailFolder, { recursive: true })
    },
  }
}

async function newSession(shop: SmallShop, http: Http, role: Role): Promise<string> {
  const email = `${role}@example.com`
  await addStaffMember(shop.ctx, { name: `The ${role}`, email, password, role })
  const answer = await http.inject({ method: 'POST', url: '/api/auth/sign-in/email', payload: { email, password } })
  return answer.cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('; ')
}

const someone: Contact = {
  email: 'ann@example.com',
  name: 'Ann Winter',
  address: { line1: 'Lindenweg 4', postcode: '20099', city: 'Hamburg' },
}

async function buy({ ctx }: SmallShop, http: Http, bank: BankAtHand, purchase: Purchase): Promise<OrderView> {
  const send = async (method: 'POST' | 'PATCH', url: string, payload: object, token = '') => {
    const answer = await http.inject({ method, url, payload, headers: { 'x-cart-token': token } })
    if (answer.statusCode > 201) throw new Error(`${method} ${url}: ${answer.statusCode} ${answer.body}`)
    return answer.json()
  }
  const { cart, token } = await send('POST', '/api/carts', { country: 'DE', locale: purchase.locale ?? 'en' })
  const url = `/api/carts/${cart.id}`
  for (const line of purchase.lines) await send('POST', `${url}/items`, line, token)
  const shippingMethodId = (await shippingMethods(ctx)).find(({ code }) => code === purchase.shipping)?.id
  await send(
    'PATCH',
    url,
    { ...someone, ...purchase.contact, ...(shippingMethodId ? { shippingMethodId } : {}) },
    token,
  )
  const { order } = await send('POST', `${url}/complete`, { paymentToken: await bank.token() }, token)
  return orderById(ctx, order.id)
}
