import { ask } from '../../ui/api.ts'
import { textIn } from '../staff.ts'
import type { StockItem } from './stock-types.ts'
import { adjustReasons, itemWords } from './stock-words.ts'

export type FormKind = 'receive' | 'adjust' | 'transfer'

/** A form as far as it was filled in. It travels with each request, so that it needs no memory and no JavaScript. */
export type StockForm = {
  lines: { id: string; label: string; quantity: string }[]
  fields: { locationId: string; toLocationId: string; reason: string; note: string; isAtOnce: string }
  key: string
  problem?: string
  status?: number
}

const fieldNames = ['locationId', 'toLocationId', 'reason', 'note', 'isAtOnce'] as const

/** A new form, with the item and the place that the address names. */
export async function newStockForm(locals: App.Locals, url: URL): Promise<StockForm> {
  const field = (name: string) => url.searchParams.get(name) ?? ''
  const fields = Object.fromEntries(fieldNames.map((name) => [name, field(name)])) as StockForm['fields']
  const form: StockForm = { lines: [], fields, key: crypto.randomUUID() }
  const item = field('item')
  if (item === '') return form
  const answer = await ask<StockItem>(locals, `GET /api/admin/stock/${encodeURIComponent(item)}`)
  if (answer.ok) form.lines.push({ id: item, label: itemWords(answer.value), quantity: '1' })
  return form
}

/** Reads a form that was sent. */
export function readStockForm(form: FormData): StockForm {
  const fields = Object.fromEntries(fieldNames.map((name) => [name, textIn(form, name)])) as StockForm['fields']
  const removed = textIn(form, 'remove')
  const lines = [...form.keys()]
    .filter((name) => name.startsWith('label:'))
    .map((name) => name.slice('label:'.length))
    .filter((id) => id !== removed)
    .map((id) => ({ id, label: textIn(form, `label:${id}`), quantity: textIn(form, `quantity:${id}`) }))
  return { lines, fields, key: textIn(form, 'key') || crypto.randomUUID() }
}

/** Does what the pressed button asks for. Answers the paper that came of it, or the form to go on with. */
export async function doStockForm(
  locals: App.Locals,
  of: { kind: FormKind; form: FormData },
): Promise<{ paperId: string } | StockForm> {
  const state = readStockForm(of.form)
  if (of.form.has('remove')) return state
  const code = textIn(of.form, 'code')
  if (code !== '') {
    const problem = await addScanned(locals, state, { code, quantity: textIn(of.form, 'add') || '1' })
    if (problem) return { ...state, ...problem }
  }
  if (textIn(of.form, 'action') !== 'done') return state
  return send(locals, of.kind, state)
}

async function addScanned(
  locals: App.Locals,
  state: StockForm,
  scanned: { code: string; quantity: string },
): Promise<{ problem: string; status: number } | undefined> {
  const answer = await ask<StockItem>(locals, `GET /api/admin/stock-codes/${encodeURIComponent(scanned.code)}`)
  if (!answer.ok) return { problem: answer.problem.title, status: answer.status }
  const known = state.lines.find((line) => line.id === answer.value.id)
  if (known) known.quantity = String((Number(known.quantity) || 0) + (Number(scanned.quantity) || 0))
  else state.lines.unshift({ id: answer.value.id, label: itemWords(answer.value), quantity: scanned.quantity })
  return undefined
}

async function send(locals: App.Locals, kind: FormKind, state: StockForm): Promise<{ paperId: string } | StockForm> {
  if (state.lines.length === 0) return { ...state, problem: 'Scan or type at least one item first.', status: 422 }
  const { locationId, toLocationId, reason, note, isAtOnce } = state.fields
  const sign = kind === 'adjust' ? (adjustReasons[reason as keyof typeof adjustReasons]?.sign ?? 1) : 1
  const lines = state.lines.map((line) => ({
    inventoryItemId: line.id,
    quantity: sign === -1 ? -Math.abs(Number(line.quantity || 'none')) : Number(line.quantity || 'none'),
  }))
  if (!lines.every(({ quantity }) => Number.isInteger(quantity) && quantity !== 0))
    return { ...state, problem: 'A quantity is a whole number, and not zero.', status: 422 }
  const paths = { receive: 'stock-receipts', adjust: 'stock-adjustments', transfer: 'stock-transfers' } as const
  const more =
    kind === 'adjust' ? { reason } : kind === 'transfer' ? { toLocationId, isAtOnce: isAtOnce === 'yes' } : {}
  const answer = await ask<{ id: string }>(locals, `POST /api/admin/${paths[kind]}`, {
    headers: { 'idempotency-key': state.key },
    body: { locationId, lines, ...more, ...(note ? { note } : {}) },
  })
  if (answer.ok) return { paperId: answer.value.id }
  // What was changed after a refusal is another request, and gets another key.
  const key = crypto.randomUUID()
  return {
    ...state,
    key,
    problem: answer.problem.title || 'This did not work. Please try again.',
    status: answer.status,
  }
}
