import { type TSchema, Type } from 'typebox'
import { nullable, oneOf } from '../carts/index.ts'
import { adjustReasons } from '../inventory/index.ts'
import { documentKinds, documentStatuses } from './tables.ts'

const text = Type.String()
const whole = Type.Integer()
const named = { title: text, variantTitle: text, sku: nullable(text), barcode: nullable(text) }

/** A page of a list; `next` is what to ask for the following one, null at the end. */
export function pageView<T extends TSchema>(item: T) {
  return Type.Object({ items: Type.Array(item), next: nullable(text) })
}

export const StockRowView = Type.Object({
  id: text,
  productId: nullable(text),
  ...named,
  onHand: whole,
  reserved: whole,
  free: Type.Integer({ description: 'What can still be promised.' }),
  inTransit: Type.Integer({ description: 'On the way between places.' }),
  owed: Type.Integer({ description: 'Sold on backorder and not there: more is promised than there is.' }),
  lowAt: whole,
})

export const StockItemView = Type.Object(
  {
    id: text,
    productId: nullable(text),
    ...named,
    lowAt: whole,
    levels: Type.Array(Type.Object({ locationId: text, name: text, onHand: whole, reserved: whole, inTransit: whole })),
    takenBy: Type.Array(
      Type.Object({ variantId: text, productId: text, title: text, variantTitle: text, quantity: whole }),
      { description: 'Variants that take pieces of it; a set takes several.' },
    ),
    history: Type.Array(Type.Object({ date: text, onHand: whole }), {
      description: 'What lay everywhere at the end of each of the last ninety days.',
    }),
  },
  { $id: 'StockItem' },
)

export const MovementView = Type.Object({
  id: whole,
  occurredAt: text,
  locationId: text,
  locationName: text,
  quantity: whole,
  onHandAfter: whole,
  reason: text,
  note: nullable(text),
  documentId: nullable(text),
  orderNumber: nullable(whole),
  actorName: nullable(text),
})

export const FoundItemView = Type.Object({ id: text, ...named })

const documentRow = {
  id: text,
  kind: oneOf(documentKinds),
  status: oneOf(documentStatuses),
  locationId: text,
  locationName: text,
  toLocationId: nullable(text),
  toLocationName: nullable(text),
  reason: Type.Union([oneOf(adjustReasons), Type.Null()]),
  note: nullable(text),
  startedAt: text,
  startedByName: nullable(text),
  doneAt: nullable(text),
  doneByName: nullable(text),
  items: whole,
  counted: whole,
  pieces: whole,
}

export const DocumentRowView = Type.Object(documentRow)

export const DocumentView = Type.Object(
  {
    ...documentRow,
    lines: Type.Array(
      Type.Object({
        inventoryItemId: text,
        ...named,
        quantity: nullable(whole),
        expected: Type.Union([whole, Type.Null()], {
          description: 'Of a count, once it is closed: what was believed to lie there when it was counted.',
        }),
        arrived: nullable(whole),
      }),
    ),
  },
  { $id: 'StockDocument' },
)

/** What a line of a request says: an item by its id, or by its SKU or barcode, and how many pieces. */
export const lineView = (minimum: number) =>
  Type.Object(
    {
      inventoryItemId: Type.Optional(Type.String({ minLength: 1, maxLength: 60 })),
      code: Type.Optional(Type.String({ minLength: 1, maxLength: 100, description: 'A SKU or a barcode.' })),
      quantity: Type.Integer({ minimum, maximum: 10_000_000 }),
    },
    { additionalProperties: false },
  )
