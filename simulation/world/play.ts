import type { Database } from '../../server/platform/database.ts'
import { ExpectedError, OutageError } from '../../server/platform/errors.ts'
import type { Owner } from './scheduler.ts'
import type { ShopAtPlay, Stage } from './stage.ts'

/** A good on sale. */
export type Good = { variantId: string; itemId: string; priceMinor: number }

/** A world while it is played: its stage, its people, and what they were told. */
export type Play = {
  stage: Stage
  /** The world's own eyes: reads what is so without taking a turn. */
  eyes: Database
  goods: Good[]
  warehouseId: string
  backRoomId: string
  /** Codes that several shoppers know: of gift cards, and of a discount that only a few may have. */
  giftCodes: string[]
  discountCode: string
  shoppers: Shopper[]
  /** What shoppers were told to have bought. */
  told: { orderId: string; totalMinor: number }[]
  /** What went wrong as nothing may: neither a refusal in words nor something outside that did not answer. */
  faults: string[]
  counts: Record<string, number>
  /** So far drawn names of requests, parcels and refunds. */
  named: number
}

/** Somebody who shops, as far as their browser remembers. */
export type Shopper = {
  name: string
  cart?: {
    id: string
    token: string
    lines: { id: string; quantity: number }[]
    /** Address and mail are known. */
    isReady: boolean
    /** More is wanted than there is. */
    isShort?: boolean
    totalMinor?: number
  }
  /** A page of the bank that they were sent to. */
  page?: { orderId: string; url: string }
  /** The card they tried last; trying again without touching the form sends the same token. */
  cardToken?: string
  orderId?: string
  /** The process that is answering them; nobody shops twice at once, except with a double click. */
  busyWith: Owner[]
}

/** A process that is up. */
export function anyProcess(play: Play): ShopAtPlay {
  return play.stage.chance.pick(play.stage.processes)
}

/** Begins something at a process of the shop. A refusal is an answer; anything unforeseen is a fault of the shop. */
export function begin(play: Play, at: Owner, name: string, work: () => Promise<string>): void {
  play.stage.scheduler.begin(at, name, async () => {
    let answer: string
    try {
      answer = await work()
    } catch (error) {
      if (error instanceof ExpectedError) answer = error.code
      else if (error instanceof OutageError) answer = 'outage'
      else {
        answer = `FAULT ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`
        play.faults.push(`${name}: ${answer}`)
      }
    }
    const kind = `${name.split(' ')[0]}: ${answer.split(' ')[0]}`
    play.counts[kind] = (play.counts[kind] ?? 0) + 1
    play.stage.note(`${name}: ${answer.split('\n')[0]}`)
  })
}

/** The same for a shopper, who is busy meanwhile. */
export function beginFor(play: Play, shopper: Shopper, name: string, work: (at: ShopAtPlay) => Promise<string>): void {
  const at = anyProcess(play)
  beginAt(play, shopper, at, name, () => work(at))
}

/** The same somewhere in particular. */
export function beginAt(play: Play, shopper: Shopper, at: Owner, name: string, work: () => Promise<string>): void {
  shopper.busyWith.push(at)
  begin(play, at, `${name} ${shopper.name}`, async () => {
    try {
      return await work()
    } finally {
      shopper.busyWith.splice(shopper.busyWith.indexOf(at), 1)
    }
  })
}
