import { expect, test } from 'vitest'
import { curlOf } from './api-example.ts'
import { type ApiDocument, fieldRows, operationsOf, typeWords } from './openapi.ts'

const document: ApiDocument = {
  info: { title: 'API', version: '1' },
  components: {
    schemas: {
      Problem: { type: 'object', required: ['code'], properties: { code: { type: 'string', description: 'Stable.' } } },
    },
  },
  paths: {
    '/api/things/{thingId}': {
      post: {
        operationId: 'changeThing',
        tags: ['Things'],
        summary: 'Change a thing',
        parameters: [{ name: 'thingId', in: 'path', required: true, schema: { type: 'string' } }],
        requestBody: {
          content: {
            'application/json': {
              schema: {
                type: 'object',
                required: ['lines'],
                properties: {
                  lines: {
                    type: 'array',
                    items: { type: 'object', properties: { quantity: { type: 'integer', minimum: 1, maximum: 9 } } },
                  },
                  note: { type: ['string', 'null'] },
                },
              },
            },
          },
        },
        responses: {
          '200': {},
          '4XX': { content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } },
        },
      },
    },
  },
}
const [operation] = operationsOf(document)
if (!operation) throw new Error('the document has an operation')

test('an operation is read with its fields, nested ones after what holds them', () => {
  expect(operation).toMatchObject({ id: 'changeThing', method: 'POST', path: '/api/things/{thingId}', tag: 'Things' })
  expect(fieldRows(document, operation.body ?? {})).toEqual([
    { name: 'lines', depth: 0, type: 'list of objects', isRequired: true, words: '' },
    { name: 'quantity', depth: 1, type: 'whole number', isRequired: false, words: '1 to 9.' },
    { name: 'note', depth: 0, type: 'text or null', isRequired: false, words: '' },
  ])
})

test('a reference is followed to what it names', () => {
  const schema = operation.answers.find(({ status }) => status === '4XX')?.schema
  expect(fieldRows(document, schema ?? {})).toMatchObject([{ name: 'code', isRequired: true, words: 'Stable.' }])
})

test('types are said in words', () => {
  expect(typeWords(document, { enum: ['a', 'b'] })).toBe('a | b')
  expect(typeWords(document, { anyOf: [{ type: 'string' }, { type: 'null' }] })).toBe('text or null')
  expect(typeWords(document, { type: 'array', items: { type: 'string' } })).toBe('list of texts')
})

test('the example is a request that a shell would send', () => {
  const line = curlOf(document, operation, 'http://shop.example.com')
  expect(line).toContain("curl -X POST 'http://shop.example.com/api/things/thingId'")
  expect(line).toContain("-H 'content-type: application/json'")
  expect(line).toContain('"quantity": 1')
})
