-- Books that are closed as they are written, and whose balances the database keeps itself.

-- What every account stands at. An account is spread over several rows, one for each of some database connections: two
-- orders that are placed at once would otherwise wait for each other on the one row of "owed by customers".
create table ledger_balances (
  account text not null references ledger_accounts (code),
  currency text not null,
  slot smallint not null check (slot between 0 and 63),
  debit_minor bigint not null check (debit_minor >= 0),
  credit_minor bigint not null check (credit_minor >= 0),
  primary key (account, currency, slot)
) with (fillfactor = 50);

insert into ledger_balances (account, currency, slot, debit_minor, credit_minor)
select account, currency, 0, sum(greatest(amount_minor, 0)), sum(greatest(-amount_minor, 0))
from ledger_entries group by account, currency;

-- The entries of an account in their order, with their amounts at hand for running balances.
create index ledger_entries_of_account on ledger_entries (account, currency, transaction_id, line) include (amount_minor);
drop index ledger_entries_by_account;

create or replace function ledger_must_balance() returns trigger language plpgsql as $$
begin
  -- All entries of a transaction arrive in one statement, so what that statement brought must sum to zero by itself.
  if exists (select from arrived group by transaction_id, currency having sum(amount_minor) <> 0) then
    raise exception 'ledger entries of a transaction must sum to zero per currency' using errcode = 'check_violation';
  end if;
  -- And nothing comes later: neither a pair of entries that balances nor half of one that a next statement completes.
  if (select count(*) from ledger_entries where transaction_id in (select transaction_id from arrived))
      <> (select count(*) from arrived) then
    raise exception 'a booked transaction is closed: its entries are written at once' using errcode = 'check_violation';
  end if;
  insert into ledger_balances as kept (account, currency, slot, debit_minor, credit_minor)
  select account, currency, pg_backend_pid() % 64, sum(greatest(amount_minor, 0)), sum(greatest(-amount_minor, 0))
  from arrived group by account, currency order by account, currency
  on conflict (account, currency, slot) do update
    set debit_minor = kept.debit_minor + excluded.debit_minor, credit_minor = kept.credit_minor + excluded.credit_minor;
  return null;
end $$;

-- A transaction without entries says nothing; looked at when everything is written, so that they may come second.
create function ledger_transaction_has_entries() returns trigger language plpgsql as $$
begin
  if not exists (select from ledger_entries where transaction_id = new.id) then
    raise exception 'a ledger transaction has entries' using errcode = 'check_violation';
  end if;
  return null;
end $$;
create constraint trigger ledger_transactions_have_entries after insert on ledger_transactions
  deferrable initially deferred for each row execute function ledger_transaction_has_entries();

create function balances_come_from_entries() returns trigger language plpgsql as $$
begin
  if pg_trigger_depth() < 2 then
    raise exception 'balances are the sum of entries: book a transaction' using errcode = 'insufficient_privilege';
  end if;
  return null;
end $$;
create trigger ledger_balances_follow_entries before insert or update or delete or truncate on ledger_balances
  for each statement execute function balances_come_from_entries();
