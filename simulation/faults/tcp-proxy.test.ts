import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addressOf, openTcpProxy, throughProxy } from './tcp-proxy.ts'

/** A server that notes what it was asked and answers it in capitals. */
let server: Server
let port: number
const asked: string[] = []
beforeAll(async () => {
  server = createServer((line) => {
    line.on('error', () => {})
    line.on('data', (bytes) => {
      asked.push(bytes.toString())
      line.write(bytes.toString().toUpperCase())
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  port = (server.address() as AddressInfo).port
})
afterAll(() => server.close())

function call(through: number): Socket {
  const line = connect(through, '127.0.0.1')
  line.on('error', () => {})
  return line
}

/** The answer, or how the line ended. */
function ask(line: Socket, question: string): Promise<string> {
  return new Promise((resolve) => {
    line.once('data', (bytes) => resolve(bytes.toString()))
    line.once('close', () => resolve('the line ended'))
    line.write(question)
  })
}

test('what goes well arrives unchanged', async () => {
  const proxy = await openTcpProxy({ to: { host: '127.0.0.1', port } })
  const line = call(proxy.port)
  expect(await ask(line, 'one')).toBe('ONE')
  expect(await ask(line, 'two')).toBe('TWO')
  expect(proxy.count).toMatchObject({ lines: 1, turns: 2, resets: 0, lost: 0 })
  await proxy.close()
})

test('an answer is lost after the question had its effect', async () => {
  const proxy = await openTcpProxy({ to: { host: '127.0.0.1', port } })
  proxy.set({ loseAnswerChance: 1 })
  expect(await ask(call(proxy.port), 'charge')).toBe('the line ended')
  expect(asked).toContain('charge')
  expect(proxy.count.lost).toBe(1)
  await proxy.close()
})

test('another answer comes in the place of the true one', async () => {
  const proxy = await openTcpProxy({ to: { host: '127.0.0.1', port } })
  proxy.set({ otherAnswerChance: 1, otherAnswer: Buffer.from('500') })
  expect(await ask(call(proxy.port), 'refund')).toBe('500')
  expect(asked).toContain('refund')
  await proxy.close()
})

test('a line is reset before the question arrives', async () => {
  const proxy = await openTcpProxy({ to: { host: '127.0.0.1', port } })
  proxy.set({ resetChance: 1 })
  expect(await ask(call(proxy.port), 'never')).toBe('the line ended')
  expect(asked).not.toContain('never')
  await proxy.close()
})

test('a share of the answers is lost, and the same seed loses the same ones', async () => {
  const lostWith = async (seed: number) => {
    const proxy = await openTcpProxy({ to: { host: '127.0.0.1', port }, seed })
    proxy.set({ loseAnswerChance: 0.3 })
    const heard: string[] = []
    for (let turn = 0; turn < 60; turn++) heard.push(await ask(call(proxy.port), `turn ${turn}`))
    await proxy.close()
    return heard.map((answer) => answer === 'the line ended')
  }
  const lost = await lostWith(7)
  expect(lost.filter(Boolean).length).toBeGreaterThan(5)
  expect(lost.filter(Boolean).length).toBeLessThan(35)
  expect(await lostWith(7)).toEqual(lost)
  expect(await lostWith(8)).not.toEqual(lost)
})

test('what falls into a black hole arrives when it ends', async () => {
  const proxy = await openTcpProxy({ to: { host: '127.0.0.1', port } })
  const line = call(proxy.port)
  proxy.set({ isBlackHole: true })
  const heard = ask(line, 'patience')
  expect(await Promise.race([heard, new Promise((resolve) => setTimeout(resolve, 100, 'nothing'))])).toBe('nothing')
  expect(asked).not.toContain('patience')
  proxy.set({})
  expect(await heard).toBe('PATIENCE')
  await proxy.close()
})

test('a half-open line takes questions and never answers', async () => {
  const proxy = await openTcpProxy({ to: { host: '127.0.0.1', port } })
  const line = call(proxy.port)
  expect(await ask(line, 'hello')).toBe('HELLO')
  expect(proxy.halfOpen()).toBe(1)
  const heard = ask(line, 'anybody')
  expect(await Promise.race([heard, new Promise((resolve) => setTimeout(resolve, 100, 'nothing'))])).toBe('nothing')
  expect(asked).not.toContain('anybody')
  await proxy.close()
})

test('a cut ends every line, and the next one gets through unless all are refused', async () => {
  const proxy = await openTcpProxy({ to: { host: '127.0.0.1', port } })
  const line = call(proxy.port)
  expect(await ask(line, 'before')).toBe('BEFORE')
  const ended = new Promise((resolve) => line.once('close', resolve))
  expect(proxy.cut()).toBe(1)
  await ended
  expect(await ask(call(proxy.port), 'after')).toBe('AFTER')
  proxy.set({ isRefusing: true })
  expect(await ask(call(proxy.port), 'refused')).toBe('the line ended')
  await proxy.close()
})

test('the database behind a socket is named through the proxy', () => {
  const url = 'postgres://barrow@localhost/barrow?host=%2Ftmp%2Frun'
  expect(addressOf(url)).toEqual({ path: '/tmp/run/.s.PGSQL.5432' })
  expect(throughProxy(url, { port: 4711 })).toBe('postgres://barrow@127.0.0.1:4711/barrow')
})
