import { expect, test } from 'vitest'
import { findBrowser, openBrowser } from './open-browser.ts'

test('a machine without a browser uses the one that npm brought, with its own libraries and fonts', async (context) => {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    context.skip('not run here: the browser that npm brings is for Linux on x64')
  const wanted = { BARROW_BROWSER: 'bundled' }
  expect(await findBrowser(wanted)).toMatchObject({ kind: 'bundled' })
  const browser = await openBrowser(wanted)
  const page = await browser.newPage()
  // A name that is nobody's, a fallback and a field: where not one font is found, this ends the browser.
  await page.setContent(
    '<p style="font-family: Nobodys, system-ui">open</p><input value="1"><select><option>a</select>',
  )
  await page.screenshot()
  expect((await page.locator('p').boundingBox())?.height).toBeGreaterThan(10)
  await browser.close()
})

test('a browser that is named is the one that is used', async () => {
  expect(await findBrowser({ CHROMIUM_PATH: '/opt/own/chromium', PATH: process.env.PATH })).toEqual({
    kind: 'system',
    executablePath: '/opt/own/chromium',
    env: {},
  })
})
