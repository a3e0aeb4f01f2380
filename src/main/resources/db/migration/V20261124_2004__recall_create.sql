-- A lot that is taken back, with all that was made of it.
create table recall (
  id              bigint        not null primary key,
  lot_id          bigint        not null,
  region_code     varchar(12)   character set ascii collate ascii_bin not null,
  state           varchar(16)   not null,
  reason          varchar(500)  not null,
  opened_by       bigint        not null,
  opened_name     varchar(64)   not null,
  opened_at       datetime(6)   not null,
  decided_by      bigint        null,
  decided_name    varchar(64)   null,
  decided_at      datetime(6)   null,
  decision_reason varchar(500)  null,
  closed_by       bigint        null,
  closed_name     varchar(64)   null,
  closed_at       datetime(6)   null,
  report          varchar(2000) null,
  constraint recall_is_decided_by_a_second_person
    check (decided_by is null or decided_by <> opened_by),
  constraint recall_lot_it_began_with foreign key (lot_id) references lot (id),
  constraint recall_region foreign key (region_code) references region (code),
  key recall_by_region (region_code, state),
  key recall_by_lot (lot_id)
) default character set utf8mb4 collate utf8mb4_unicode_520_ci;

create table recall_lot (
  recall_id       bigint not null,
  lot_id          bigint not null,
  found_grams     bigint not null,
  destroyed_grams bigint not null,
  primary key (recall_id, lot_id),
  constraint recall_lot_found_is_not_negative check (found_grams >= 0),
  constraint recall_lot_destroyed_was_found check (destroyed_grams between 0 and found_grams),
  constraint recall_lot_recall foreign key (recall_id) references recall (id),
  constraint recall_lot_lot foreign key (lot_id) references lot (id),
  key recall_lot_by_lot (lot_id)
);
