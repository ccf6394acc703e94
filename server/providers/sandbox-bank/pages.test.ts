import fs from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type BankAtHand, newBankFolder, startBankAtHand } from './bank-at-hand.ts'

let folder: string
let bank: BankAtHand

beforeAll(async () => {
  folder = newBankFolder()
  bank = await startBankAtHand(folder)
})
afterAll(async () => {
  await bank.kill()
  fs.rmSync(folder, { recursive: true })
})

let keys = 0
async function openPage(more: object = {}): Promise<{ id: string; url: string }> {
  const asked = { amountMinor: 123_456, currency: 'EUR', reference: 'order 1042', locale: 'de', ...more }
  const body = { returnUrl: 'https://shop.example.com/checkout/return?cart=7', ...asked }
  return JSON.parse((await bank.post('/v1/payment-pages', `page-${++keys}`, body)).text)
}

async function sendForm(url: string, typed: Record<string, string>): Promise<Response> {
  return fetch(`${bank.baseUrl}${url}`, { method: 'POST', body: new URLSearchParams(typed), redirect: 'manual' })
}

const goodCard = { number: '4242 4242 4242 4242', expiry: '12/40', cvc: '123' }
const pageOf = async (id: string) => JSON.parse((await bank.get(`/v1/payment-pages/${id}`)).text)

test('a shopper pays on the page and comes back to the shop, which asks how it went', async () => {
  const { id, url } = await openPage()
  expect(url).toBe(`/sandbox-bank/pay/${id}`)
  const shown = await (await fetch(`${bank.baseUrl}${url}`)).text()
  expect(shown).toContain('1.234,56')
  expect(shown).toContain('order 1042')
  expect((await pageOf(id)).status).toBe('open')

  const paid = await sendForm(url, goodCard)
  expect(paid.status).toBe(303)
  expect(paid.headers.get('location')).toBe(`https://shop.example.com/checkout/return?cart=7&page=${id}`)
  expect(await pageOf(id)).toMatchObject({
    status: 'authorized',
    authorization: { status: 'authorized', amountMinor: 123_456, card: { last4: '4242' } },
  })
})

test('twenty clicks on "Pay" reserve the money once', async () => {
  const { id, url } = await openPage({ reference: 'twenty clicks' })
  const answers = await Promise.all(Array.from({ length: 20 }, () => sendForm(url, goodCard)))
  expect(answers.map((answer) => answer.status)).toEqual(Array(20).fill(303))
  const log = (await bank.get('/v1/log')).text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(log.filter((record) => record.pageId === id)).toHaveLength(1)
})

test('a declined shopper reads why, and pays with another card on the same page', async () => {
  const { id, url } = await openPage({ locale: 'en' })
  const declined = await sendForm(url, { ...goodCard, number: '4000000000009995' })
  expect(declined.status).toBe(402)
  const text = await declined.text()
  expect(text).toContain('There is not enough money on this card.')
  expect(text).not.toContain('4000000000009995"')
  expect((await pageOf(id)).status).toBe('open')
  expect((await sendForm(url, goodCard)).status).toBe(303)
  expect((await pageOf(id)).status).toBe('authorized')
})

test('a mistyped card is pointed out at its field, and what was typed elsewhere is kept, the number never', async () => {
  const { url } = await openPage({ locale: 'en' })
  const answer = await sendForm(url, { number: '4242 4242 4242 4241', expiry: '12/40', cvc: '', name: '"><b>Ada' })
  expect(answer.status).toBe(422)
  const text = await answer.text()
  expect(text).toContain('a digit seems to be wrong')
  expect(text).toContain('Enter the security code.')
  expect(text).toContain('value="12/40"')
  expect(text).toContain('value="&quot;&gt;&lt;b&gt;Ada"')
  expect(text).not.toContain('4242 4242 4242 4241')
})

