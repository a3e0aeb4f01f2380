-- A collector takes goods in (入库批次): of a lot here, when its producer's side agreed, or from
-- outside, with what the paper that came along says. Nothing deletes a row: it is the record of the
-- certificate collected.
create table intake (
  id                 bigint       not null primary key,
  collector_id       bigint       not null,
  source_lot_id      bigint       null,
  received_lot_id    bigint       null,
  grams              bigint       not null,
  state              varchar(16)  not null,
  asked_at           datetime(6)  not null,
  asked_by           bigint       not null,
  asked_name         varchar(64)  not null,
  asked_role         varchar(32)  not null,
  decided_at         datetime(6)  null,
  decided_by         bigint       null,
  decided_name       varchar(64)  null,
  reason             varchar(500) null,
  -- outside: who sold, and the paper's fields as they were typed
  seller_kind        varchar(16)  null,
  seller_name        varchar(96)  null,
  seller_place       varchar(160) null,
  -- what came along when it was taken in; null where none did
  certificate_number varchar(32)  null,
  with_certificate   boolean      not null default false,
  paper_words        boolean      not null default false,
  paper_product      varchar(128) null,
  paper_grams        bigint       null,
  paper_origin       varchar(160) null,
  paper_issued_on    date         null,
  paper_party        varchar(96)  null,
  paper_contact      varchar(20)  null,
  paper_basis        varchar(24)  null,
  gaps               varchar(160) character set ascii collate ascii_bin not null,
  keep_until         date         null,
  constraint intake_grams_are_sane check (grams > 0 and grams <= 10000000000),
  constraint intake_comes_from_somewhere check (source_lot_id is not null or seller_name is not null),
  constraint intake_that_is_taken_is_a_lot check (state <> 'TAKEN' or received_lot_id is not null),
  constraint intake_that_is_taken_is_kept
    check (state <> 'TAKEN' or keep_until >= date_add(cast(decided_at as date), interval 6 month)),
  constraint intake_takes_two_persons
    check (state <> 'TAKEN' or source_lot_id is null or decided_by <> asked_by),
  constraint intake_collector foreign key (collector_id) references producer (id),
  constraint intake_source foreign key (source_lot_id) references lot (id),
  constraint intake_received foreign key (received_lot_id) references lot (id),
  unique key intake_of_received (received_lot_id),
  key intake_by_collector (collector_id, id),
  key intake_by_source (source_lot_id, id),
  key intake_by_state (state, id)
) default character set utf8mb4 collate utf8mb4_unicode_520_ci;

-- A collector tells the agriculture office that a certificate was incomplete. Answered once.
create table certificate_report (
  id            bigint       not null primary key,
  intake_id     bigint       not null,
  region_code   varchar(12)  character set ascii collate ascii_bin not null,
  gaps          varchar(160) character set ascii collate ascii_bin not null,
  note          varchar(500) null,
  reported_at   datetime(6)  not null,
  reported_by   bigint       not null,
  reported_name varchar(64)  not null,
  answer        varchar(500) null,
  answered_at   datetime(6)  null,
  answered_by   bigint       null,
  answered_name varchar(64)  null,
  constraint certificate_report_intake foreign key (intake_id) references intake (id),
  constraint certificate_report_region foreign key (region_code) references region (code),
  constraint certificate_report_is_answered_in_words check (answered_at is null or answer is not null),
  unique key certificate_report_of_intake (intake_id),
  key certificate_report_open (answered_at, region_code)
) default character set utf8mb4 collate utf8mb4_unicode_520_ci;
