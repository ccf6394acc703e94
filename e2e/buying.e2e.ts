import pg from 'pg'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connectionOf } from '../server/platform/database.ts'
import { checkInvariants } from '../simulation/scorecard/check-invariants.ts'
import { openMail, orderLinkIn } from './mailbox.ts'
import { openBrowser } from './open-browser.ts'
import { openTrialShop, type TrialShop } from './open-trial-shop.ts'
import {
  addAndCheckOut,
  amountToPay,
  cards,
  confirmedOrder,
  fillAddress,
  payInFrame,
  payOnBankPage,
  requiredFields,
  searchForProduct,
  touch,
  touchTwice,
  walkToProduct,
} from './shopping.ts'
import { openVisitor, tell, type Visitor } from './visitor.ts'

let trial: TrialShop
let browser: Browser
beforeAll(async () => {
  ;[trial, browser] = await Promise.all([openTrialShop(), openBrowser()])
})
afterAll(async () => {
  await browser?.close()
  await trial?.close()
})

const visitor = (device: 'phone' | 'desktop', javaScript = true) =>
  openVisitor(browser, { device, javaScript, baseURL: trial.url })

for (const [javaScript, how] of [
  [true, 'in the bank’s frame'],
  [false, 'on the bank’s own page, with JavaScript off'],
] as const) {
  test(`somebody buys on a phone from a Shopify catalogue and pays ${how}; the owner ships, and they see it`, async () => {
    const shopper = await visitor('phone', javaScript)
    const { page } = shopper
    const email = javaScript ? 'jo.winter@example.com' : 'kim.winter@example.com'
    await tell(shopper, async () => {
      await (javaScript ? searchForProduct : walkToProduct)(page, trial.choice.title)
      await touch(page.getByRole('radio', { name: trial.choice.option }))
      await addAndCheckOut(page)
      // A guest by default: five fields of our own, and nobody is asked to sign in.
      expect(await requiredFields(page)).toEqual(['Email', 'Full name', 'Street and number', 'Postcode', 'City'])
      await fillAddress(page, email)
      const amount = await amountToPay(page)
      await (javaScript ? payInFrame : payOnBankPage)(page, cards.good)
      const number = await confirmedOrder(page)
      const shown = page.getByRole('main')
      expect(await shown.textContent()).toContain('Thank you, Jo')
      expect(await shown.textContent()).toContain(trial.choice.title)
      expect(await shown.textContent()).toContain(trial.choice.option)
      expect(await shown.textContent()).toContain(amount)
      await mailArrives({ email, subjects: [`Order ${number}: thank you`] })
      await openMail(page, { email, subject: `Order ${number}: thank you` })
      const link = await orderLinkIn(page)

      await shipAsOwner(number, { trackingNumber: 'JS1234567890', javaScript })

      await mailArrives({ email, subjects: [`Order ${number}: thank you`, `Order ${number} is on its way`] })
      await page.goto(link)
      expect(await shown.textContent()).toContain('On its way')
      expect(await shown.textContent()).toContain('JS1234567890')
      expect(shopper.complaints).toEqual([])
    })
    await shopper.close()
  })
}

test('a card that is declined is said in words, and the next card buys the same cart', async () => {
  const shopper = await visitor('phone')
  const { page } = shopper
  await tell(shopper, async () => {
    await page.goto(`/p/${trial.choice.slug}`)
    await addAndCheckOut(page)
    await fillAddress(page, 'lee.winter@example.com')
    const before = await countBooks()
    await payInFrame(page, cards.declined)
    await page.getByText('The payment did not go through').waitFor()
    expect(await page.getByRole('textbox', { name: 'Full name' }).inputValue()).toBe('Jo Winter')
    await payInFrame(page, cards.good)
    await confirmedOrder(page)
    expect(await countBooks()).toEqual({ orders: before.orders + 1, charges: before.charges + 1 })
    // The browser writes down the refusal (402) as an error of its own; nothing else may be there.
    expect(shopper.complaints.filter((complaint) => !complaint.includes('402'))).toEqual([])
  })
  await shopper.close()
})

