import { connect, type Socket } from 'node:net'

/** One answer as it came: the body is only kept when it was asked for. */
export type RawAnswer = { status: number; length: number; body: Buffer | undefined }

/** A keep-alive connection that carries one request at a time. */
export type RawConnection = {
  send(request: Buffer, keepBody: boolean): Promise<RawAnswer>
  close(): void
}

const headEnd = Buffer.from('\r\n\r\n')
const bodyMax = 64 * 1024 * 1024

/**
 * A client that does as little as HTTP/1.1 allows, because the one that measures must not be what is measured: requests
 * are ready bytes, and of an answer it reads the status and the length alone. Answers must say their length.
 */
export async function openRawConnection(port: number): Promise<RawConnection> {
  const socket = await connected(port)
  let waiting: Waiting | undefined
  let pending: Buffer | undefined
  let answer: { status: number; length: number; left: number; parts: Buffer[] } | undefined
  const fail = (error: Error) => {
    const asked = waiting
    waiting = undefined
    asked?.reject(error)
  }
  socket.on('error', fail)
  socket.on('close', () => fail(new Error('the server closed the connection')))
  socket.on('data', (chunk: Buffer) => {
    let bytes = chunk
    if (!answer) {
      bytes = pending ? Buffer.concat([pending, chunk]) : chunk
      const end = bytes.indexOf(headEnd)
      pending = end < 0 ? bytes : undefined
      if (end < 0) return
      const head = readHead(bytes.toString('latin1', 0, end))
      if (typeof head === 'string') return fail(new Error(head))
      answer = { ...head, left: head.length, parts: [] }
      bytes = bytes.subarray(end + 4)
    }
    answer.left -= bytes.length
    if (waiting?.keepBody) answer.parts.push(bytes)
    if (answer.left > 0) return
    const { status, length, parts } = answer
    const asked = waiting
    answer = undefined
    waiting = undefined
    asked?.resolve({ status, length, body: asked.keepBody ? Buffer.concat(parts) : undefined })
  })
  return {
    send: (request, keepBody) =>
      new Promise((resolve, reject) => {
        waiting = { resolve, reject, keepBody }
        socket.write(request)
      }),
    close: () => socket.destroy(),
  }
}

type Waiting = { resolve(answer: RawAnswer): void; reject(error: Error): void; keepBody: boolean }

/** The bytes of a request. */
export function rawRequest(asked: {
  method: string
  path: string
  port: number
  headers?: Record<string, string>
  body?: string
}): Buffer {
  const lines = [`${asked.method} ${asked.path} HTTP/1.1`, `host: 127.0.0.1:${asked.port}`, 'accept: */*']
  for (const [name, value] of Object.entries(asked.headers ?? {})) lines.push(`${name}: ${value}`)
  if (asked.body !== undefined)
    lines.push('content-type: application/json', `content-length: ${Buffer.byteLength(asked.body)}`)
  return Buffer.from(`${lines.join('\r\n')}\r\n\r\n${asked.body ?? ''}`)
}

function readHead(head: string): { status: number; length: number } | string {
  const status = Number(head.slice(9, 12))
  const length = /\r\ncontent-length: *(\d+)/i.exec(head)?.[1]
  if (length === undefined) return status === 204 ? { status, length: 0 } : `an answer without its length:\n${head}`
  return Number(length) > bodyMax ? `an answer of ${length} bytes` : { status, length: Number(length) }
}

function connected(port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true })
    socket.once('error', reject)
    socket.once('connect', () => {
      socket.off('error', reject)
      resolve(socket)
    })
  })
}
