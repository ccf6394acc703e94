import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import { connectionOf } from '../database.ts'
import { templateName } from './test-postgres.ts'

/** A migrated database of a test's own. */
export type TestDatabase = {
  url: string
  /** Ends every connection to it and drops it. */
  drop(): Promise<void>
}

/**
 * Makes a copy of the migrated template, in about a twentieth of a second. The PostgreSQL it lies in was started for
 * this test run (see `test-postgres.ts`).
 */
export async function copyDatabase(): Promise<TestDatabase> {
  return makeDatabase((name) => `create database ${name} template ${templateName}`)
}

/** Makes a database with nothing in it, not even our tables. */
export async function emptyDatabase(): Promise<TestDatabase> {
  return makeDatabase((name) => `create database ${name}`)
}

async function makeDatabase(statement: (name: string) => string): Promise<TestDatabase> {
  const name = `test_${randomBytes(8).toString('hex')}`
  await runAsAdministrator(statement(name))
  const url = new URL(inject('postgresUrl'))
  url.pathname = `/${name}`
  return { url: url.href, drop: () => runAsAdministrator(`drop database if exists ${name} with (force)`) }
}

async function runAsAdministrator(statement: string): Promise<void> {
  const client = new pg.Client(connectionOf(inject('postgresUrl')))
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

declare module 'vitest' {
  export interface ProvidedContext {
    /** The PostgreSQL of this test run, connected to a database that no test uses. */
    postgresUrl: string
    /** Where a test may write; removed when the run is over, even if the test was killed. */
    runFolder: string
  }
}
