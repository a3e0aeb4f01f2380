create table lot (
  id             bigint      not null primary key,
  code           varchar(20) character set ascii collate ascii_bin not null,
  gtin           varchar(14) character set ascii collate ascii_bin not null,
  product_id     bigint      not null,
  producer_id    bigint      not null,
  plot_id        bigint      null,
  region_code    varchar(12) character set ascii collate ascii_bin not null,
  quantity_grams bigint      not null,
  harvested_on   date        not null,
  state          varchar(16) not null,
  created_at     datetime(6) not null,
  changed_at     datetime(6) not null,
  constraint lot_quantity_is_sane check (quantity_grams > 0 and quantity_grams <= 10000000000),
  constraint lot_product foreign key (product_id) references product (id),
  constraint lot_producer foreign key (producer_id) references producer (id),
  constraint lot_plot foreign key (plot_id) references plot (id),
  constraint lot_region foreign key (region_code) references region (code),
  unique key lot_of_gtin (gtin, code),
  key lot_by_state (state, region_code),
  key lot_by_change (changed_at),
  key lot_by_producer (producer_id)
) default character set utf8mb4 collate utf8mb4_unicode_520_ci;

-- What happened to a lot, with two clocks. Append only: a mistake is followed by a correction.
create table trace_event (
  id                       bigint       not null primary key,
  lot_id                   bigint       not null,
  type                     varchar(24)  not null,
  happened_at              datetime(6)  not null,
  recorded_at              datetime(6)  not null,
  actor_id                 bigint       null,
  actor_name               varchar(64)  not null,
  actor_role               varchar(32)  not null,
  on_behalf_of_producer_id bigint       null,
  region_code              varchar(12)  character set ascii collate ascii_bin not null,
  quantity_grams           bigint       null,
  reason                   varchar(500) null,
  constraint trace_event_lot foreign key (lot_id) references lot (id),
  key trace_event_by_lot (lot_id, id)
) default character set utf8mb4 collate utf8mb4_unicode_520_ci;

-- The township's certification (溯源认证).
create table certification (
  id              bigint       not null primary key,
  lot_id          bigint       not null,
  number          varchar(32)  character set ascii collate ascii_bin not null,
  township_code   varchar(12)  character set ascii collate ascii_bin not null,
  issuer_id       bigint       not null,
  issuer_name     varchar(64)  not null,
  issued_on       date         not null,
  valid_until     date         not null,
  suspended_by    bigint       null,
  suspended_at    datetime(6)  null,
  suspend_reason  varchar(500) null,
  revoked_by      bigint       null,
  revoked_at      datetime(6)  null,
  constraint certification_lot foreign key (lot_id) references lot (id),
  constraint certification_township foreign key (township_code) references region (code),
  constraint certification_is_revoked_by_a_second_person
    check (revoked_by is null or revoked_by <> suspended_by),
  unique key certification_number (number),
  unique key certification_of_lot (lot_id)
) default character set utf8mb4 collate utf8mb4_unicode_520_ci;

-- The producer's own commitment (承诺达标合格证, Order 2025 No. 4).
create table commitment_certificate (
  id               bigint       not null primary key,
  lot_id           bigint       not null,
  number           varchar(32)  character set ascii collate ascii_bin not null,
  product_name     varchar(128) not null,
  quantity_grams   bigint       not null,
  origin           varchar(160) not null,
  issued_on        date         not null,
  committing_party varchar(96)  not null,
  contact          varchar(20)  character set ascii collate ascii_bin not null,
  basis            varchar(24)  not null,
  commitment_text  varchar(500) not null,
  constraint commitment_certificate_lot foreign key (lot_id) references lot (id),
  unique key commitment_certificate_number (number),
  unique key commitment_certificate_of_lot (lot_id)
) default character set utf8mb4 collate utf8mb4_unicode_520_ci;
