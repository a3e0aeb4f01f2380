-- How often a label was opened. A label is a roll and an index; roll 0 stands for the bare lot link.
create table scan_tally (
  lot_id       bigint      not null,
  roll         int         not null,
  label_index  int         not null,
  scans        bigint      not null,
  first_at     datetime(6) not null,
  last_at      datetime(6) not null,
  primary key (lot_id, roll, label_index),
  key scan_tally_by_time (last_at)
);
