-- The foundation: every table that a purchase touches. Forward only; a later migration changes what is here.
-- Conventions: ids are prefixed TypeIDs made by the application; money is bigint minor units beside its currency;
-- states are CHECKed lists; what may never happen is refused here as well as in the code.

-- platform ---------------------------------------------------------------------------------------------------------

create table events (
  id bigint generated always as identity primary key,
  type text not null,
  subject text not null,
  payload jsonb not null default '{}',
  actor text,
  occurred_at timestamptz not null,
  dispatched_at timestamptz
);
create index events_undispatched on events (id) where dispatched_at is null;
create index events_of_subject on events (subject, id);

create table event_deliveries (
  event_id bigint not null references events (id),
  listener text not null,
  subject text not null,
  status text not null default 'waiting' check (status in ('waiting', 'done', 'dead')),
  attempts integer not null default 0,
  next_attempt_at timestamptz not null,
  last_error text,
  done_at timestamptz,
  primary key (event_id, listener)
);
create index event_deliveries_waiting on event_deliveries (listener, subject, event_id) where status = 'waiting';
create index event_deliveries_dead on event_deliveries (event_id) where status = 'dead';

create table idempotency_keys (
  scope text not null,
  key text not null,
  request_hash text not null,
  status text not null check (status in ('running', 'answered')),
  response_status integer,
  response_body text,
  locked_until timestamptz not null,
  created_at timestamptz not null,
  primary key (scope, key)
);
create index idempotency_keys_age on idempotency_keys (created_at);

-- stores -----------------------------------------------------------------------------------------------------------

create table stores (
  id text primary key,
  only_one boolean not null default true unique check (only_one),
  name text not null,
  tagline jsonb not null default '{}',
  support_email text not null,
  default_locale text not null,
  locales text[] not null,
  address jsonb not null default '{}',
  -- Pictures of the shop itself: logo, hero (wide and tall), social card.
  look jsonb not null default '{}',
  capture text not null default 'on-shipment' check (capture in ('on-placement', 'on-shipment')),
  is_demo boolean not null default false,
  created_at timestamptz not null
);

create table markets (
  id text primary key,
  code text not null unique,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  countries text[] not null check (cardinality(countries) > 0),
  default_country text not null,
  prices_include_tax boolean not null,
  position integer not null default 0
);

create table stock_locations (
  id text primary key,
  code text not null unique,
  name text not null,
  translations jsonb not null default '{}',
  kind text not null check (kind in ('warehouse', 'store')),
  address jsonb not null default '{}',
  hours jsonb not null default '[]',
  ships boolean not null default true,
  priority integer not null default 0
);

-- catalog ----------------------------------------------------------------------------------------------------------

create table categories (
  id text primary key,
  parent_id text references categories (id),
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  title text not null,
  description text not null default '',
  translations jsonb not null default '{}',
  media_id text,
  position integer not null default 0,
  check (parent_id <> id)
);

create table attribute_definitions (
  code text primary key,
  label text not null,
  translations jsonb not null default '{}',
  type text not null check (type in ('text', 'number', 'boolean')),
  unit text
);

create table products (
  id text primary key,
  slug text not null unique,
  title text not null,
  description_html text not null default '',
  translations jsonb not null default '{}',
  vendor text not null default '',
  product_type text not null default '',
  status text not null default 'draft' check (status in ('draft', 'active', 'archived')),
  tags text[] not null default '{}',
  options jsonb not null default '[]' check (jsonb_typeof(options) = 'array' and jsonb_array_length(options) <= 3),
  attributes jsonb not null default '{}',
  tax_category text not null default 'standard',
  seo_title text,
  seo_description text,
  -- What an import read and we have no column for, kept so that export gives it back unchanged.
  imported jsonb not null default '{}',
  created_at timestamptz not null,
  updated_at timestamptz not null,
  published_at timestamptz
);
create index products_newest on products (created_at desc, id desc) where status = 'active';
create index products_by_title on products (title, id);

create table product_categories (
  product_id text not null references products (id) on delete cascade,
  category_id text not null references categories (id) on delete cascade,
  position integer not null default 0,
  primary key (product_id, category_id)
);
create index product_categories_by_category on product_categories (category_id, position, product_id);

