-- Rapid residue tests (速测) of lots. Append only; values and thresholds in tenths of a percent.
create table rapid_test (
  id                 bigint      not null primary key,
  lot_id             bigint      not null,
  method             varchar(24) not null,
  kit                varchar(64) not null,
  value_permille     int         not null,
  threshold_permille int         not null,
  operator           varchar(64) not null,
  tested_at          datetime(6) not null,
  recorded_at        datetime(6) not null,
  actor_id           bigint      not null,
  actor_name         varchar(64) not null,
  actor_role         varchar(32) not null,
  -- the positive test that this one repeats
  repeats_id         bigint      null,
  constraint rapid_test_value_is_a_share check (value_permille between 0 and 1000),
  constraint rapid_test_threshold_is_a_share check (threshold_permille between 1 and 1000),
  constraint rapid_test_lot foreign key (lot_id) references lot (id),
  constraint rapid_test_repeats foreign key (repeats_id) references rapid_test (id),
  unique key rapid_test_is_repeated_once (repeats_id),
  key rapid_test_by_lot (lot_id, id)
) default character set utf8mb4 collate utf8mb4_unicode_520_ci;

-- Reports of laboratories on lots. Append only.
create table lab_report (
  id            bigint      not null primary key,
  lot_id        bigint      not null,
  lab           varchar(96) not null,
  cma_number    varchar(20) character set ascii collate ascii_bin not null,
  report_number varchar(40) not null,
  sampled_on    date        not null,
  issued_on     date        not null,
  passed        boolean     not null,
  recorded_at   datetime(6) not null,
  actor_id      bigint      not null,
  actor_name    varchar(64) not null,
  actor_role    varchar(32) not null,
  -- the failing report that another laboratory looked at again
  reexamines_id bigint      null,
  constraint lab_report_is_issued_after_sampling check (issued_on >= sampled_on),
  constraint lab_report_lot foreign key (lot_id) references lot (id),
  constraint lab_report_reexamines foreign key (reexamines_id) references lab_report (id),
  unique key lab_report_is_reexamined_once (reexamines_id),
  unique key lab_report_number (cma_number, report_number, lot_id),
  key lab_report_by_lot (lot_id, id)
) default character set utf8mb4 collate utf8mb4_unicode_520_ci;

-- What a report says of each substance, in micrograms per kilogram.
create table lab_item (
  report_id bigint      not null,
  position  int         not null,
  substance varchar(64) not null,
  -- null: not detected
  found_ug  bigint      null,
  limit_ug  bigint      not null,
  primary key (report_id, position),
  constraint lab_item_found_is_not_negative check (found_ug is null or found_ug >= 0),
  constraint lab_item_limit_is_positive check (limit_ug > 0),
  constraint lab_item_report foreign key (report_id) references lab_report (id)
) default character set utf8mb4 collate utf8mb4_unicode_520_ci;
