-- Gift cards and store credit: money that the shop owes whoever holds it. A balance is the sum of its entries, never
-- below zero; what is promised to an order that is being paid is held until it is taken or let go.

create table stored_value_accounts (
  id text primary key,
  kind text not null check (kind in ('gift-card', 'store-credit')),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  balance_minor bigint not null default 0,
  held_minor bigint not null default 0,
  disabled boolean not null default false,
  -- Of a gift card: the keyed hash of its code, and what staff tell it apart by. The code itself is shown once.
  code_hash bytea unique,
  last_four text,
  -- Sealed, and only until the mail with it has left.
  code_sealed bytea,
  expires_at timestamptz,
  -- Of store credit: whose it is, found as orders are (see orders.email_index).
  email_index bytea,
  -- Sealed JSON: whom it is for (email, name, message).
  holder_sealed bytea,
  -- The order it was bought with, where it was bought.
  sold_with_order_id text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint stored_value_is_never_below_zero check (0 <= held_minor and held_minor <= balance_minor),
  check ((kind = 'gift-card') = (code_hash is not null and last_four is not null)),
  check ((kind = 'store-credit') = (email_index is not null))
);
create unique index one_store_credit_per_customer on stored_value_accounts (email_index, currency) where kind = 'store-credit';
create index stored_value_newest on stored_value_accounts (kind, created_at desc, id desc);
create index stored_value_expiring on stored_value_accounts (expires_at) where balance_minor > 0;
create index stored_value_of_order on stored_value_accounts (sold_with_order_id) where sold_with_order_id is not null;

create table stored_value_entries (
  id bigint generated always as identity primary key,
  account_id text not null references stored_value_accounts (id),
  kind text not null check (kind in ('sold', 'issued', 'topped-up', 'redeemed', 'refunded', 'withdrawn', 'expired')),
  amount_minor bigint not null check (amount_minor <> 0),
  -- Which movement this is (a payment call, an order line's piece): the same one is written once.
  reference text not null,
  order_id text,
  reason text,
  actor text not null,
  occurred_at timestamptz not null,
  unique (account_id, kind, reference),
  check ((amount_minor < 0) = (kind in ('redeemed', 'withdrawn', 'expired')))
);
create unique index a_piece_is_sold_as_one_card on stored_value_entries (reference) where kind = 'sold';
create trigger stored_value_entries_append_only before update or delete or truncate on stored_value_entries
  for each statement execute function append_only();

-- What is promised to a payment. Its id is the payment's.
create table stored_value_holds (
  id text primary key,
  account_id text not null references stored_value_accounts (id),
  order_id text not null,
  amount_minor bigint not null check (amount_minor > 0),
  left_minor bigint not null check (left_minor between 0 and amount_minor),
  created_at timestamptz not null
);
create index stored_value_holds_live on stored_value_holds (account_id) where left_minor > 0;

-- What a shopper means to pay with besides a card: ids of gift cards and store credit, in the order of their use.
alter table carts add column tender_ids text[] not null default '{}' check (cardinality(tender_ids) <= 10);

-- What is sold as a gift card is owed, not earned, until somebody buys something for it.
alter table products add column is_gift_card boolean not null default false;
alter table order_lines add column is_gift_card boolean not null default false;
alter table orders add column gift_cards_minor bigint not null default 0 check (gift_cards_minor between 0 and goods_minor);