create table media (
  id text primary key,
  status text not null check (status in ('ready', 'missing')),
  -- SHA-256 of the original; the folder under which its renditions lie. Null while the picture is missing.
  content_hash text,
  width integer,
  height integer,
  widths integer[] not null default '{}',
  placeholder_color text,
  source_url text,
  missing_because text,
  created_at timestamptz not null,
  check ((status = 'ready') = (content_hash is not null))
);
create unique index media_by_hash on media (content_hash) where content_hash is not null and source_url is null;
alter table categories add foreign key (media_id) references media (id);

create table product_media (
  product_id text not null references products (id) on delete cascade,
  media_id text not null references media (id),
  position integer not null,
  alt text not null default '',
  translations jsonb not null default '{}',
  -- The value of the first option that this picture shows, so that choosing "Moss" brings up the moss one.
  option_value text,
  primary key (product_id, position)
);

create table variants (
  id text primary key,
  product_id text not null references products (id) on delete cascade,
  position integer not null,
  option_values text[] not null default '{}' check (cardinality(option_values) <= 3),
  sku text unique,
  barcode text,
  weight_grams integer not null default 0 check (weight_grams >= 0),
  requires_shipping boolean not null default true,
  taxable boolean not null default true,
  track_inventory boolean not null default true,
  -- Sell on when the shelf is empty.
  backorder boolean not null default false,
  media_id text references media (id),
  imported jsonb not null default '{}',
  unique (product_id, option_values),
  unique (product_id, position) deferrable initially deferred
);
create index variants_by_barcode on variants (barcode) where barcode is not null;

-- pricing ----------------------------------------------------------------------------------------------------------

create table price_lists (
  id text primary key,
  code text not null unique,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  market_id text references markets (id),
  priority integer not null default 0,
  starts_at timestamptz,
  ends_at timestamptz
);

create table prices (
  price_list_id text not null references price_lists (id) on delete cascade,
  variant_id text not null references variants (id) on delete cascade,
  quantity_min integer not null default 1 check (quantity_min >= 1),
  amount_minor bigint not null check (amount_minor >= 0),
  compare_at_minor bigint check (compare_at_minor >= 0),
  primary key (variant_id, price_list_id, quantity_min)
);

-- taxes ------------------------------------------------------------------------------------------------------------

create table tax_rates (
  id text primary key,
  country text not null check (country ~ '^[A-Z]{2}$'),
  tax_category text not null,
  name text not null,
  -- Parts per million: 19 % is 190000.
  rate_ppm integer not null check (rate_ppm between 0 and 1000000),
  unique (country, tax_category)
);

-- inventory --------------------------------------------------------------------------------------------------------

create table inventory_items (
  id text primary key,
  sku text
);

-- What a variant takes from the shelf. Several variants and bundles may share an item; a set of two takes two.
create table variant_inventory_items (
  variant_id text not null references variants (id) on delete cascade,
  inventory_item_id text not null references inventory_items (id),
  quantity integer not null default 1 check (quantity >= 1),
  primary key (variant_id, inventory_item_id)
);
create index variant_inventory_items_by_item on variant_inventory_items (inventory_item_id);

create table stock_levels (
  inventory_item_id text not null references inventory_items (id),
  location_id text not null references stock_locations (id),
  on_hand integer not null default 0,
  reserved integer not null default 0,
  primary key (inventory_item_id, location_id),
  constraint stock_is_never_promised_twice check (0 <= reserved and reserved <= on_hand)
);

create table stock_movements (
  id bigint generated always as identity primary key,
  inventory_item_id text not null,
  location_id text not null,
  quantity integer not null check (quantity <> 0),
  reason text not null check (reason in ('received', 'sold', 'adjusted', 'counted', 'transferred', 'returned', 'imported')),
  reference text,
  actor text,
  occurred_at timestamptz not null,
  foreign key (inventory_item_id, location_id) references stock_levels (inventory_item_id, location_id)
);
create index stock_movements_of_item on stock_movements (inventory_item_id, location_id, id);

