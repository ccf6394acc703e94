-- What happens to an order after it was placed: refunds, cancellations, changes. What may never be given back is refused
-- here as well: the counters below are checked against what was paid.

alter table orders
  -- Given back of the total, shipping's part and its tax among it.
  add column refunded_minor bigint not null default 0,
  add column refunded_shipping_minor bigint not null default 0,
  add column refunded_shipping_tax_minor bigint not null default 0,
  -- How often it was changed after it was placed.
  add column revision integer not null default 0 check (revision >= 0),
  add column canceled_at timestamptz,
  add constraint an_order_gives_back_what_was_paid check (
    0 <= refunded_minor and refunded_minor <= total_minor
    and 0 <= refunded_shipping_minor and refunded_shipping_minor <= refunded_minor
    and refunded_shipping_minor <= shipping_minor - shipping_discount_minor + case when prices_include_tax then 0 else shipping_tax_minor end
    and 0 <= refunded_shipping_tax_minor and refunded_shipping_tax_minor <= shipping_tax_minor
    and refunded_shipping_tax_minor <= refunded_shipping_minor
  ),
  add constraint a_canceled_order_says_when check ((status = 'canceled') = (canceled_at is not null)),
  add constraint what_has_left_is_not_canceled check (status <> 'canceled' or fulfillment_status = 'unfulfilled');

-- A line of which everything was taken out stays, with a quantity of none.
alter table order_lines
  drop constraint order_lines_quantity_check,
  add column canceled_quantity integer not null default 0 check (canceled_quantity >= 0),
  add column refunded_quantity integer not null default 0,
  add column refunded_minor bigint not null default 0,
  add column refunded_tax_minor bigint not null default 0,
  add constraint a_line_is_bought_or_canceled check (quantity >= 0 and quantity + canceled_quantity > 0),
  add constraint a_line_gives_back_what_was_paid check (
    0 <= refunded_quantity and refunded_quantity <= quantity
    and 0 <= refunded_minor and refunded_minor <= total_minor
    and 0 <= refunded_tax_minor and refunded_tax_minor <= tax_minor
    and refunded_tax_minor <= refunded_minor
  );

-- Money on its way back to a buyer, written down before anybody is asked for it.
create table order_refunds (
  id text primary key,
  order_id text not null references orders (id),
  -- A refund of what was bought, or money that a canceled part no longer needs.
  kind text not null check (kind in ('refund', 'cancellation')),
  status text not null check (status in ('recorded', 'refunded', 'failed')),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  amount_minor bigint not null check (amount_minor > 0),
  tax_minor bigint not null check (tax_minor between 0 and amount_minor),
  shipping_minor bigint not null check (shipping_minor between 0 and amount_minor),
  shipping_tax_minor bigint not null check (shipping_tax_minor between 0 and tax_minor),
  -- What the providers would not give back.
  refused_minor bigint not null default 0 check (refused_minor between 0 and amount_minor),
  reason text not null default '',
  is_restocked boolean not null default false,
  actor text not null,
  -- What the asker called this request, so that a form sent twice gives back once.
  request_key text,
  created_at timestamptz not null,
  finished_at timestamptz,
  unique (order_id, request_key),
  check ((status = 'recorded') = (finished_at is null))
);
create index order_refunds_of_order on order_refunds (order_id);
create index order_refunds_open on order_refunds (created_at) where status = 'recorded';

-- What it is given back for; a quantity of none is a part of a free amount.
create table order_refund_lines (
  refund_id text not null references order_refunds (id),
  order_line_id text not null references order_lines (id),
  quantity integer not null check (quantity >= 0),
  amount_minor bigint not null check (amount_minor >= 0),
  tax_minor bigint not null check (tax_minor between 0 and amount_minor),
  primary key (refund_id, order_line_id),
  check (quantity > 0 or amount_minor > 0)
);

alter table stores
  -- Up to here, support may give back of one order; null for any amount.
  add column support_refund_max_minor bigint default 10000 check (support_refund_max_minor >= 0),
  -- When the invoice of an order is issued.
  add column invoice_on text not null default 'shipment' check (invoice_on in ('shipment', 'placement')),
  -- The merchant's tax number, as it stands on invoices.
  add column tax_number text not null default '';
