-- How often a label was opened. A label is a roll of the lot and an index in it.
create table scan_tally (
  lot_id       bigint      not null,
  roll         int         not null,
  label_index  int         not null,
  scans        bigint      not null,
  first_at     datetime(6) not null,
  -- when the row was written last: other nodes read on from here
  written_at   datetime(6) not null,
  primary key (lot_id, roll, label_index),
  key scan_tally_by_time (written_at)
);