create table reservations (
  id bigint generated always as identity primary key,
  order_id text not null,
  order_line_id text not null,
  inventory_item_id text not null,
  location_id text not null,
  quantity integer not null check (quantity > 0),
  status text not null default 'held' check (status in ('held', 'committed', 'released', 'fulfilled')),
  -- Held while payment is asked; committed (no end) once the order is placed.
  held_until timestamptz,
  foreign key (inventory_item_id, location_id) references stock_levels (inventory_item_id, location_id),
  check ((status = 'held') = (held_until is not null))
);
create index reservations_of_order on reservations (order_id);
create index reservations_expiring on reservations (held_until) where status = 'held';

-- shipping ---------------------------------------------------------------------------------------------------------

create table shipping_methods (
  id text primary key,
  code text not null unique,
  name text not null,
  translations jsonb not null default '{}',
  kind text not null check (kind in ('delivery', 'pickup')),
  location_id text references stock_locations (id),
  carrier text,
  tracking_url_template text,
  days_min integer not null check (days_min >= 0),
  days_max integer not null,
  -- Orders placed after this hour (store time) leave the next working day.
  cutoff_hour integer not null default 14 check (cutoff_hour between 0 and 24),
  tax_category text not null default 'standard',
  active boolean not null default true,
  position integer not null default 0,
  check (days_max >= days_min),
  check ((kind = 'pickup') = (location_id is not null))
);

create table shipping_rates (
  id text primary key,
  method_id text not null references shipping_methods (id) on delete cascade,
  countries text[] not null check (cardinality(countries) > 0),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  weight_min_grams integer not null default 0,
  weight_max_grams integer,
  value_min_minor bigint not null default 0,
  value_max_minor bigint,
  amount_minor bigint not null check (amount_minor >= 0)
);
create index shipping_rates_of_method on shipping_rates (method_id);

-- carts ------------------------------------------------------------------------------------------------------------

create table carts (
  id text primary key,
  -- SHA-256 of the secret that only the shopper's browser holds; the id alone opens nothing.
  token_hash bytea not null,
  status text not null default 'active' check (status in ('active', 'ordered')),
  market_id text not null references markets (id),
  currency text not null,
  locale text not null,
  -- Sealed JSON: email, name, phone, address.
  contact_sealed bytea,
  country text not null,
  shipping_method_id text references shipping_methods (id),
  order_id text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  check (status <> 'ordered' or order_id is not null)
);
create index carts_by_age on carts (updated_at) where status = 'active';

create table cart_lines (
  id text primary key,
  cart_id text not null references carts (id) on delete cascade,
  variant_id text not null references variants (id) on delete cascade,
  quantity integer not null check (quantity between 1 and 99),
  -- The unit price that the shopper was last shown, so that a change is said and not slipped in.
  quoted_minor bigint check (quoted_minor >= 0),
  added_at timestamptz not null,
  unique (cart_id, variant_id)
);

-- orders -----------------------------------------------------------------------------------------------------------

create sequence order_numbers start 1001;

create table orders (
  id text primary key,
  number bigint unique,
  cart_id text not null,
  access_token_hash bytea not null,
  status text not null check (status in ('awaiting-payment', 'placed', 'declined', 'canceled', 'completed')),
  fulfillment_status text not null default 'unfulfilled' check (fulfillment_status in ('unfulfilled', 'partly-shipped', 'shipped', 'delivered')),
  market_id text not null references markets (id),
  currency text not null,
  locale text not null,
  contact_sealed bytea not null,
  -- Keyed hash of the lower-cased address, so that an order is found by mail without storing the mail in clear.
  email_index bytea not null,
  country text not null,
  prices_include_tax boolean not null,
  goods_minor bigint not null check (goods_minor >= 0),
  shipping_minor bigint not null check (shipping_minor >= 0),
  discount_minor bigint not null default 0 check (discount_minor >= 0),
  tax_minor bigint not null check (tax_minor >= 0),
  -- Part of tax_minor.
  shipping_tax_minor bigint not null default 0 check (shipping_tax_minor between 0 and tax_minor),
  -- Name, rate and amount of each tax, shipping's included, as the receipt shows them.
  tax_lines jsonb not null default '[]',
  total_minor bigint not null check (total_minor >= 0),
  shipping_method_id text,
  shipping_method jsonb not null,
  deliver_from date,
  deliver_until date,
  placed_at timestamptz,
  created_at timestamptz not null,
  check ((number is null) = (placed_at is null)),
  constraint the_total_is_its_parts check (
    total_minor = goods_minor + shipping_minor - discount_minor
      + case when prices_include_tax then 0 else tax_minor end
  )
);
create unique index one_order_per_cart on orders (cart_id) where status <> 'declined';
create index orders_newest on orders (placed_at desc, id desc) where placed_at is not null;
create index orders_to_ship on orders (placed_at, id) where status = 'placed' and fulfillment_status in ('unfulfilled', 'partly-shipped');
create index orders_waiting on orders (created_at) where status = 'awaiting-payment';
create index orders_by_email on orders (email_index, placed_at desc);