test('who is too late for the last piece is told so kindly, and not charged', async () => {
  const [early, late] = [await visitor('phone'), await visitor('phone')]
  const address = `/p/${trial.lastPiece.slug}`
  await tell(late, async () => {
    for (const { page } of [early, late]) {
      await page.goto(address)
      await addAndCheckOut(page)
    }
    await fillAddress(early.page, 'early@example.com')
    await payInFrame(early.page, cards.good)
    await confirmedOrder(early.page)
    const before = await countBooks()
    await fillAddress(late.page, 'late@example.com')
    await payInFrame(late.page, cards.good)
    await late.page.getByText('you were not charged').first().waitFor()
    expect(late.page.url()).not.toContain('/orders/')
    expect(await countBooks()).toEqual(before)
    expect([...early.complaints, ...late.complaints].filter((complaint) => !complaint.includes('409'))).toEqual([])
    await late.page.goto(address)
    expect(await late.page.getByRole('main').textContent()).toContain('Sold out')
  })
  await early.close()
  await late.close()
})

for (const javaScript of [true, false]) {
  test(`two taps on Pay are one order and one charge, ${javaScript ? 'with' : 'without'} JavaScript`, async () => {
    const shopper = await visitor('phone', javaScript)
    const { page } = shopper
    const email = javaScript ? 'max.winter@example.com' : 'ada.winter@example.com'
    await tell(shopper, async () => {
      const before = await countBooks()
      await page.goto(`/p/${trial.choice.slug}`)
      await addAndCheckOut(page)
      await fillAddress(page, email)
      await (javaScript ? payInFrame : payOnBankPage)(page, cards.good, touchTwice)
      const number = await confirmedOrder(page)
      await mailArrives({ email, subjects: [`Order ${number}: thank you`] })
      const after = await countBooks()
      expect(after).toEqual({ orders: before.orders + 1, charges: before.charges + 1 })
      expect(shopper.complaints).toEqual([])
    })
    await shopper.close()
  })
}

test('after all of this the books are right', async () => {
  expect(await checkInvariants(trial.databaseUrl)).toEqual([])
})

/** The owner signs in, finds the order and ships it: at the desk, or with a phone that runs no scripts. */
async function shipAsOwner(number: string, of: { trackingNumber: string; javaScript: boolean }): Promise<void> {
  const owner: Visitor = await visitor(of.javaScript ? 'desktop' : 'phone', of.javaScript)
  const { page } = owner
  await tell(owner, async () => {
    await page.goto('/admin')
    await page.getByRole('textbox', { name: 'E-mail' }).fill('owner@example.com')
    await page.getByRole('textbox', { name: 'Password' }).fill('juniper-and-salt')
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page
      .getByRole('navigation', { name: 'Back office' })
      .getByRole('link', { name: /^Orders/ })
      .click()
    await page.getByRole('heading', { name: 'Orders', level: 1 }).waitFor()
    const search = page.getByRole('searchbox', { name: 'Order number or e-mail' })
    await search.fill(number)
    await search.press('Enter')
    await page
      .getByRole('region', { name: `Found for ${number}` })
      .getByRole('link', { name: `#${number}` })
      .click()
    await page.getByRole('textbox', { name: /Tracking number/ }).fill(of.trackingNumber)
    await page.getByRole('button', { name: 'Mark as shipped' }).click()
    await page.getByText('Shipped. The customer is being told by mail.').waitFor()
    expect(owner.complaints).toEqual([])
  })
  await owner.close()
}

/** Waits until the mails to this address in the demo's mailbox are these. */
async function mailArrives(of: { email: string; subjects: string[] }): Promise<void> {
  const mails = async () => {
    const answer = await fetch(`${trial.url}/api/demo/mails`)
    const { items } = (await answer.json()) as { items: { recipients: string[]; subject: string }[] }
    return items.filter((mail) => mail.recipients.includes(of.email)).map((mail) => mail.subject)
  }
  await expect.poll(async () => (await mails()).sort(), { timeout: 15_000 }).toEqual(of.subjects.toSorted())
}

/** How many orders stand, and how many amounts are held or taken at the bank. */
async function countBooks(): Promise<{ orders: number; charges: number }> {
  const client = new pg.Client(connectionOf(trial.databaseUrl))
  await client.connect()
  try {
    const { rows } = await client.query<{ orders: number; charges: number }>(
      `select (select count(*)::int from orders where status in ('placed', 'completed')) as orders,
         (select count(*)::int from payments where status in ('authorized', 'captured')) as charges`,
    )
    return rows[0] ?? { orders: 0, charges: 0 }
  } finally {
    await client.end()
  }
}
