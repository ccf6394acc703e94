-- Stock that changes by movements alone, and the papers of the stockroom.

-- inventory --------------------------------------------------------------------------------------------------------

-- From how few on an item counts as running low.
alter table inventory_items add column low_at integer not null default 5 check (low_at >= 0);

alter table stock_movements drop constraint stock_movements_reason_check;
alter table stock_movements add constraint stock_movements_reason_check check (reason in (
  'received', 'sold', 'adjusted', 'counted', 'transferred', 'returned', 'imported',
  'damaged', 'lost', 'found', 'corrected', 'taken'));
alter table stock_movements add column note text;
create index stock_movements_newest on stock_movements (inventory_item_id, id desc);
create index stock_movements_by_reference on stock_movements (reference) where reference is not null;

-- Where an older shop's levels had drifted from their movements, the difference is written down before the rule begins.
insert into stock_movements (inventory_item_id, location_id, quantity, reason, actor, note, occurred_at)
select level.inventory_item_id, level.location_id, level.on_hand - moved.quantity, 'corrected', 'system',
  'what lay there without a movement', now()
from stock_levels level
cross join lateral (
  select coalesce(sum(quantity), 0)::int as quantity from stock_movements m
  where m.inventory_item_id = level.inventory_item_id and m.location_id = level.location_id
) moved
where level.on_hand <> moved.quantity;

-- On hand is the sum of movements: a movement changes it, and nothing else can.
create function movements_change_levels() returns trigger language plpgsql as $$
begin
  update stock_levels level set on_hand = level.on_hand + moved.quantity
  from (
    select inventory_item_id, location_id, sum(quantity)::int as quantity from arrived group by 1, 2
  ) moved
  where level.inventory_item_id = moved.inventory_item_id and level.location_id = moved.location_id;
  return null;
end $$;
create trigger stock_movements_change_levels after insert on stock_movements
  referencing new table as arrived for each statement execute function movements_change_levels();

create function on_hand_is_the_sum_of_movements() returns trigger language plpgsql as $$
begin
  -- At depth one somebody wrote it by hand; deeper, a movement did.
  if pg_trigger_depth() < 2 then
    raise exception 'on hand is the sum of movements: write a movement' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger stock_levels_begin_empty before insert on stock_levels
  for each row when (new.on_hand <> 0) execute function on_hand_is_the_sum_of_movements();
create trigger stock_levels_follow_movements before update of on_hand on stock_levels
  for each row when (new.on_hand <> old.on_hand) execute function on_hand_is_the_sum_of_movements();

-- stockroom --------------------------------------------------------------------------------------------------------

-- The papers of the stockroom: what came in, what was put right, what is on its way, what was counted.
create table stock_documents (
  id text primary key,
  kind text not null check (kind in ('receipt', 'adjustment', 'transfer', 'count')),
  status text not null check (status in ('open', 'review', 'sent', 'done', 'discarded')),
  location_id text not null references stock_locations (id),
  to_location_id text references stock_locations (id),
  reason text check (reason in ('damaged', 'lost', 'found', 'corrected', 'taken')),
  note text,
  -- What the asker called this request, so that a form sent twice is one paper.
  request_key text,
  started_by text not null,
  started_at timestamptz not null,
  done_by text,
  done_at timestamptz,
  unique (started_by, request_key),
  check ((kind = 'transfer') = (to_location_id is not null)),
  check (to_location_id <> location_id),
  check ((kind = 'adjustment') = (reason is not null)),
  check ((status in ('done', 'discarded')) = (done_at is not null)),
  check (case kind when 'transfer' then status in ('sent', 'done')
    when 'count' then status in ('open', 'review', 'done', 'discarded') else status = 'done' end)
);
create index stock_documents_newest on stock_documents (started_at desc, id desc);
create index stock_documents_open on stock_documents (kind) where status in ('open', 'review', 'sent');

create table stock_document_lines (
  document_id text not null references stock_documents (id),
  inventory_item_id text not null references inventory_items (id),
  -- Pieces: that came in, that changed (fewer is negative), that were sent, or that were counted (null until then).
  quantity integer,
  -- Of a count: what the shop believed to lie there at the moment of counting.
  expected integer,
  -- Of a transfer: how many arrived.
  arrived integer check (arrived between 0 and quantity),
  counted_by text,
  counted_at timestamptz,
  primary key (document_id, inventory_item_id),
  check ((expected is null) = (counted_at is null) and (expected is null) = (counted_by is null)),
  check (expected is null or quantity >= 0)
);
create index stock_document_lines_of_item on stock_document_lines (inventory_item_id);
