import { type Static, type TSchema, Type } from 'typebox'
import type { ValueDetail, ValueRow } from './list-values.ts'

const nullable = <T extends TSchema & { type: string }>(schema: T) =>
  Type.Unsafe<Static<T> | null>({ ...schema, type: [schema.type, 'null'] })

const Kind = Type.Unsafe<'gift-card' | 'store-credit'>({ type: 'string', enum: ['gift-card', 'store-credit'] })

/** What whoever holds it may see. */
export const BalanceView = Type.Object({
  kind: Kind,
  lastFour: nullable(Type.String()),
  currency: Type.String(),
  availableMinor: Type.Integer(),
  expiresAt: nullable(Type.String()),
})

/** What staff may see. */
export const ValueRowView = Type.Object({
  id: Type.String(),
  kind: Kind,
  lastFour: nullable(Type.String()),
  currency: Type.String(),
  balanceMinor: Type.Integer(),
  heldMinor: Type.Integer({ description: 'Promised to orders that are being paid or wait to be sent.' }),
  disabled: Type.Boolean(),
  expiresAt: nullable(Type.String()),
  soldWithOrderId: nullable(Type.String()),
  createdAt: Type.String(),
  holder: Type.Object({ email: Type.Optional(Type.String()), name: Type.Optional(Type.String()) }),
})

export const ValueDetailView = Type.Object(
  {
    ...ValueRowView.properties,
    link: nullable(Type.String({ description: 'Lets its owner spend store credit: for nobody else.' })),
    entries: Type.Array(
      Type.Object({
        id: Type.Integer(),
        kind: Type.String(),
        amountMinor: Type.Integer(),
        orderId: nullable(Type.String()),
        reason: nullable(Type.String()),
        actor: Type.String(),
        occurredAt: Type.String(),
      }),
    ),
  },
  { $id: 'StoredValue' },
)

/** A row with its dates as texts. */
export function shownRow(row: ValueRow) {
  return { ...row, expiresAt: row.expiresAt?.toISOString() ?? null, createdAt: row.createdAt.toISOString() }
}

/** The same with its entries. */
export function shownDetail({ entries, link, ...row }: ValueDetail) {
  const shown = entries.map((entry) => ({ ...entry, occurredAt: entry.occurredAt.toISOString() }))
  return { ...shownRow(row), link, entries: shown }
}
