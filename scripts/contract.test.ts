import { readFileSync } from 'node:fs'
import { beforeAll, expect, test } from 'vitest'
import { allExpectedErrors } from '../server/platform/errors.ts'
import { contractFiles, writtenContract } from './contract.ts'

type Operation = { operationId?: string; summary?: string; tags?: string[]; responses: Record<string, unknown> }
type Document = { openapi: string; paths: Record<string, Record<string, Operation>> }

let written: Awaited<ReturnType<typeof writtenContract>>
let operations: { route: string; operation: Operation }[]
beforeAll(async () => {
  written = await writtenContract()
  const { paths } = JSON.parse(written['contract/openapi.json']) as Document
  operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ route: `${method.toUpperCase()} ${path}`, operation })),
  )
})

test.each(contractFiles)('%s says what the shop does: run `npm run contract` after changing a route', (file) => {
  expect(readFileSync(file, 'utf8')).toBe(written[file])
})

test('the contract is OpenAPI 3.1 and covers every route under /api', () => {
  expect((JSON.parse(written['contract/openapi.json']) as Document).openapi).toBe('3.1.0')
  expect(operations.length).toBeGreaterThan(5)
  expect(operations.filter(({ route }) => !/^[A-Z]+ \/api\//.test(route))).toEqual([])
})

test('every operation has a name of its own, a summary, a tag, and says how it answers and how it refuses', () => {
  const names = operations.map(({ operation }) => operation.operationId ?? '')
  expect(names.filter((name) => !/^[a-z]+([A-Z][a-z0-9]*)*$/.test(name))).toEqual([])
  expect(names.length).toBe(new Set(names).size)
  const silent = operations.filter(
    ({ operation }) =>
      !operation.summary ||
      !operation.tags?.length ||
      !Object.keys(operation.responses).some((status) => /^[23]/.test(status)) ||
      !Object.keys(operation.responses).some((status) => /^4/.test(status)),
  )
  expect(silent.map(({ route }) => route)).toEqual([])
})

test('every expected error has a code of its own in kebab-case, a fitting status, and a sentence', () => {
  expect(allExpectedErrors.size).toBeGreaterThan(15)
  for (const [code, { status, say }] of allExpectedErrors) {
    expect(code).toMatch(/^[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z0-9]+)*$/)
    expect([code, status >= 400 && status <= 599]).toEqual([code, true])
    expect(say, code).toMatch(/^[A-Z{].*([.?!]|\{\w+\})$|^\{reason\}$/)
  }
})
