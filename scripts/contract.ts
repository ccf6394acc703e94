import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import openapiTypes, { astToString, type OpenAPI3 } from 'openapi-typescript'
import { buildApp } from '../server/app.ts'
import { readConfig } from '../server/platform/config.ts'
import type { Providers } from '../server/platform/context.ts'
import { openShop } from '../server/platform/open-shop.ts'

/** The files that say what the API is: for people and programs, and as types for our own pages. */
export const contractFiles = ['contract/openapi.json', 'contract/api.d.ts'] as const

/** The same files as they should be now, made from the routes of the shop itself. */
export async function writtenContract(): Promise<Record<(typeof contractFiles)[number], string>> {
  const document = await describedApi()
  const types = await openapiTypes(structuredClone(document), { alphabetize: true })
  return {
    'contract/openapi.json': `${JSON.stringify(document, null, 2)}\n`,
    'contract/api.d.ts': `/** The API as types, written by \`npm run contract\` from openapi.json. Change the routes, not this file. */\n${astToString(types)}`,
  }
}

/** The files of the contract that no longer say what the shop does. */
export async function driftedFiles(): Promise<string[]> {
  const wanted = await writtenContract()
  const kept = await Promise.all(contractFiles.map((file) => readFile(file, 'utf8').catch(() => '')))
  return contractFiles.filter((file, index) => kept[index] !== wanted[file])
}

/** Asks the shop to describe itself. No route is called, so it needs no database. */
async function describedApi(): Promise<OpenAPI3> {
  const folder = await mkdtemp(join(tmpdir(), 'barrow-contract-'))
  const config = readConfig({ BARROW_DATA: folder, LOG_LEVEL: 'silent', BASE_URL: 'http://localhost:3000' })
  const { ctx, close } = await openShop({
    config,
    databaseUrl: 'postgres://localhost/none',
    providers: {} as Providers,
    smtpUrl: 'smtp://127.0.0.1:9',
  })
  const http = await buildApp(ctx)
  await http.ready()
  const document = sorted(http.swagger()) as OpenAPI3
  await http.close()
  await close()
  await rm(folder, { recursive: true })
  return document
}

/** The same with the keys of every object in order, so that moving a line of code changes nothing. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]))
}
