-- Payments towards a provider: 3-D Secure, authorisations that lapse, webhooks, disputes, saved cards.

-- The shopper has to prove at the card's bank that it is them; until then the money is not reserved.
alter table payments drop constraint payments_status_check;
alter table payments add constraint payments_status_check check (status in (
  'recorded', 'action-required', 'authorized', 'captured', 'declined', 'voided', 'refunded', 'unknown'
));
drop index payments_unsettled;
create index payments_unsettled on payments (created_at) where status in ('recorded', 'action-required', 'unknown');

-- Until when reserved money can be taken, and since when it no longer can although the order stands.
alter table payments add column authorization_expires_at timestamptz;
alter table payments add column lapsed_at timestamptz;
create index payments_expiring on payments (authorization_expires_at)
  where status in ('authorized', 'captured') and captured_minor < authorized_minor;
create index payments_lapsed on payments (lapsed_at) where lapsed_at is not null;

alter table payment_calls drop constraint payment_calls_action_check;
alter table payment_calls add constraint payment_calls_action_check check (action in (
  'authorize', 'capture', 'void', 'refund', 'open-page', 'close-page', 'reauthorize'
));
-- What a provider reports is found by what it calls it.
create index payment_calls_by_provider_reference on payment_calls (provider_reference) where provider_reference is not null;

-- What a provider told by itself, once for each message, however often it is sent.
create table payment_webhooks (
  provider text not null,
  id text not null,
  type text not null,
  payment_id text references payments (id),
  received_at timestamptz not null,
  primary key (provider, id)
);
create index payment_webhooks_by_age on payment_webhooks (received_at);

-- A cardholder who takes money back through their bank. While it is open, and when it is lost, the provider keeps it.
create table payment_disputes (
  provider text not null,
  id text not null,
  payment_id text not null references payments (id),
  status text not null check (status in ('open', 'won', 'lost')),
  reason text not null,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  amount_minor bigint not null check (amount_minor > 0),
  fee_minor bigint not null check (fee_minor >= 0),
  opened_at timestamptz not null,
  respond_by timestamptz not null,
  closed_at timestamptz,
  primary key (provider, id),
  check ((status = 'open') = (closed_at is null))
);
create index payment_disputes_of_payment on payment_disputes (payment_id);
create index payment_disputes_open on payment_disputes (respond_by) where status = 'open';

-- Cards that customers agreed to have kept: the provider's token (sealed), never a number.
create table saved_payment_methods (
  id text primary key,
  provider text not null,
  -- Keyed hash of the lower-cased address, as orders have it.
  customer_index bytea not null,
  -- The payment with which it was agreed to.
  payment_id text not null references payments (id),
  token_sealed bytea not null,
  brand text not null,
  last4 text not null check (last4 ~ '^[0-9]{4}$'),
  exp_month integer not null check (exp_month between 1 and 12),
  exp_year integer not null check (exp_year between 2000 and 2200),
  created_at timestamptz not null,
  unique (payment_id)
);
create index saved_payment_methods_of_customer on saved_payment_methods (customer_index, created_at desc);
