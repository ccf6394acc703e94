import http from 'node:http'

/**
 * Why nobody can say what the bank did:
 * `unreachable` means that no connection came about, so the bank has not heard of it; after any other, ask by the key.
 */
export type UnknownReason = 'unreachable' | 'timeout' | 'connection-lost' | 'bank-error'
export type Unknown = { kind: 'unknown'; reason: UnknownReason }
export type Heard = { kind: 'heard'; status: number; text: string }

export type BankRequest = { method: 'GET' | 'POST'; path: string; key?: string; body?: string }

export type ExchangeOptions = {
  /** Scheme, host and port, such as `http://127.0.0.1:40123`. */
  baseUrl: string
  secret: string
  connectTimeoutMs?: number
  readTimeoutMs?: number
}

/** A line to the bank: a request goes out, its answer comes back, or nobody can say. */
export type BankExchange = {
  exchange: (request: BankRequest) => Promise<Heard | Unknown>
  close: () => void
}

/** Speaks HTTP with the bank over connections that are kept open. Network trouble is an answer, never an exception. */
export function createBankExchange(options: ExchangeOptions): BankExchange {
  const { secret, connectTimeoutMs = 1_000, readTimeoutMs = 5_000 } = options
  const agent = new http.Agent({ keepAlive: true, maxSockets: 256, maxFreeSockets: 256, scheduling: 'lifo' })
  const { hostname, port } = new URL(options.baseUrl)
  const authorization = `Bearer ${secret}`

  function once(asked: BankRequest): Promise<(Heard | Unknown) & { onOldConnection: boolean }> {
    return new Promise((resolve) => {
      const headers: Record<string, string | number> = { authorization }
      if (asked.key !== undefined) headers['idempotency-key'] = asked.key
      if (asked.body !== undefined) {
        headers['content-type'] = 'application/json'
        headers['content-length'] = Buffer.byteLength(asked.body)
      }
      const request = http.request({ agent, hostname, port, method: asked.method, path: asked.path, headers })
      let connected = false
      let finished = false
      let connectTimer: NodeJS.Timeout | undefined
      const finish = (outcome: Heard | Unknown): void => {
        if (finished) return
        finished = true
        clearTimeout(readTimer)
        clearTimeout(connectTimer)
        resolve({ ...outcome, onOldConnection: request.reusedSocket })
        if (outcome.kind === 'unknown') request.destroy()
      }
      const readTimer = setTimeout(() => {
        finish({ kind: 'unknown', reason: connected ? 'timeout' : 'unreachable' })
      }, readTimeoutMs)
      request.on('socket', (socket) => {
        if (!socket.connecting) {
          connected = true
          return
        }
        connectTimer = setTimeout(() => finish({ kind: 'unknown', reason: 'unreachable' }), connectTimeoutMs)
        socket.once('connect', () => {
          connected = true
          clearTimeout(connectTimer)
        })
      })
      const lost = (): void => finish({ kind: 'unknown', reason: connected ? 'connection-lost' : 'unreachable' })
      request.on('error', lost)
      request.on('response', (response) => {
        let text = ''
        response.setEncoding('utf8')
        response.on('data', (chunk: string) => {
          text += chunk
        })
        response.on('end', () => {
          const status = response.statusCode ?? 0
          finish(status >= 500 ? { kind: 'unknown', reason: 'bank-error' } : { kind: 'heard', status, text })
        })
        response.on('error', lost)
        response.on('close', lost)
      })
      request.end(asked.body)
    })
  }

  return {
    async exchange(asked) {
      const first = await once(asked)
      if (first.kind === 'heard' || first.reason !== 'connection-lost' || !first.onOldConnection) return first
      // A kept connection may have been closed while it lay idle. The key makes asking once more safe.
      const second = await once(asked)
      return second.kind === 'unknown' && second.reason === 'unreachable'
        ? { ...second, reason: 'connection-lost' }
        : second
    },
    close: () => agent.destroy(),
  }
}
