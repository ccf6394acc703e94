import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from './open-browser.ts'
import { openTrialShop, type TrialShop } from './open-trial-shop.ts'
import {
  addAndCheckOut,
  cards,
  confirmedOrder,
  fillAddress,
  payInFrame,
  payOnBankPage,
  touch,
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
      await walkToProduct(page, trial.choice.title)
      await touch(page.getByRole('radio', { name: trial.choice.option }))
      await addAndCheckOut(page)
      await fillAddress(page, email)
      await (javaScript ? payInFrame : payOnBankPage)(page, cards.good)
      const number = await confirmedOrder(page)
      const shown = page.getByRole('main')
      expect(await shown.textContent()).toContain('Thank you, Jo')
      expect(await shown.textContent()).toContain(trial.choice.title)
      expect(await shown.textContent()).toContain(trial.choice.option)
      await mailArrives({ email, about: number, count: 1 })

      await shipAsOwner(number, 'JS1234567890')

      await mailArrives({ email, about: number, count: 2 })
      await page.reload()
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
    await payInFrame(page, cards.declined)
    await page.getByText('The payment did not go through').waitFor()
    expect(await page.getByRole('textbox', { name: 'Full name' }).inputValue()).toBe('Jo Winter')
    await payInFrame(page, cards.good)
    await confirmedOrder(page)
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
    await fillAddress(late.page, 'late@example.com')
    await payInFrame(late.page, cards.good)
    await late.page.getByText('you were not charged').first().waitFor()
    expect(late.page.url()).not.toContain('/orders/')
    expect([...early.complaints, ...late.complaints].filter((complaint) => !complaint.includes('409'))).toEqual([])
    await late.page.goto(address)
    expect(await late.page.getByRole('main').textContent()).toContain('Sold out')
  })
  await early.close()
  await late.close()
})

/** The owner signs in at the desk, finds the order and ships it. */
async function shipAsOwner(number: string, trackingNumber: string): Promise<void> {
  const owner: Visitor = await visitor('desktop')
  const { page } = owner
  await tell(owner, async () => {
    await page.goto('/admin/orders')
    await page.getByRole('textbox', { name: 'E-mail' }).fill('owner@example.com')
    await page.getByRole('textbox', { name: 'Password' }).fill('juniper-and-salt')
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByRole('heading', { name: 'Orders', level: 1 }).waitFor()
    await page
      .getByRole('link', { name: new RegExp(`\\b${number}\\b`) })
      .first()
      .click()
    await page.getByRole('textbox', { name: /Tracking number/ }).fill(trackingNumber)
    await page.getByRole('button', { name: 'Mark as shipped' }).click()
    await page.getByText('Shipped. The customer is being told by mail.').waitFor()
    expect(owner.complaints).toEqual([])
  })
  await owner.close()
}

/** Waits until so many mails to this address are in the demo's mailbox, one of them naming the order. */
async function mailArrives(of: { email: string; about: string; count: number }): Promise<void> {
  const mails = async () => {
    const answer = await fetch(`${trial.url}/api/demo/mails`)
    const { items } = (await answer.json()) as { items: { recipients: string[]; subject: string }[] }
    return items.filter((mail) => mail.recipients.includes(of.email)).map((mail) => mail.subject)
  }
  await expect.poll(async () => (await mails()).length, { timeout: 15_000 }).toBe(of.count)
  expect((await mails()).join('\n')).toContain(of.about)
}
