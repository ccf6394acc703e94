import type { Browser, Page } from 'playwright-core'

/** Somebody at a browser of their own, with what it complained about. */
export type Visitor = {
  page: Page
  /** Errors in its console: scripts that threw, rules that were broken, files that were not there. */
  complaints: string[]
  close(): Promise<void>
}

const devices = {
  phone: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true },
  desktop: { viewport: { width: 1280, height: 800 } },
}

/** Opens a fresh browser profile on a phone or at a desk. */
export async function openVisitor(
  browser: Browser,
  of: { device: keyof typeof devices; baseURL: string; javaScript?: boolean },
): Promise<Visitor> {
  const context = await browser.newContext({
    ...devices[of.device],
    baseURL: of.baseURL,
    javaScriptEnabled: of.javaScript ?? true,
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
  })
  context.setDefaultTimeout(15_000)
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`${message.text()} (${message.location().url})`)
  })
  page.on('pageerror', (error) => {
    // The browser's own remark that the bank's page, where one arrives, takes no part in animated page changes.
    if (!String(error).includes('ViewTransition opt-in disabled')) complaints.push(String(error))
  })
  return { page, complaints, close: () => context.close() }
}

/** Runs a story; when it fails, leaves a picture of the page beside the words of the failure. */
export async function tell(visitor: Visitor, story: () => Promise<void>): Promise<void> {
  try {
    await story()
  } catch (error) {
    const shown = await visitor.page
      .locator('body')
      .ariaSnapshot({ timeout: 2000 })
      .catch(() => 'nothing')
    if (error instanceof Error)
      error.message += `\n\nAt ${visitor.page.url()} was shown:\n${shown}\n${visitor.complaints.join('\n')}`
    throw error
  }
}
