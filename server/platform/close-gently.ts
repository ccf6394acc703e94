import { Server as NetServer } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import type { Http } from './http.ts'

type Door = { isClosing: boolean; lastAskedAt: number }

const doors = new WeakMap<Http, Door>()
const quietMs = 250
const waitMsMax = 3000

/** Watches who comes, so that the server can be closed without breaking anybody's answer. */
export function watchDoor(http: Http): void {
  const door: Door = { isClosing: false, lastAskedAt: 0 }
  doors.set(http, door)
  http.addHook('onRequest', (_request, reply, done) => {
    door.lastAskedAt = performance.now()
    if (door.isClosing) reply.header('connection', 'close')
    done()
  })
}

/** Whether the server is on its way out: it still answers, and whoever shares out visitors should send no more. */
export function isClosing(http: Http): boolean {
  return doors.get(http)?.isClosing === true
}

/**
 * Closes the server: whoever is connected is answered once more and told to connect anew, until it is quiet (three
 * seconds at most). Closing at once would cut the lines on which a question is just on its way.
 */
export async function closeGently(http: Http): Promise<void> {
  const door = doors.get(http) as Door
  door.isClosing = true
  await untilQuiet(door, { quietMs, msMax: waitMsMax })
  // The listening ends alone first. Closing the server also cuts lines that look idle: one that was just opened, with its
  // question still on the way, would be cut with them.
  // Right after the loop has looked at them: whoever knocked before has been let in by then.
  await new Promise((resolve) => setImmediate(resolve))
  NetServer.prototype.close.call(http.server)
  door.lastAskedAt = performance.now()
  await untilQuiet(door, { quietMs: quietMs / 2, msMax: quietMs * 2 })
  await http.close()
}

async function untilQuiet(door: Door, { quietMs: quiet, msMax }: { quietMs: number; msMax: number }): Promise<void> {
  const since = performance.now()
  const now = () => performance.now()
  while (now() - since < msMax && now() - door.lastAskedAt < quiet) await pause(25)
}
