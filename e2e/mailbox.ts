import type { Page } from 'playwright-core'

/** Opens a mail on the demo's mailbox page. */
export async function openMail(page: Page, of: { email: string; subject: string }): Promise<void> {
  await page.goto('/demo/mailbox')
  await page.getByRole('link').filter({ hasText: of.email }).filter({ hasText: of.subject }).first().tap()
  await page.getByRole('heading', { name: of.subject }).waitFor()
}

/** Where the opened mail leads its reader: to the page of the order. */
export async function orderLinkIn(page: Page): Promise<string> {
  const link = page.frameLocator('iframe').locator('a[href*="/orders/"]').first()
  const address = await link.getAttribute('href')
  if (!address) throw new Error('the mail has no link to its order')
  return address
}