create table order_lines (
  id text primary key,
  order_id text not null references orders (id),
  position integer not null,
  product_id text,
  variant_id text,
  title text not null,
  variant_title text not null default '',
  sku text,
  -- The picture as it was shown: hash, width, height, widths, placeholder colour.
  image jsonb,
  quantity integer not null check (quantity > 0),
  fulfilled_quantity integer not null default 0,
  unit_price_minor bigint not null check (unit_price_minor >= 0),
  subtotal_minor bigint not null,
  discount_minor bigint not null default 0 check (discount_minor >= 0),
  tax_rate_ppm integer not null,
  tax_name text not null,
  tax_minor bigint not null check (tax_minor >= 0),
  -- What the customer pays for this line, tax and discount included.
  total_minor bigint not null check (total_minor >= 0),
  requires_shipping boolean not null,
  weight_grams integer not null default 0,
  unique (order_id, position),
  check (fulfilled_quantity between 0 and quantity),
  check (subtotal_minor = unit_price_minor * quantity)
);
create index order_lines_by_variant on order_lines (variant_id);

-- payments ---------------------------------------------------------------------------------------------------------

create table payments (
  id text primary key,
  order_id text not null references orders (id),
  provider text not null,
  status text not null check (status in ('recorded', 'authorized', 'captured', 'declined', 'voided', 'refunded', 'unknown')),
  currency text not null,
  amount_minor bigint not null check (amount_minor >= 0),
  authorized_minor bigint not null default 0,
  captured_minor bigint not null default 0,
  refunded_minor bigint not null default 0,
  provider_reference text unique,
  -- What the shopper's browser got from the provider in exchange for the card; good for one authorisation.
  source_token text,
  payment_page_id text unique,
  method jsonb not null default '{}',
  decline_code text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint never_more_than_was_paid check (
    0 <= refunded_minor and refunded_minor <= captured_minor
    and captured_minor <= authorized_minor and authorized_minor <= amount_minor
  )
);
create index payments_of_order on payments (order_id);
create index payments_unsettled on payments (created_at) where status in ('recorded', 'unknown');

-- Every call to a provider is written down before it is made.
create table payment_calls (
  id text primary key,
  payment_id text not null references payments (id),
  action text not null check (action in ('authorize', 'capture', 'void', 'refund', 'open-page', 'close-page')),
  -- Why it is asked (an order, a shipment, a return): the same reason is never asked for twice.
  reference text not null,
  -- What it acts on at the provider: the authorisation of a capture, the capture of a refund.
  target text,
  amount_minor bigint not null check (amount_minor >= 0),
  status text not null check (status in ('recorded', 'answered', 'unknown')),
  provider_reference text,
  answer jsonb,
  created_at timestamptz not null,
  answered_at timestamptz
);
create unique index payment_calls_once on payment_calls (payment_id, action, reference);
create index payment_calls_unsettled on payment_calls (created_at) where status <> 'answered';

-- ledger -----------------------------------------------------------------------------------------------------------

create table ledger_accounts (
  code text primary key check (code ~ '^[a-z]+(:[a-z0-9-]+)+$'),
  kind text not null check (kind in ('asset', 'liability', 'equity', 'revenue', 'expense'))
);

