import type { BankState, NewRecord } from './bank-records.ts'

/** What can be made to go wrong. All but `error-before` happen after the bank has done what it was asked. */
export const faultKinds = [
  'delay',
  'error-before',
  'error-after',
  'lost-answer',
  'webhook-late',
  'webhook-doubled',
  'webhook-reordered',
  'webhook-held',
] as const
export type FaultKind = (typeof faultKinds)[number]

/** Where: an operation of the API, `ask` for what is only read, or any of them. Webhooks are told apart by the kind. */
export const faultPlaces = [
  'any',
  'authorize',
  'capture',
  'void',
  'refund',
  'create-payment-page',
  'cancel-payment-page',
  'cancel-challenge',
  'ask',
] as const
export type FaultPlace = (typeof faultPlaces)[number]

export type Fault = {
  id: string
  kind: FaultKind
  place: FaultPlace
  /** How often out of a hundred. The same log and the same calls meet the same faults. */
  percent: number
  /** How many times in all; null until it is cleared. */
  timesMax: number | null
  /** How late or how slow, in milliseconds. */
  ms: number
}

/** What a fault is when nothing more is said. */
export const faultDefaults = { place: 'any', percent: 100, timesMax: null, ms: 3000 } as const

/** The fault that this call meets, and the record to write because it was met. */
export function meetFault(
  state: BankState,
  of: { place: FaultPlace; isWebhook?: boolean; salt: string },
): { fault: Fault; record: NewRecord } | undefined {
  for (const fault of state.faults.values()) {
    if (fault.kind.startsWith('webhook-') !== (of.isWebhook ?? false)) continue
    if (fault.place !== 'any' && fault.place !== of.place) continue
    if (fault.timesMax !== null && fault.used >= fault.timesMax) continue
    if (chanceOf(`${fault.id} ${fault.used} ${of.salt}`) >= fault.percent) continue
    return { fault, record: { type: 'fault.used', faultId: fault.id } }
  }
  return undefined
}

/** A number from 0 up to 100 that the text alone decides (FNV-1a, stirred once more for its short inputs). */
function chanceOf(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39)
  return (((hash ^ (hash >>> 15)) >>> 0) / 0x1_0000_0000) * 100
}

/** A fault as it may be sent along with one call: `lost-answer`, or `delay=500`. */
export function faultOfHeader(header: string): Fault | undefined {
  const [name = '', ms] = header.split('=')
  const kind = faultKinds.find((each) => each === name && !each.startsWith('webhook-'))
  if (!kind || (ms !== undefined && !/^\d{1,6}$/.test(ms))) return undefined
  return { id: 'header', kind, ...faultDefaults, ms: ms === undefined ? faultDefaults.ms : Number(ms) }
}
