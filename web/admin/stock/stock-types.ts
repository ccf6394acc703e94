/** What the API answers about the stock. */

type Named = { title: string; variantTitle: string; sku: string | null; barcode: string | null }

export type Place = { id: string; name: string }

export type StockRow = Named & {
  id: string
  productId: string | null
  onHand: number
  reserved: number
  free: number
  inTransit: number
  owed: number
  lowAt: number
}

export type StockFilter = 'all' | 'low' | 'out' | 'owed'
export type StockPage = { items: StockRow[]; next: string | null; counts: Record<StockFilter, number> }

export type StockItem = Named & {
  id: string
  productId: string | null
  lowAt: number
  levels: { locationId: string; name: string; onHand: number; reserved: number; inTransit: number }[]
  takenBy: { variantId: string; productId: string; title: string; variantTitle: string; quantity: number }[]
  history: { date: string; onHand: number }[]
}

export type Movement = {
  id: number
  occurredAt: string
  locationName: string
  quantity: number
  onHandAfter: number
  reason: string
  note: string | null
  documentId: string | null
  orderNumber: number | null
  actorName: string | null
}

export type Paper = {
  id: string
  kind: 'receipt' | 'adjustment' | 'transfer' | 'count'
  status: 'open' | 'review' | 'sent' | 'done' | 'discarded'
  locationId: string
  locationName: string
  toLocationId: string | null
  toLocationName: string | null
  reason: string | null
  note: string | null
  startedAt: string
  startedByName: string | null
  doneAt: string | null
  doneByName: string | null
  items: number
  counted: number
  pieces: number
}

export type PaperLine = Named & {
  inventoryItemId: string
  quantity: number | null
  expected: number | null
  arrived: number | null
}

export type PaperDetail = Paper & { lines: PaperLine[] }
