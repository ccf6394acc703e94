-- Outgoing webhooks: who wants to hear of what happens in the shop, what they were told, and what they answered.

create table webhook_endpoints (
  id text primary key,
  url text not null,
  description text not null default '',
  event_types text[] not null check (cardinality(event_types) > 0),
  -- 'gone': it answered 410, which means "never again".
  status text not null default 'active' check (status in ('active', 'paused', 'gone')),
  secret_sealed bytea not null,
  -- While a secret is being changed, both sign.
  old_secret_sealed bytea,
  old_secret_until timestamptz,
  -- Failures in a row; after some of them it is left alone until then.
  failures integer not null default 0 check (failures >= 0),
  resting_until timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  check ((old_secret_sealed is null) = (old_secret_until is null))
);

create table webhook_deliveries (
  id text primary key,
  endpoint_id text not null references webhook_endpoints (id) on delete cascade,
  -- Null for a test that somebody asked for.
  event_id bigint references events (id),
  type text not null,
  body text not null,
  status text not null default 'waiting' check (status in ('waiting', 'delivered', 'failed')),
  attempts integer not null default 0,
  next_attempt_at timestamptz not null,
  created_at timestamptz not null,
  finished_at timestamptz,
  -- However often the news comes, an endpoint is told once of an event.
  unique (endpoint_id, event_id),
  check ((status = 'waiting') = (finished_at is null))
);
create index webhook_deliveries_due on webhook_deliveries (endpoint_id, next_attempt_at) where status = 'waiting';
create index webhook_deliveries_newest on webhook_deliveries (endpoint_id, created_at desc, id desc);

create table webhook_attempts (
  id bigint generated always as identity primary key,
  delivery_id text not null references webhook_deliveries (id) on delete cascade,
  attempted_at timestamptz not null,
  -- What was answered; null when nothing was.
  status integer,
  problem text,
  took_ms integer not null
);
create index webhook_attempts_of_delivery on webhook_attempts (delivery_id, id);
