-- Promotions, what they took from an order, and price lists by customer group.

-- pricing ----------------------------------------------------------------------------------------------------------

-- Customers who are offered other prices: the trade, members, the shop's own people.
create table customer_groups (
  id text primary key,
  title text not null check (title <> ''),
  -- Who enters it in a cart belongs to the group.
  entry_code text not null unique,
  created_at timestamptz not null
);

alter table price_lists
  add column title text not null default '',
  add column customer_group_id text references customer_groups (id);

-- promotions -------------------------------------------------------------------------------------------------------

create table promotions (
  id text primary key,
  title text not null check (title <> ''),
  translations jsonb not null default '{}',
  method text not null check (method in ('automatic', 'code')),
  status text not null default 'active' check (status in ('active', 'paused')),
  -- Rises with every change, so that an order is never placed by a rule that has changed meanwhile.
  version integer not null default 1,
  -- What it gives, on which goods, and what it asks for: see promotion-rule.ts.
  rule jsonb not null,
  priority integer not null default 0,
  combines text not null default 'with-all' check (combines in ('with-all', 'with-none', 'with-listed')),
  combines_with text[] not null default '{}',
  starts_at timestamptz,
  ends_at timestamptz,
  uses_max integer check (uses_max >= 1),
  uses_per_customer_max integer check (uses_per_customer_max >= 1),
  budget_currency text check (budget_currency ~ '^[A-Z]{3}$'),
  budget_minor bigint check (budget_minor >= 1),
  -- Both are the sums of promotion_uses, those that were released left aside.
  uses integer not null default 0,
  spent_minor bigint not null default 0,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint a_promotion_is_used_no_more_than_it_may check (uses >= 0 and (uses_max is null or uses <= uses_max)),
  constraint a_promotion_spends_no_more_than_its_budget
    check (spent_minor >= 0 and (budget_minor is null or spent_minor <= budget_minor)),
  check ((budget_minor is null) = (budget_currency is null)),
  check (ends_at is null or starts_at is null or ends_at > starts_at),
  -- A rate is parts per million, an amount is minor units by currency: one can never be read as the other.
  constraint a_fixed_amount_is_no_percentage check (
    not (rule @? '$.gives ? (@.kind == "percent").tiers[*].amounts') and
    not (rule @? '$.gives ? (@.kind == "amount").tiers[*].ratePpm') and
    not (rule @? '$.gives.**.ratePpm ? (@ < 1 || @ > 1000000)')
  )
);

create table promotion_codes (
  code text primary key check (code <> ''),
  promotion_id text not null references promotions (id) on delete cascade,
  uses_max integer check (uses_max >= 1),
  uses integer not null default 0,
  created_at timestamptz not null,
  constraint a_code_is_used_no_more_than_it_may check (uses >= 0 and (uses_max is null or uses <= uses_max))
);
create index promotion_codes_of_promotion on promotion_codes (promotion_id, created_at, code);

-- One use of a promotion by one order: reserved while it waits for its payment, used once it is placed.
create table promotion_uses (
  order_id text not null,
  promotion_id text not null references promotions (id),
  code text,
  -- Keyed hash of the customer's address, where uses are counted by customer.
  customer bytea,
  currency text not null,
  amount_minor bigint not null check (amount_minor > 0),
  status text not null default 'reserved' check (status in ('reserved', 'used', 'released')),
  created_at timestamptz not null,
  primary key (order_id, promotion_id)
);
create index promotion_uses_of_promotion on promotion_uses (promotion_id, created_at);

create table promotion_customers (
  promotion_id text not null references promotions (id) on delete cascade,
  customer bytea not null,
  uses integer not null check (uses >= 0),
  primary key (promotion_id, customer)
);

-- carts ------------------------------------------------------------------------------------------------------------

alter table carts
  add column codes text[] not null default '{}' check (cardinality(codes) <= 5),
  add column customer_group_id text references customer_groups (id);

-- orders -----------------------------------------------------------------------------------------------------------

alter table orders
  -- Part of discount_minor: what was taken off shipping_minor. The rest was taken off the lines.
  add column shipping_discount_minor bigint not null default 0,
  add constraint shipping_is_never_paid_back check (shipping_discount_minor between 0 and least(shipping_minor, discount_minor)),
  add constraint goods_are_never_paid_back check (discount_minor - shipping_discount_minor <= goods_minor);
alter table order_lines
  add constraint a_line_is_never_paid_back check (discount_minor between 0 and subtotal_minor);

-- Which promotion took how much from which line, as it was when it was bought.
create table order_discounts (
  order_id text not null references orders (id),
  -- In the order in which they were applied.
  position integer not null,
  promotion_id text not null,
  title text not null,
  code text,
  -- Null: from shipping.
  order_line_id text references order_lines (id),
  amount_minor bigint not null check (amount_minor > 0),
  unique nulls not distinct (order_id, promotion_id, order_line_id)
);
