import { createHmac } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What a receiver got. */
export type Heard = {
  id: string
  timestamp: number
  signatures: string[]
  body: { type: string; version: number; timestamp: string; data: Record<string, unknown> }
  raw: string
}

/** A program somewhere that is told what happens, and answers as it is told to. */
export type WebhookReceiver = {
  url: string
  heard: Heard[]
  /** What it answers from now on: a status, or silence for so long. */
  answer: { status: number; afterMs?: number }
  stop(): Promise<void>
}

/** Starts one on this machine. */
export async function startWebhookReceiver(): Promise<WebhookReceiver> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const raw = Buffer.concat(chunks).toString('utf8')
      const header = (name: string) => String(request.headers[name] ?? '')
      receiver.heard.push({
        id: header('webhook-id'),
        timestamp: Number(header('webhook-timestamp')),
        signatures: header('webhook-signature').split(' '),
        body: JSON.parse(raw),
        raw,
      })
      const { status, afterMs = 0 } = receiver.answer
      setTimeout(() => response.writeHead(status).end(), afterMs)
    })
  })
  server.listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const receiver: WebhookReceiver = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    heard: [],
    answer: { status: 204 },
    async stop() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
  return receiver
}

/** Checks a signature as a receiver does, by the words of the standard alone. */
export function isSignedBy(secret: string, heard: Heard): boolean {
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64')
  const expected = createHmac('sha256', key).update(`${heard.id}.${heard.timestamp}.${heard.raw}`).digest('base64')
  return heard.signatures.includes(`v1,${expected}`)
}
