-- When the shop last said that a list's prices began or ended, so that pages drop what they had kept.
alter table price_lists add column announced_at timestamptz;
