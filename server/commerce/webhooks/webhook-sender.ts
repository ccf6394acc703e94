import { performance } from 'node:perf_hooks'
import { setTimeout as pause } from 'node:timers/promises'
import type { Shop } from '../../platform/context.ts'
import { endpointsWithDue, sendDue } from './send-due.ts'

const lookEveryMs = 1000

/**
 * Sends webhooks in the background, each endpoint on its own: a slow one delays nobody else, and no shopper. Several
 * processes may do it side by side.
 */
export function startWebhookSender(ctx: Shop): { stop(): Promise<void> } {
  const closing = new AbortController()
  const busy = new Map<string, Promise<void>>()
  const serve = async (endpointId: string) => {
    try {
      while (!closing.signal.aborted && (await sendDue(ctx, endpointId)) > 0) await giveWay()
    } catch (error) {
      ctx.log.warn({ err: error, endpoint: endpointId }, 'webhooks wait')
    } finally {
      busy.delete(endpointId)
    }
  }
  const loop = (async () => {
    while (!closing.signal.aborted) {
      try {
        for (const id of await endpointsWithDue(ctx)) if (!busy.has(id)) busy.set(id, serve(id))
      } catch (error) {
        ctx.log.warn({ err: error }, 'webhooks wait: the database does not answer')
      }
      await pause(lookEveryMs, undefined, { signal: closing.signal }).catch(() => {})
    }
  })()
  return {
    async stop() {
      closing.abort()
      await loop
      await Promise.all(busy.values())
    },
  }
}

/** Shoppers first: while the process is busy answering, webhooks pause between deliveries. */
async function giveWay(): Promise<void> {
  const before = performance.eventLoopUtilization()
  await pause(10)
  if (performance.eventLoopUtilization(before).utilization > 0.7) await pause(100)
}
