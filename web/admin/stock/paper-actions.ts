import { type Answer, ask } from '../../ui/api.ts'
import { textIn } from '../staff.ts'
import type { PaperDetail } from './stock-types.ts'

type Outcome = { problem?: undefined; done: string } | { problem: string; status: number }

/** Does what a form on a paper's page asks for. `done` is what the address says after it. */
export async function doPaperAction(locals: App.Locals, of: { paper: PaperDetail; form: FormData }): Promise<Outcome> {
  const { paper, form } = of
  const action = textIn(form, 'action')
  if (action === 'receive') return outcomeOf(await receive(locals, paper, form), '?done=yes')
  if (action === 'scan') {
    const line = { code: textIn(form, 'code'), quantity: wholeIn(form, 'quantity') }
    return outcomeOf(await enter(locals, paper, [line]), '')
  }
  if (action === 'save') return saveSheet(locals, paper, form)
  if (action === 'apply' || action === 'recount' || action === 'discard')
    return outcomeOf(await step(locals, paper, action), action === 'recount' ? '' : '?done=yes')
  return { problem: 'This page does not know what to do.', status: 400 }
}

/** Enters what is new on the sheet: a number that was there before was counted then, not now. */
async function saveSheet(locals: App.Locals, paper: PaperDetail, form: FormData): Promise<Outcome> {
  const then = textIn(form, 'then')
  if (then === 'discard') return outcomeOf(await step(locals, paper, 'discard'), '')
  const lines = paper.lines
    .map(({ inventoryItemId: id }) => ({ id, now: textIn(form, `count:${id}`), was: textIn(form, `was:${id}`) }))
    .filter(({ now, was }) => now !== '' && now !== was)
    .map(({ id }) => ({ inventoryItemId: id, quantity: wholeIn(form, `count:${id}`) }))
  if (lines.length > 0) {
    const entered = outcomeOf(await enter(locals, paper, lines), '')
    if (entered.problem !== undefined) return entered
  }
  return then === 'review' ? outcomeOf(await step(locals, paper, 'review'), '') : { done: '?done=yes' }
}

function receive(locals: App.Locals, paper: PaperDetail, form: FormData): Promise<Answer<unknown>> {
  const lines = paper.lines.map(({ inventoryItemId }) => ({
    inventoryItemId,
    quantity: wholeIn(form, `arrived:${inventoryItemId}`),
  }))
  return ask(locals, `POST /api/admin/stock-transfers/${paper.id}/receive`, { body: { lines } })
}

function enter(locals: App.Locals, paper: PaperDetail, lines: object[]): Promise<Answer<unknown>> {
  return ask(locals, `POST /api/admin/stock-counts/${paper.id}/lines`, { body: { lines } })
}

function step(locals: App.Locals, paper: PaperDetail, name: string): Promise<Answer<unknown>> {
  return ask(locals, `POST /api/admin/stock-counts/${paper.id}/${name as 'review'}`)
}

function wholeIn(form: FormData, field: string): number {
  return Number(textIn(form, field) || 'none')
}

function outcomeOf(answer: Answer<unknown>, done: string): Outcome {
  if (answer.ok) return { done }
  const isForm = answer.problem.code === 'http.bad-request'
  return { problem: isForm ? 'A quantity is a whole number.' : answer.problem.title, status: answer.status }
}
