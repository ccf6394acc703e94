import { createHash } from 'node:crypto'
import type { Queryable, Transaction } from './database.ts'
import { sql } from './sql.ts'

/**
 * What of an event its seal covers, as text: jsonb writes the same value always the same way. Also in the migration
 * that sealed what was there before, and in `simulation/invariants.sql`.
 */
export const sealedContent = sql`
  jsonb_build_array(e.id, e.type, e.subject, e.payload, e.actor, extract(epoch from e.occurred_at))::text`

/**
 * Seals events in their order, each over the one before: from then on, a changed, missing or moved one is seen. Called
 * by the dispatcher under its lock, so that the chain has one end, and no shopper waits for it.
 */
export async function sealEvents(tx: Transaction, events: readonly { id: number; content: string }[]): Promise<void> {
  const head = await tx.one<{ position: number; hash: Buffer }>(
    sql`select position, hash from event_seal_head for update`,
  )
  let { hash } = head
  const seals = events.map(({ id, content }, index) => {
    hash = createHash('sha256').update(hash).update(content).digest()
    return { position: head.position + index + 1, id, hash }
  })
  await tx.run(sql`
    with sealed as (
      insert into event_seals (position, event_id, hash)
      select * from unnest(${seals.map((seal) => seal.position)}::bigint[], ${seals.map((seal) => seal.id)}::bigint[],
        ${seals.map((seal) => seal.hash)}::bytea[])
    )
    update event_seal_head set position = ${head.position + seals.length}, hash = ${hash}`)
}

/** A place at which the log of events is not what it was when it was sealed. */
export type BrokenSeal = { position: number | null; eventId: number | null; what: string }

/** Looks at every seal again. Answers the first few that are broken, by their place; none when nothing was changed. */
export async function findBrokenSeals(from: Queryable): Promise<BrokenSeal[]> {
  return from.rows<BrokenSeal>(sql`
    select s.position, s.event_id, case
        when e.id is null then 'the event is gone'
        when s.position > 1 and before.position is null then 'the seal before it is gone'
        else 'the event or a seal was changed' end as what
    from event_seals s
    left join events e on e.id = s.event_id
    left join event_seals before on before.position = s.position - 1
    where e.id is null or (s.position > 1 and before.position is null)
      or s.hash <> sha256(coalesce(before.hash, '') || convert_to(${sealedContent}, 'UTF8'))
    union all
    select null, e.id, 'it was handed out and has no seal'
    from events e where e.dispatched_at is not null and not exists (select from event_seals s where s.event_id = e.id)
    union all
    select head.position, null, 'the end of the chain is not where it was'
    from (select 1) always left join event_seal_head head on true
    left join event_seals last on last.position = (select max(position) from event_seals)
    where (head.position, head.hash) is distinct from (coalesce(last.position, 0), coalesce(last.hash, ''))
    order by 1, 2 limit 20`)
}

/** Where the chain ends now: to be kept somewhere else by whoever wants to be sure later. */
export async function sealHead(from: Queryable): Promise<{ position: number; hash: string }> {
  return from.one(sql`select position, encode(hash, 'hex') as hash from event_seal_head`)
}
