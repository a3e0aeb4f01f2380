create table customer_order (
  id               bigint       not null primary key,
  storefront_id    bigint       not null,
  -- the client's Idempotency-Key and what it was sent with: a retry finds the order again
  idempotency_key  varchar(255) character set utf8mb4 collate utf8mb4_bin not null,
  request_sha256   varchar(64)  character set ascii collate ascii_bin not null,
  state            varchar(16)  not null,
  total_fen        bigint       not null,
  recipient        varchar(64)  not null,
  phone            varchar(20)  not null,
  address          varchar(255) not null,
  note             varchar(255) null,
  placed_at        datetime(6)  not null,
  hold_expires_at  datetime(6)  not null,
  paid_at          datetime(6)  null,
  shipped_at       datetime(6)  null,
  received_at      datetime(6)  null,
  completed_at     datetime(6)  null,
  ended_at         datetime(6)  null,
  constraint customer_order_total_is_not_negative check (total_fen >= 0),
  constraint customer_order_storefront foreign key (storefront_id) references storefront (id),
  unique key customer_order_idempotency (storefront_id, idempotency_key),
  key customer_order_by_state (state, hold_expires_at)
) default character set utf8mb4 collate utf8mb4_unicode_520_ci;

-- As sold: price, lot and words are kept, whatever the listing says later.
create table order_line (
  order_id         bigint      not null,
  line_number      int         not null,
  listing_id       bigint      not null,
  lot_id           bigint      not null,
  producer_id      bigint      not null,
  title            varchar(96) not null,
  grams            bigint      not null,
  price_fen        bigint      not null,
  price_unit_grams bigint      not null,
  amount_fen       bigint      not null,
  primary key (order_id, line_number),
  constraint order_line_grams_are_positive check (grams > 0),
  constraint order_line_order foreign key (order_id) references customer_order (id),
  key order_line_by_lot (lot_id),
  key order_line_by_producer (producer_id)
) default character set utf8mb4 collate utf8mb4_unicode_520_ci;

alter table payment add constraint payment_order foreign key (order_id) references customer_order (id);
alter table parcel add constraint parcel_order foreign key (order_id) references customer_order (id);
