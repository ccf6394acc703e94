import * as backOffice from './commerce/back-office/index.ts'
import * as carts from './commerce/carts/index.ts'
import * as checkout from './commerce/checkout/index.ts'
import * as fulfillment from './commerce/fulfillment/index.ts'
import * as giftCards from './commerce/gift-cards/index.ts'
import * as invoices from './commerce/invoices/index.ts'
import * as notifications from './commerce/notifications/index.ts'
import * as orders from './commerce/orders/index.ts'
import * as pricing from './commerce/pricing/index.ts'
import * as promotions from './commerce/promotions/index.ts'
import { startSearch } from './commerce/search/index.ts'
import * as staff from './commerce/staff/index.ts'
import * as stockroom from './commerce/stockroom/index.ts'
import * as storefront from './commerce/storefront/index.ts'
import * as stores from './commerce/stores/index.ts'
import * as webhooks from './commerce/webhooks/index.ts'
import { backupJob } from './platform/backup/keep-backups.ts'
import { isClosing } from './platform/close-gently.ts'
import type { Shop } from './platform/context.ts'
import type { Listener } from './platform/events.ts'
import { buildHttp, type Http, type Routes } from './platform/http.ts'
import { forgetOldKeys } from './platform/idempotency.ts'
import type { Job } from './platform/jobs.ts'
import { Problem } from './platform/problem.ts'
import { mountSignIn } from './platform/sign-in.ts'

const routes: readonly Routes[] = [
  stores.routes,
  storefront.routes,
  carts.routes,
  giftCards.routes,
  checkout.routes,
  orders.routes,
  fulfillment.routes,
  invoices.routes,
  notifications.routes,
  staff.routes,
  backOffice.routes,
  webhooks.routes,
  stockroom.routes,
  pricing.routes,
  promotions.routes,
]

/** What hears of events. */
export const listeners: readonly Listener[] = [
  ...orders.listeners,
  ...checkout.listeners,
  ...fulfillment.listeners,
  ...invoices.listeners,
  ...notifications.listeners,
  ...webhooks.listeners,
  ...promotions.listeners,
]

/** What happens by the clock. */
export const jobs: readonly Job[] = [
  ...checkout.jobs,
  ...giftCards.jobs,
  ...webhooks.jobs,
  backupJob,
  ...pricing.jobs,
  { name: 'forget-old-idempotency-keys', cron: '17 3 * * *', run: async (ctx) => void (await forgetOldKeys(ctx)) },
]

/** Starts what modules keep in memory. */
export function startBackground(ctx: Shop): { stop(): Promise<void> } {
  return startSearch(ctx)
}

/** Puts every module's routes on one server, and the pages where there are any; it does not listen yet. */
export async function buildApp(
  ctx: Shop,
  web?: storefront.PageServer,
  addMore: (http: Http) => void = () => {},
): Promise<Http> {
  const http = await buildHttp(ctx)
  http.addSchema(Problem)
  mountSignIn(http, ctx)
  for (const register of routes) await register(http, ctx)
  http.get('/openapi.json', { schema: { hide: true } }, () => http.swagger())
  http.get('/healthz', { schema: { hide: true } }, () => ({ status: 'ok' }))
  http.get('/readyz', { schema: { hide: true } }, async (_request, reply) => {
    const ready = await ctx.database.pool.query('select 1').then(
      () => true,
      () => false,
    )
    if (ready && !isClosing(http)) return { status: 'ready' }
    return reply.code(503).send({ status: ready ? 'closing' : 'the database does not answer' })
  })
  addMore(http)
  await storefront.servePictures(http, ctx)
  if (web) await storefront.servePages(http, ctx, web)
  return http
}
