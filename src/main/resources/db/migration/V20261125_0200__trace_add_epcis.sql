-- A step's event in EPCIS, by its id; the place of the step's entry within its batch of the public log;
-- whether the same happened to the lot before, as with every parcel that is sent. Null for the office's
-- own to and fro, and for steps that are older than this.
alter table trace_event
  add column epcis_id     varchar(96) character set ascii collate ascii_bin null,
  add column log_position int         not null default 0,
  add column repeated     boolean     not null default false,
  -- none for a shop that acts by its key
  modify column actor_role varchar(32) null,
  add key trace_event_shown (lot_id, repeated, id);
