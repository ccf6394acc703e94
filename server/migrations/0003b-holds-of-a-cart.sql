-- A cart whose order is being paid sees what is held for that order as its own to spend.
alter table stored_value_holds add column cart_id text;
