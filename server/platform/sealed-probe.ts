import { createVault } from './crypto.ts'
import type { Queryable } from './database.ts'
import { sql } from './sql.ts'

const word = 'barrow'
const context = 'sealed-probe'

/** The secret of these settings does not open what this shop has sealed. */
export class WrongSecretError extends Error {
  constructor() {
    super(
      'BARROW_SECRET does not open what this shop has sealed (names and addresses of customers). ' +
        'Give the secret that it was opened with before; a demo keeps its own in the file "secret" of its data folder.',
    )
  }
}

/** Whether these secrets open what the shop has sealed; true for a shop that has sealed nothing yet. */
export async function secretsFit(database: Queryable, secrets: readonly string[]): Promise<boolean> {
  const sealed = await sealedWord(database)
  return sealed === undefined || opens(sealed, secrets)
}

/**
 * Notes which secret the shop is opened with, sealed by it. Throws a WrongSecretError when it is another one than
 * before: half of the customers sealed by one secret and half by another would be found too late.
 */
export async function noteSecret(database: Queryable, secrets: readonly string[]): Promise<void> {
  const sealed = await sealedWord(database)
  if (sealed && opens(sealed, secrets.slice(0, 1))) return
  if (sealed && !opens(sealed, secrets)) throw new WrongSecretError()
  const fresh = createVault(secrets).seal(word, context)
  await database.run(sql`
    insert into sealed_probe (sealed) values (${fresh}) on conflict (only_one) do update set sealed = excluded.sealed`)
}

async function sealedWord(database: Queryable): Promise<Buffer | undefined> {
  return (await database.maybe<{ sealed: Buffer }>(sql`select sealed from sealed_probe`))?.sealed
}

function opens(sealed: Buffer, secrets: readonly string[]): boolean {
  try {
    return createVault(secrets).open(sealed, context) === word
  } catch {
    return false
  }
}
