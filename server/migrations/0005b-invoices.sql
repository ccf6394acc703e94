-- Invoices and credit notes: numbered without a gap, and never changed once they are issued.

create table invoice_series (
  kind text primary key check (kind in ('invoice', 'credit-note')),
  prefix text not null unique,
  -- Counted in the transaction that issues: a number that is not used is not taken.
  last_number bigint not null default 0 check (last_number >= 0)
);
insert into invoice_series (kind, prefix) values ('invoice', 'INV-'), ('credit-note', 'CN-');

create table invoices (
  id text primary key,
  kind text not null references invoice_series (kind),
  number bigint not null check (number >= 1),
  order_id text not null references orders (id),
  -- What it is issued for (a parcel, a whole order, a refund, a cancellation): once for each.
  reference text not null,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  tax_minor bigint not null check (tax_minor between 0 and total_minor),
  total_minor bigint not null check (total_minor > 0),
  -- Everything that stands on it, sealed, so that the same paper can be drawn again.
  content_sealed bytea not null,
  issued_at timestamptz not null,
  unique (kind, number),
  unique (kind, reference)
);
create index invoices_of_order on invoices (order_id, issued_at);
create trigger invoices_append_only before update or delete or truncate on invoices
  for each statement execute function append_only();
