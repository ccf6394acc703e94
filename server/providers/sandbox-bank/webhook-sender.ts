import http from 'node:http'
import { signWebhook } from '../../platform/standard-webhooks.ts'
import { meetFault } from './faults.ts'
import type { OpenBank } from './open-bank.ts'
import type { Outgoing } from './outbox.ts'

export type WebhookSender = {
  /** There is something new to tell. */
  hear(message: Outgoing): void
  /** Tells one now, whatever became of it before, so many times at once. */
  sendNow(n: number, copies: number): Promise<number[]>
  stop(): void
}

const secondsBetween = [1, 2, 5, 15, 60, 300, 1800, 7200, 21_600]
const giveUpAfterMs = 3 * 24 * 3600 * 1000
const atOnceMax = 8
const answerMsMax = 10_000
const reorderedMax = 4
const reorderedWithinMs = 1000

/**
 * Tells the shop what happened, signed as standardwebhooks.com says, until it answers 2xx: with growing pauses, for
 * three days. Messages may be made to come late, twice, or in another order; a shop has to bear all of it anyway.
 */
export function startWebhookSender(bank: OpenBank, options: { secret: string }): WebhookSender {
  const due: { message: Outgoing; at: number; copies: number }[] = []
  const agent = new http.Agent({ keepAlive: true, maxSockets: atOnceMax })
  let shuffled: Outgoing[] = []
  let underWay = 0
  let timer: NodeJS.Timeout | undefined
  let isStopped = false

  function plan(message: Outgoing, afterMs: number, copies = 1): void {
    due.push({ message, at: performance.now() + afterMs, copies })
    wake()
  }

  function wake(): void {
    clearTimeout(timer)
    if (isStopped || due.length === 0 || underWay >= atOnceMax) return
    const next = Math.min(...due.map(({ at }) => at))
    timer = setTimeout(work, Math.max(0, next - performance.now()))
  }

  function work(): void {
    const now = performance.now()
    while (underWay < atOnceMax) {
      const at = due.findIndex((each) => each.at <= now)
      const [item] = at === -1 ? [] : due.splice(at, 1)
      if (!item) break
      underWay++
      void tell(item.message, item.copies).finally(() => {
        underWay--
        wake()
      })
    }
    wake()
  }

  async function tell(message: Outgoing, copies: number): Promise<void> {
    const answers = await Promise.all(Array.from({ length: copies }, () => post(message)))
    if (isStopped) return
    message.attempts += copies
    const isHeard = answers.some((status) => status >= 200 && status < 300)
    message.lastAnswer = answers.map((status) => (status === 0 ? 'no answer' : String(status))).join(', ')
    const isOver = bank.now().getTime() - new Date(message.at).getTime() > giveUpAfterMs
    if (message.status === 'delivered') return
    if (isHeard || isOver) {
      const outcome = isHeard ? 'delivered' : 'given-up'
      bank.note({ type: 'webhook.ended', eventN: message.n, attempts: message.attempts, outcome })
      return
    }
    const seconds = secondsBetween[Math.min(message.attempts, secondsBetween.length) - 1] ?? 1
    plan(message, seconds * 1000)
  }

  /** The first address that can be reached answers for the shop. */
  async function post(message: Outgoing): Promise<number> {
    for (const url of bank.state.webhookUrls) {
      const status = await postTo(url, message)
      if (status !== 0) return status
    }
    return 0
  }

  function postTo(url: string, { n, body }: Outgoing): Promise<number> {
    const signed = signWebhook({ secret: options.secret, id: bank.messageId(n), at: new Date(), body })
    const headers = { ...signed, 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }
    return new Promise((resolve) => {
      const request = http.request(url, { agent, method: 'POST', headers, timeout: answerMsMax }, (response) => {
        response.resume()
        response.on('end', () => resolve(response.statusCode ?? 0)).on('error', () => resolve(0))
      })
      request.on('timeout', () => request.destroy()).on('error', () => resolve(0))
      request.end(body)
    })
  }

  /** Kept back until a few have come together, then told the last one first. */
  function shuffle(message: Outgoing): void {
    shuffled.push(message)
    const letGo = () => {
      const now = shuffled.reverse()
      shuffled = []
      now.forEach((each, index) => plan(each, index * 20))
    }
    if (shuffled.length >= reorderedMax) letGo()
    else if (shuffled.length === 1) setTimeout(letGo, reorderedWithinMs).unref()
  }

  function hear(message: Outgoing): void {
    const met = meetFault(bank.state, { place: 'any', isWebhook: true, salt: String(message.n) })
    if (!met) return plan(message, 0)
    bank.note(met.record)
    const { kind, ms } = met.fault
    if (kind === 'webhook-held') message.status = 'held'
    else if (kind === 'webhook-reordered') shuffle(message)
    else plan(message, kind === 'webhook-late' ? ms : 0, kind === 'webhook-doubled' ? 2 : 1)
  }

  for (const message of bank.outbox.waiting()) plan(message, 0)
  return {
    hear,
    async sendNow(n, copies) {
      const message = bank.outbox.find(n)
      if (!message) return []
      const statuses = await Promise.all(Array.from({ length: copies }, () => post(message)))
      message.lastAnswer = statuses.join(', ')
      message.attempts += copies
      if (message.status !== 'delivered' && statuses.some((status) => status >= 200 && status < 300))
        bank.note({ type: 'webhook.ended', eventN: n, attempts: message.attempts, outcome: 'delivered' })
      return statuses
    },
    stop() {
      isStopped = true
      clearTimeout(timer)
      agent.destroy()
    },
  }
}
