import type { Database, Queryable, Transaction } from '../../server/platform/database.ts'
import type { Statement } from '../../server/platform/sql.ts'
import type { Owner, Scheduler } from './scheduler.ts'

/** The database as one process sees it, in which each statement and each commit waits for its turn. */
export function scheduledDatabase(real: Database, owner: Owner, scheduler: Scheduler): Database {
  return {
    url: real.url,
    pool: real.pool,
    onStatement: undefined,
    ...inTurns(real, owner, scheduler),
    async transaction(work) {
      await scheduler.gate(owner, 'begin')
      // Outside from here until `work` begins (a connection, "begin"), and from its end until all is committed or undone.
      scheduler.enter()
      try {
        return await real.transaction(async (tx) => {
          scheduler.leave()
          try {
            const result = await work({ ...tx, ...inTurns(tx, owner, scheduler) } as Transaction)
            await scheduler.gate(owner, 'commit')
            return result
          } finally {
            scheduler.enter()
            scheduler.mayFree()
          }
        })
      } finally {
        scheduler.leave()
      }
    },
    close: () => real.close(),
  }
}

function inTurns(real: Queryable, owner: Owner, scheduler: Scheduler): Queryable {
  const inTurn = <T>(statement: Statement, run: () => Promise<T>) =>
    scheduler.outside(owner, `sql ${statement.name.slice(0, 8)}`, run)
  return {
    rows: (statement) => inTurn(statement, () => real.rows(statement)),
    maybe: (statement) => inTurn(statement, () => real.maybe(statement)),
    one: (statement) => inTurn(statement, () => real.one(statement)),
    run: (statement) => inTurn(statement, () => real.run(statement)),
  }
}