create table ledger_transactions (
  id text primary key,
  kind text not null,
  reference text not null,
  occurred_at timestamptz not null,
  -- The same movement is booked once, however often it is reported.
  unique (kind, reference)
);
create index ledger_transactions_by_time on ledger_transactions (occurred_at, id);

create table ledger_entries (
  transaction_id text not null references ledger_transactions (id),
  line integer not null,
  account text not null references ledger_accounts (code),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  -- Debit is positive, credit negative.
  amount_minor bigint not null check (amount_minor <> 0),
  primary key (transaction_id, line)
);
create index ledger_entries_by_account on ledger_entries (account, currency);

create function ledger_must_balance() returns trigger language plpgsql as $$
begin
  -- All entries of a transaction arrive in one statement, so what that statement brought must sum to zero by itself.
  if exists (select from arrived group by transaction_id, currency having sum(amount_minor) <> 0) then
    raise exception 'ledger entries of a transaction must sum to zero per currency' using errcode = 'check_violation';
  end if;
  return null;
end $$;
create trigger ledger_entries_balance after insert on ledger_entries
  referencing new table as arrived for each statement execute function ledger_must_balance();

create function append_only() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'insufficient_privilege';
end $$;
create trigger ledger_entries_append_only before update or delete or truncate on ledger_entries
  for each statement execute function append_only();
create trigger ledger_transactions_append_only before update or delete or truncate on ledger_transactions
  for each statement execute function append_only();
create trigger stock_movements_append_only before update or delete or truncate on stock_movements
  for each statement execute function append_only();

-- fulfillment ------------------------------------------------------------------------------------------------------

create table fulfillments (
  id text primary key,
  order_id text not null references orders (id),
  status text not null check (status in ('shipped', 'ready-for-pickup', 'delivered')),
  carrier text,
  tracking_number text,
  tracking_url text,
  shipped_at timestamptz not null,
  delivered_at timestamptz,
  -- What the asker called this request, so that a form sent twice packs one parcel.
  request_key text,
  unique (order_id, request_key),
  check ((status = 'delivered') = (delivered_at is not null))
);
create index fulfillments_of_order on fulfillments (order_id);

create table fulfillment_lines (
  fulfillment_id text not null references fulfillments (id),
  order_line_id text not null references order_lines (id),
  quantity integer not null check (quantity > 0),
  primary key (fulfillment_id, order_line_id)
);

-- notifications ----------------------------------------------------------------------------------------------------

create table messages (
  id text primary key,
  kind text not null,
  reference text not null,
  order_id text not null references orders (id),
  locale text not null,
  status text not null check (status in ('waiting', 'sent', 'failed')),
  attempts integer not null default 0,
  last_error text,
  created_at timestamptz not null,
  sent_at timestamptz,
  unique (kind, reference)
);
create index messages_of_order on messages (order_id);
create index messages_newest on messages (created_at desc, id desc);
create index messages_unsent on messages (created_at) where status <> 'sent';

-- staff (the shapes that the sign-in library asks for) -----------------------------------------------------------------

create table staff_users (
  id text primary key,
  name text not null,
  email text not null unique,
  email_verified boolean not null default false,
  image text,
  role text not null default 'support' check (role in ('owner', 'manager', 'support', 'cashier')),
  disabled boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create table staff_sessions (
  id text primary key,
  user_id text not null references staff_users (id) on delete cascade,
  token text not null unique,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index staff_sessions_of_user on staff_sessions (user_id);
create table staff_accounts (
  id text primary key,
  account_id text not null,
  provider_id text not null,
  user_id text not null references staff_users (id) on delete cascade,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index staff_accounts_of_user on staff_accounts (user_id);
create table staff_verifications (
  id text primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index staff_verifications_by_identifier on staff_verifications (identifier);

-- Tries to sign in, counted in windows, so that a password cannot be guessed by trying; shared by all processes.
create table staff_sign_in_tries (
  -- Keyed hash of what is counted (an address, an account), so that neither is stored in clear.
  key bytea primary key,
  tries integer not null,
  window_ends_at timestamptz not null
);
create index staff_sign_in_tries_by_age on staff_sign_in_tries (window_ends_at);
