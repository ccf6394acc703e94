-- Backups: what was kept and where, whether a database is a restored copy, and whether it is opened with the right secret.

create table backups (
  id text primary key,
  status text not null check (status in ('running', 'done', 'failed')),
  file text not null,
  started_at timestamptz not null,
  finished_at timestamptz,
  bytes bigint,
  row_count bigint,
  picture_count integer,
  -- Restored into a scratch database, and found whole there.
  verified_at timestamptz,
  -- What the check found in the books of the copy, or why the backup failed.
  problem text,
  check ((status = 'running') = (finished_at is null))
);
create index backups_newest on backups (started_at desc);

-- A copy restored from a backup writes to nobody and charges nobody until somebody says that it is the shop now.
create table restorations (
  id bigint generated always as identity primary key,
  backup_made_at timestamptz not null,
  restored_at timestamptz not null,
  confirmed_at timestamptz,
  confirmed_by text,
  check ((confirmed_at is null) = (confirmed_by is null))
);
create index restorations_unconfirmed on restorations (id) where confirmed_at is null;

-- A word sealed with the shop's secret: whoever opens the database with another one is told before harm is done.
create table sealed_probe (
  only_one boolean primary key default true check (only_one),
  sealed bytea not null
);