test('a shopper who goes back has paid nothing, and the page takes no card any more', async () => {
  const { id, url } = await openPage()
  const back = await sendForm(`${url}/cancel`, {})
  expect([back.status, back.headers.get('location')]).toEqual([
    303,
    `https://shop.example.com/checkout/return?cart=7&page=${id}`,
  ])
  await sendForm(url, goodCard)
  expect(await pageOf(id)).toMatchObject({ status: 'canceled' })
  expect((await pageOf(id)).authorization).toBeUndefined()
})

test('the shop closes a page to late payment, and is told when it comes too late', async () => {
  const open = await openPage()
  const canceled = await bank.post(`/v1/payment-pages/${open.id}/cancel`, `cancel-${open.id}`, {})
  expect(JSON.parse(canceled.text).status).toBe('canceled')
  const paid = await openPage()
  await sendForm(paid.url, goodCard)
  const tooLate = await bank.post(`/v1/payment-pages/${paid.id}/cancel`, `cancel-${paid.id}`, {})
  expect(JSON.parse(tooLate.text)).toMatchObject({ status: 'authorized', authorization: { status: 'authorized' } })
})

test.each([
  ['JPY', 1234, '¥1,234'],
  ['KWD', 1234, 'KWD 1.234'],
  ['HUF', 123_456, 'HUF 1,234.56'],
])('the page shows %s %i as %s', async (currency, amountMinor, shown) => {
  const { url } = await openPage({ locale: 'en', currency, amountMinor })
  const text = (await (await fetch(`${bank.baseUrl}${url}`)).text()).replaceAll('\u00a0', ' ')
  expect(text).toContain(`<p class="amount">${shown}</p>`)
})

test.each(['javascript:alert(1)', '//elsewhere.example.com', 'ftp://shop.example.com/', '/a b'])(
  'a page that would send the shopper to %s is not made',
  async (returnUrl) => {
    const body = { amountMinor: 100, currency: 'EUR', reference: 'x', returnUrl }
    expect((await bank.post('/v1/payment-pages', `page-${++keys}`, body)).status).toBe(422)
  },
)

test('the pages run no foreign script, and the payment page may send its form to the shop alone', async () => {
  const { url } = await openPage()
  const pay = (await fetch(`${bank.baseUrl}${url}`)).headers.get('content-security-policy')
  expect(pay).toContain("default-src 'none'")
  expect(pay).toContain("form-action 'self' https://shop.example.com;")
  expect(pay).toContain("frame-ancestors 'none'")
  expect(pay).not.toContain('unsafe')
})

test('the card fields may be framed by, and speak to, the named shop alone', async () => {
  const fields = await fetch(`${bank.baseUrl}/sandbox-bank/fields?origin=https://shop.example.com/checkout&locale=de`)
  const policy = fields.headers.get('content-security-policy')
  expect(policy).toMatch(/frame-ancestors https:\/\/shop\.example\.com$/)
  expect(policy).not.toContain('unsafe')
  const text = await fields.text()
  expect(text).toContain('"origin":"https://shop.example.com"')
  expect(text).toContain('Kartennummer')
  for (const token of ['cc-number', 'cc-exp', 'cc-csc']) expect(text).toContain(`autocomplete="${token}"`)
  for (const origin of ['', '*', 'null', 'javascript:1']) {
    const refused = await fetch(`${bank.baseUrl}/sandbox-bank/fields?origin=${encodeURIComponent(origin)}`)
    expect(refused.status).toBe(422)
  }
})

test('a shop that shows the pages under its own address can make tokens there too', async () => {
  const body = JSON.stringify({ ...goodCard, number: '5555 5555 5555 4444' })
  const answer = await fetch(`${bank.baseUrl}/sandbox-bank/v1/tokens`, { method: 'POST', body })
  expect(await answer.json()).toMatchObject({ brand: 'mastercard', last4: '4444', expMonth: 12, expYear: 2040 })
  expect((await fetch(`${bank.baseUrl}/sandbox-bank/v1/log`)).status).toBe(404)
})
