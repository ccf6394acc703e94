import pg from 'pg'

/**
 * Takes off what would refuse rows that arrive table by table: foreign keys (parents come after children), and triggers
 * (append-only, sums of what one statement brought). Answers how to put it all back: the keys are checked again then,
 * over every row, so that what was loaded is as sound as what was written. Needs no right beyond owning the tables.
 */
export async function liftGuards(client: pg.Client): Promise<() => Promise<void>> {
  const { rows: keys } = await client.query<{ owner: string; name: string; definition: string }>(
    `select c.relname as owner, k.conname as name, pg_get_constraintdef(k.oid) as definition
     from pg_constraint k join pg_class c on c.oid = k.conrelid
     where k.contype = 'f' and k.connamespace = 'public'::regnamespace and k.conparentid = 0`,
  )
  const { rows: tables } = await client.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
     and exists (select from pg_trigger t where t.tgrelid = pg_class.oid and not t.tgisinternal)`,
  )
  const named = pg.escapeIdentifier
  for (const key of keys) await client.query(`alter table ${named(key.owner)} drop constraint ${named(key.name)}`)
  for (const { name } of tables) await client.query(`alter table ${named(name)} disable trigger user`)
  return async () => {
    for (const { name } of tables) await client.query(`alter table ${named(name)} enable trigger user`)
    for (const { owner, name, definition } of keys)
      await client.query(`alter table ${named(owner)} add constraint ${named(name)} ${definition}`)
  }
}
