-- Lots that are made of others, and lots that a recall holds.
alter table lot
  add column made      boolean     not null default false,
  add column holds     int         not null default 0,
  add column held_from varchar(16) null,
  add constraint lot_is_held_from_somewhere check (state <> 'HELD' or held_from is not null),
  add constraint lot_holds_are_counted check (holds >= 0);
