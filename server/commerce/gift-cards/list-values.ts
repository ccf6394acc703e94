import type { Shop } from '../../platform/context.ts'
import { emailIndex } from '../../platform/email-index.ts'
import { type Statement, sql } from '../../platform/sql.ts'
import { storeCreditKey } from './credit-customer.ts'
import { errors } from './errors.ts'
import type { CardHolder } from './issue-card.ts'
import type { StoredValueEntryRow, StoredValueKind, StoredValueRow } from './tables.ts'

/** A gift card or a credit as staff see it; its code is not there to be seen. */
export type ValueRow = Pick<
  StoredValueRow,
  | 'id'
  | 'kind'
  | 'currency'
  | 'balanceMinor'
  | 'heldMinor'
  | 'disabled'
  | 'lastFour'
  | 'expiresAt'
  | 'soldWithOrderId'
  | 'createdAt'
> & { holder: CardHolder }

/** The same with everything that moved it, the newest first. */
export type ValueDetail = ValueRow & {
  entries: Omit<StoredValueEntryRow, 'accountId' | 'reference'>[]
  /** The page on which its owner may spend it, for store credit: whoever has this link may. */
  link: string | null
}

/** Gift cards, or store credit, page by page, the newest first; found by the last four of a code or by an address. */
export async function listValues(
  ctx: Shop,
  of: { kind: StoredValueKind; q?: string | undefined; cursor?: string | undefined; limit: number },
): Promise<{ items: ValueRow[]; next: string | null }> {
  const q = of.q?.trim() || null
  const found = await read(
    ctx,
    sql`kind = ${of.kind} and (${of.cursor ?? null}::text is null or id < ${of.cursor ?? null})
      and (${q}::text is null or last_four = upper(${q}) or email_index = ${q?.includes('@') ? emailIndex(ctx, q) : null})
      order by id desc limit ${of.limit + 1}`,
  )
  const items = found.slice(0, of.limit)
  return { items, next: found.length > of.limit ? (items.at(-1)?.id ?? null) : null }
}

/** One of them with its entries; `gift-cards.not-found` when there is none. */
export async function valueDetail(ctx: Shop, accountId: string): Promise<ValueDetail> {
  const [[value], entries] = await Promise.all([
    read(ctx, sql`id = ${accountId}`),
    ctx.database.rows<ValueDetail['entries'][number]>(sql`
      select id, kind, amount_minor, order_id, reason, actor, occurred_at from stored_value_entries
      where account_id = ${accountId} order by id desc limit 500`),
  ])
  if (!value) throw errors.notFound()
  const query = new URLSearchParams({ credit: accountId, key: storeCreditKey(ctx, accountId) })
  return { ...value, entries, link: value.kind === 'store-credit' ? `${ctx.config.baseUrl}/gift-card?${query}` : null }
}

async function read(ctx: Shop, which: Statement): Promise<ValueRow[]> {
  const rows = await ctx.database.rows<Omit<ValueRow, 'holder'> & { holderSealed: Buffer | null }>(sql`
    select id, kind, currency, balance_minor, held_minor, disabled, last_four, expires_at, sold_with_order_id, created_at,
      holder_sealed
    from stored_value_accounts where ${which}`)
  return rows.map(({ holderSealed, ...value }) => ({
    ...value,
    holder: holderSealed ? ctx.vault.open<CardHolder>(holderSealed, 'gift-card') : {},
  }))
}
