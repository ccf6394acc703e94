import { buildApp, listeners, startBackground } from '../../app.ts'
import { type EventDispatcher, startEventDispatcher } from '../event-dispatcher.ts'
import type { Http } from '../http.ts'
import { settleEvents } from './settle-events.ts'
import { openTestShop, type TestShop } from './test-shop.ts'

/** A test's own shop with every module's routes. */
export type TestApp = TestShop & {
  /** Ask it with `http.inject`; it listens nowhere. */
  http: Http
  /** Hands every event that is due to every listener of the shop, and waits until they are done. */
  deliverEvents(): Promise<void>
}

/** Opens a test shop with its whole API, hearing of changes as a running process does, and its listeners at hand. */
export async function openTestApp(options: Parameters<typeof openTestShop>[0] = {}): Promise<TestApp> {
  const shop = await openTestShop(options)
  await shop.ctx.changes.start()
  const background = startBackground(shop.ctx)
  const http = await buildApp(shop.ctx)
  await http.ready()
  let dispatcher: EventDispatcher | undefined
  return {
    ...shop,
    http,
    async deliverEvents() {
      dispatcher ??= startEventDispatcher(shop.ctx, listeners)
      await settleEvents(shop.ctx, dispatcher)
    },
    async close() {
      await dispatcher?.stop()
      await http.close()
      await background.stop()
      await shop.close()
    },
  }
}
