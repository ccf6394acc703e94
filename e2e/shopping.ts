import type { Locator, Page } from 'playwright-core'

/** Test cards of the sandbox bank. */
export const cards = { good: '4242 4242 4242 4242', declined: '4000 0000 0000 0002' }

/** A finger on a phone, a click elsewhere. */
export function touch(locator: Locator): Promise<void> {
  return locator.tap()
}

/** Two taps, the second faster than any answer to the first. */
export async function touchTwice(locator: Locator): Promise<void> {
  // Brings it to the screen and waits until it lies still there: pages scroll smoothly.
  await locator.tap({ trial: true })
  const box = await locator.boundingBox()
  if (!box) throw new Error('what is to be tapped is not on the screen')
  const { touchscreen } = locator.page()
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
  await touchscreen.tap(x, y)
  await touchscreen.tap(x, y)
}

/** From the home page through a category to a product, as somebody who looks around. */
export async function walkToProduct(page: Page, title: string): Promise<void> {
  await page.goto('/')
  await touch(page.getByRole('region', { name: 'New' }).getByRole('link', { name: 'See all' }))
  await page.waitForURL(/\/c\/all/)
  const product = page.getByRole('main').getByRole('link', { name: title, exact: true })
  while ((await product.count()) === 0) {
    const before = page.url()
    await touch(page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Next' }))
    await page.waitForURL((url) => url.href !== before)
  }
  await touch(product)
  await page.waitForURL(/\/p\//)
}

/** From the home page by the search in its head to a product, as somebody who knows what it is called. */
export async function searchForProduct(page: Page, title: string): Promise<void> {
  await page.goto('/')
  await touch(page.getByRole('button', { name: 'Search' }).first())
  const field = page.getByRole('dialog', { name: 'Search' }).getByRole('searchbox')
  await field.fill(title)
  await field.press('Enter')
  await page.waitForURL(/\/search\?/)
  await touch(page.getByRole('main').getByRole('link', { name: title, exact: true }))
  await page.waitForURL(/\/p\//)
}

/** Puts what is shown in the cart and goes to the checkout, over the cart. */
export async function addAndCheckOut(page: Page): Promise<void> {
  await touch(page.getByRole('button', { name: 'Add to cart' }).first())
  // With scripts a sheet says that it is in the cart; without them the cart itself is shown.
  const viewCart = page.getByRole('link', { name: 'View cart' })
  const checkOut = page
    .getByRole('main')
    .getByRole('region', { name: 'Summary' })
    .getByRole('link', { name: 'Check out' })
  await viewCart.or(checkOut).first().waitFor()
  if (await viewCart.isVisible()) await touch(viewCart)
  await touch(checkOut)
  await page.waitForURL(/\/checkout/)
}

/** Who it is for. */
export async function fillAddress(page: Page, email: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Email' }).fill(email)
  await page.getByRole('textbox', { name: 'Full name' }).fill('Jo Winter')
  await page.getByRole('textbox', { name: 'Street and number' }).fill('Lindenallee 7')
  await page.getByRole('textbox', { name: 'Postcode' }).fill('20259')
  await page.getByRole('textbox', { name: 'City' }).fill('Hamburg')
}

/** Types a card into the bank's own fields: in its frame on the checkout page, or on its page. */
export async function typeCard(at: Page | ReturnType<Page['frameLocator']>, number: string): Promise<void> {
  await at.getByRole('textbox', { name: 'Card number' }).fill(number)
  await at.getByRole('textbox', { name: /Expiry/ }).fill('12/40')
  await at.getByRole('textbox', { name: /Security code/ }).fill('123')
}

/** Pays in the bank's frame. */
export async function payInFrame(page: Page, number: string, tap = touch): Promise<void> {
  await typeCard(page.frameLocator('iframe[title="Card details, entered at the bank"]'), number)
  await tap(page.getByRole('button', { name: /^Pay/ }))
}

/** What the Pay button says will be paid. */
export async function amountToPay(page: Page): Promise<string> {
  const words = (await page.getByRole('button', { name: /^Pay/ }).textContent()) ?? ''
  return words.trim().replace(/^Pay /, '')
}

/** Pays on the bank's own page, where the shop sends who has no scripts. */
export async function payOnBankPage(page: Page, number: string, tap = touch): Promise<void> {
  await tap(page.getByRole('button', { name: /^Pay/ }))
  await page.getByRole('textbox', { name: 'Card number' }).waitFor()
  await typeCard(page, number)
  await tap(page.getByRole('button', { name: /^Pay/ }))
}

/** The labels of the fields of the checkout that must be filled in. */
export function requiredFields(page: Page): Promise<string[]> {
  const labels = (inputs: Element[]) =>
    (inputs as HTMLInputElement[])
      .filter(({ required }) => required)
      .map((input) => input.labels?.[0]?.textContent?.trim() ?? '')
  return page.getByRole('textbox').evaluateAll(labels)
}

/** The number of the order that the page confirms. */
export async function confirmedOrder(page: Page): Promise<string> {
  // Waited for by what is seen: two taps are two journeys of which the browser drops one, and `waitForURL` takes the
  // dropped one for a failure.
  await page.getByRole('region', { name: 'Where it is now' }).waitFor()
  const text = (await page.getByRole('main').textContent()) ?? ''
  const number = /Order (\d+)/.exec(text)?.[1]
  if (!number) throw new Error(`no order number on the page: ${text.slice(0, 300)}`)
  return number
}
