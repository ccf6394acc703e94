import type { Shop } from '../../platform/context.ts'
import type { Transaction } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'
import { sql } from '../../platform/sql.ts'
import { markets } from '../stores/index.ts'
import { bookValue } from './books.ts'
import { codeHash, lastFourOf, newCode } from './code.ts'
import { errors } from './errors.ts'

/** Whom a card is for, as far as somebody said. */
export type CardHolder = { email?: string; name?: string; message?: string; from?: string }

/** A card with its code, which nobody will see again. */
export type IssuedCard = { id: string; code: string }

/** A card to be made. `sold` with an order, by the piece `reference`; `issued` by staff, for a reason. */
export type NewCard = {
  currency: string
  amountMinor: number
  expiresAt?: Date | null
  holder?: CardHolder
  actor: string
} & (
  | { kind: 'sold'; reference: string; orderId: string }
  | { kind: 'issued'; reason: string; orderId?: undefined; reference?: undefined }
)

/**
 * Makes a gift card: its code, its first entry, and what the books say of it. The code of a sold one is kept sealed
 * until it has been mailed. A piece that has been sold as a card before is not sold again: then undefined.
 */
export async function issueCard(ctx: Shop, tx: Transaction, card: NewCard): Promise<IssuedCard | undefined> {
  const now = ctx.clock.now()
  if (!(await markets(ctx)).some((market) => market.currency === card.currency))
    throw errors.invalidCurrency({ currency: card.currency })
  if (card.expiresAt && card.expiresAt <= now) throw errors.expiresInThePast()
  if (card.kind === 'sold') {
    const known = await tx.maybe(
      sql`select id from stored_value_entries where kind = 'sold' and reference = ${card.reference}`,
    )
    if (known) return undefined
  }
  const id = newId('giftCard')
  const code = newCode()
  const { kind, currency, amountMinor, holder, orderId = null } = card
  const reference = card.reference ?? id
  await tx.run(sql`
    with card as (
      insert into stored_value_accounts (id, kind, currency, balance_minor, code_hash, last_four, code_sealed, expires_at,
        holder_sealed, sold_with_order_id, created_at, updated_at)
      values (${id}, 'gift-card', ${currency}, ${amountMinor}, ${codeHash(ctx, code)}, ${lastFourOf(code)},
        ${kind === 'sold' ? ctx.vault.seal(code, 'gift-card') : null}, ${card.expiresAt ?? null},
        ${holder ? ctx.vault.seal(holder, 'gift-card') : null}, ${orderId}, ${now}, ${now})
      returning id
    )
    insert into stored_value_entries (account_id, kind, amount_minor, reference, order_id, reason, actor, occurred_at)
    select id, ${kind}, ${amountMinor}, ${reference}, ${orderId}, ${kind === 'issued' ? card.reason : null},
      ${card.actor}, ${now} from card`)
  const against = kind === 'sold' ? 'sold' : 'goodwill'
  await bookValue(ctx, tx, { kind: 'gift-card', movement: kind, reference, currency, amountMinor, against })
  return { id, code }
}

/** A sold card as its mail shows it; undefined once it has been mailed, because then the code is known to nobody here. */
export async function cardToMail(ctx: Shop, cardId: string) {
  const card = await ctx.database.maybe<{
    codeSealed: Buffer
    holderSealed: Buffer | null
    currency: string
    amountMinor: number
    expiresAt: Date | null
  }>(sql`
    select a.code_sealed, a.holder_sealed, a.currency, a.expires_at, e.amount_minor
    from stored_value_accounts a join stored_value_entries e on e.account_id = a.id and e.kind = 'sold'
    where a.id = ${cardId} and a.code_sealed is not null`)
  if (!card) return undefined
  return {
    code: ctx.vault.open<string>(card.codeSealed, 'gift-card'),
    holder: card.holderSealed ? ctx.vault.open<CardHolder>(card.holderSealed, 'gift-card') : {},
    currency: card.currency,
    amountMinor: card.amountMinor,
    expiresAt: card.expiresAt,
  }
}

/** The mail with the code has left: from now on only its holder knows it. */
export async function forgetCode(ctx: Shop, cardId: string): Promise<void> {
  await ctx.database.run(sql`update stored_value_accounts set code_sealed = null where id = ${cardId}`)
}
