-- What happened cannot be changed afterwards without being noticed. Each event that has been handed out gets a seal: a
-- hash over the seal before it and over its own content. One that is edited, taken out or moved breaks the chain.

create table event_seals (
  position bigint primary key check (position > 0),
  event_id bigint not null unique references events (id),
  -- SHA-256 of the seal before (nothing for the first) and of the event's content.
  hash bytea not null check (length(hash) = 32)
);

-- Where the chain ends, so that its last links cannot be cut off unnoticed. Whoever keeps a copy of this row elsewhere
-- can also tell that the whole chain was not written anew.
create table event_seal_head (
  only_one boolean primary key default true check (only_one),
  position bigint not null check (position >= 0),
  hash bytea not null
);

do $$
declare
  happened record;
  place bigint := 0;
  seal bytea := '';
begin
  for happened in
    select id, jsonb_build_array(id, type, subject, payload, actor, extract(epoch from occurred_at))::text as content
    from events where dispatched_at is not null order by id
  loop
    place := place + 1;
    seal := sha256(seal || convert_to(happened.content, 'UTF8'));
    insert into event_seals (position, event_id, hash) values (place, happened.id, seal);
  end loop;
  insert into event_seal_head (position, hash) values (place, seal);
end $$;

create trigger events_append_only before delete or truncate or update of id, type, subject, payload, actor, occurred_at
  on events for each statement execute function append_only();
create trigger event_seals_append_only before update or delete or truncate on event_seals
  for each statement execute function append_only();
