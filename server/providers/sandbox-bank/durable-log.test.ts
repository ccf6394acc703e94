import fs from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { newBankFolder } from './bank-at-hand.ts'
import { type DurableLog, openDurableLog } from './durable-log.ts'

let folder: string
let file: string

beforeEach(() => {
  folder = newBankFolder()
  file = path.join(folder, 'bank.jsonl')
})
afterEach(() => fs.rmSync(folder, { recursive: true }))

function open(): { log: DurableLog; replayed: unknown[] } {
  const replayed: unknown[] = []
  const onBroken = (error: Error): never => {
    throw error
  }
  return { log: openDurableLog(file, { replay: (value) => replayed.push(value), onBroken }), replayed }
}

test('what has settled is in the file, in the order it was appended, and is replayed when it is opened again', async () => {
  const { log } = open()
  for (let n = 1; n <= 500; n++) {
    log.append(JSON.stringify({ n, name: 'Müller' }))
    if (n % 7 === 0) await log.settled()
  }
  await log.settled()
  const lines = fs.readFileSync(file, 'utf8').trimEnd().split('\n')
  expect(lines.map((line) => JSON.parse(line).n)).toEqual(Array.from({ length: 500 }, (_, at) => at + 1))
  await log.close()

  const again = open()
  expect(again.replayed).toHaveLength(500)
  expect(await again.log.readAfter(497, 2)).toBe('{"n":498,"name":"Müller"}\n{"n":499,"name":"Müller"}\n')
  expect(await again.log.readAfter(499, 100)).toBe('{"n":500,"name":"Müller"}\n')
  expect(await again.log.readAfter(500, 100)).toBe('')
  await again.log.close()
})

test('nothing waits when everything is on the disk', async () => {
  const { log } = open()
  expect(log.settled()).toBeUndefined()
  log.append('{"n":1}')
  expect(log.settled()).toBeInstanceOf(Promise)
  await log.settled()
  expect(log.settled()).toBeUndefined()
  await log.close()
})

test.each([
  ['cut short', '{"n":3,"am'],
  ['cut inside a letter of two bytes', Buffer.from([0x7b, 0x22, 0xc3])],
  ['whole but scrambled', '{"n":3,"am\0\0\0\n'],
])('a last line that is %s is dropped, and the next one takes its place', async (_, torn) => {
  fs.writeFileSync(file, '{"n":1}\n{"n":2}\n')
  fs.appendFileSync(file, torn)
  const { log, replayed } = open()
  expect(replayed).toEqual([{ n: 1 }, { n: 2 }])
  log.append('{"n":3}')
  await log.settled()
  await log.close()
  expect(fs.readFileSync(file, 'utf8')).toBe('{"n":1}\n{"n":2}\n{"n":3}\n')
})

test('a broken line with others after it is never passed over in silence', () => {
  fs.writeFileSync(file, '{"n":1}\n{"n":\n{"n":3}\n')
  expect(() => open()).toThrow('Line 2 of the log is broken')
})
