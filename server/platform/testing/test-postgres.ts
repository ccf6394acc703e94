import { existsSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { connectionOf } from '../database.ts'
import { startEmbeddedPostgres } from '../embedded-postgres.ts'
import { migrate } from '../migrate.ts'

const folderPrefix = 'barrow-tests-'

/** The migrated database that every test's copy is made from. */
export const templateName = 'barrow_template'

/** Starts one throw-away PostgreSQL for a whole test run, with a migrated template to copy from. */
export default async function startTestPostgres(project: TestProject): Promise<() => Promise<void>> {
  await clearLeftovers()
  const folder = await mkdtemp(join(tmpdir(), `${folderPrefix}${process.pid}-`))
  const postgres = await startEmbeddedPostgres({ folder, durable: false })
  const client = new pg.Client(connectionOf(postgres.url))
  await client.connect()
  await client.query(`create database ${templateName}`)
  await client.end()
  const url = new URL(postgres.url)
  url.pathname = `/${templateName}`
  await migrate(url.href)
  project.provide('postgresUrl', postgres.url)
  project.provide('runFolder', folder)
  return async () => {
    await postgres.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

/** A run that was killed leaves its database behind; the next run ends it and removes the folder. */
async function clearLeftovers(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const owner = name.startsWith(folderPrefix) ? Number(name.slice(folderPrefix.length).split('-')[0]) : 0
    if (!owner || isAlive(owner)) continue
    const folder = join(tmpdir(), name)
    const pidFile = await readFile(join(folder, 'postgres', 'postmaster.pid'), 'utf8').catch(() => '')
    const pid = Number(pidFile.split('\n')[0])
    const command = pid ? await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '') : ''
    if (command.includes(folder)) process.kill(pid, 'SIGINT')
    for (let waited = 0; waited < 5000 && command && existsSync(`/proc/${pid}`); waited += 50)
      await new Promise((resolve) => setTimeout(resolve, 50))
    await rm(folder, { recursive: true, force: true })
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
