import { PassThrough, Readable } from 'node:stream'
import { type TSchema, Type } from 'typebox'
import type { Shop } from '../../platform/context.ts'
import type { Http } from '../../platform/http.ts'
import { toDecimal } from '../../platform/money.ts'
import { Problem } from '../../platform/problem.ts'
import { trialBalance, wrongBalances } from '../ledger/index.ts'
import { ownerOnly, requireStaff } from '../staff/index.ts'
import { accountCsv, accountEntries } from './account-entries.ts'
import { exportBooks } from './export-books.ts'
import { periodOf } from './period.ts'
import { BalanceView, EntryView, pageView } from './views.ts'

const failures = { '4xx': Problem, '5xx': Problem }
const tags = ['Back office']
const day = (words: string) => Type.Optional(Type.String({ format: 'date', description: words }))
const days = { from: day("The first day, in the shop's own time."), until: day('The last day, included.') }
const ofAccount = Type.Object({ account: Type.String({ maxLength: 100 }) })
const currency = Type.Optional(Type.String({ pattern: '^[A-Z]{3}$' }))
const file = (
  type: string,
  description: string,
): Record<string, unknown> & { content: Record<string, { schema: TSchema }> } => ({
  description,
  content: { [type]: { schema: Type.String() } },
})

/** The books. */
export function ledgerRoutes(http: Http, ctx: Shop): void {
  const preHandler = requireStaff(ctx, ownerOnly)
  fileRoutes(http, ctx)

  http.get(
    '/api/admin/ledger',
    {
      preHandler,
      schema: {
        operationId: 'readTrialBalance',
        tags,
        summary: 'What every account stands at; the balances of a currency sum to zero',
        description: 'Of a period: what it opened with, what was booked on each side, and what it closed with.',
        querystring: Type.Object(days),
        response: { 200: Type.Object({ accounts: Type.Array(BalanceView) }), ...failures },
      },
    },
    async (request) => ({ accounts: await trialBalance(ctx, await periodOf(ctx, request.query)) }),
  )

  http.get(
    '/api/admin/ledger/check',
    {
      preHandler,
      schema: {
        operationId: 'checkBalances',
        tags,
        summary: 'Sum every entry again, and answer the balances that differ from it',
        response: {
          200: Type.Object({
            wrong: Type.Array(
              Type.Object({
                account: Type.String(),
                currency: Type.String(),
                keptMinor: Type.Integer(),
                bookedMinor: Type.Integer(),
              }),
            ),
          }),
          ...failures,
        },
      },
    },
    async () => ({ wrong: await wrongBalances(ctx) }),
  )

  http.get(
    '/api/admin/ledger/:account',
    {
      preHandler,
      schema: {
        operationId: 'listAccountEntries',
        tags,
        summary: 'What was booked on an account, the newest first, with the balance after each line',
        params: ofAccount,
        querystring: Type.Object({
          ...days,
          currency,
          cursor: Type.Optional(Type.String({ maxLength: 300 })),
          limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
        }),
        response: { 200: pageView(EntryView), ...failures },
      },
    },
    async (request) => {
      const { limit, from, until, ...rest } = request.query
      const period = await periodOf(ctx, { from, until })
      const page = await accountEntries(ctx, {
        ...period,
        ...rest,
        account: request.params.account,
        limit: limit ?? 50,
      })
      return { ...page, items: page.items.map((entry) => ({ ...entry, occurredAt: entry.occurredAt.toISOString() })) }
    },
  )
}

function fileRoutes(http: Http, ctx: Shop): void {
  const preHandler = requireStaff(ctx, ownerOnly)

  http.get(
    '/api/admin/ledger/journal',
    {
      preHandler,
      schema: {
        operationId: 'downloadJournal',
        tags,
        summary: 'The books as a journal for hledger',
        description: 'Try `hledger -f books.journal check --strict` and `hledger -f books.journal bal`.',
        querystring: Type.Object(days),
        response: { 200: file('text/plain', 'The journal.'), ...failures },
      },
    },
    async (request, reply) => {
      await periodOf(ctx, request.query)
      const out = new PassThrough()
      exportBooks(ctx, { out, ...request.query }).then(
        () => out.end(),
        (error: Error) => out.destroy(error),
      )
      return reply
        .header('content-disposition', `attachment; filename="books${daysIn(request.query)}.journal"`)
        .header('cache-control', 'no-store')
        .type('text/plain; charset=utf-8')
        .send(out as never)
    },
  )

  http.get(
    '/api/admin/ledger/:account/csv',
    {
      preHandler,
      schema: {
        operationId: 'downloadAccount',
        tags,
        summary: 'What was booked on an account, the oldest first, as CSV',
        params: ofAccount,
        querystring: Type.Object({ ...days, currency }),
        response: { 200: file('text/csv', 'One line for each entry.'), ...failures },
      },
    },
    async (request, reply) => {
      const { account } = request.params
      const period = await periodOf(ctx, request.query)
      const dayOf = new Intl.DateTimeFormat('en-CA', { timeZone: period.timeZone })
      const lines = accountCsv(ctx, {
        ...period,
        account,
        currency: request.query.currency,
        decimal: toDecimal,
        day: (at) => dayOf.format(at),
      })
      return reply
        .header(
          'content-disposition',
          `attachment; filename="${account.replace(/[^a-z0-9-]+/g, '-')}${daysIn(request.query)}.csv"`,
        )
        .header('cache-control', 'no-store')
        .type('text/csv; charset=utf-8')
        .send(Readable.from(lines) as never)
    },
  )
}

/** The days of a period as a part of a file's name. */
function daysIn({ from, until }: { from?: string; until?: string }): string {
  return [from && `-from-${from}`, until && `-until-${until}`].filter(Boolean).join('')
}
