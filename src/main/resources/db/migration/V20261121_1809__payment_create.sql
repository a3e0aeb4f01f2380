create table payment (
  id           bigint      not null primary key,
  order_id     bigint      not null,
  provider     varchar(24) not null,
  amount_fen   bigint      not null,
  state        varchar(16) not null,
  created_at   datetime(6) not null,
  changed_at   datetime(6) not null,
  constraint payment_amount_is_positive check (amount_fen > 0),
  key payment_by_order (order_id),
  key payment_by_state (state, changed_at)
) default character set utf8mb4 collate utf8mb4_unicode_520_ci;

-- Parcels on their way, one of each producer of an order: carrier and number as the packer typed.
create table parcel (
  id          bigint      not null primary key,
  order_id    bigint      not null,
  producer_id bigint      not null,
  carrier     varchar(32) not null,
  number      varchar(40) character set ascii collate ascii_bin not null,
  shipped_at  datetime(6) not null,
  shipped_by  bigint      not null,
  constraint parcel_producer foreign key (producer_id) references producer (id),
  unique key parcel_number (carrier, number),
  unique key parcel_of_producer (order_id, producer_id)
) default character set utf8mb4 collate utf8mb4_unicode_520_ci;
