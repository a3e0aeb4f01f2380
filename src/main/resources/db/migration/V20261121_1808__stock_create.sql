-- Grams of a lot: in the store, of these promised to unpaid orders, and sold.
create table stock (
  lot_id        bigint not null primary key,
  on_hand_grams bigint not null,
  held_grams    bigint not null,
  sold_grams    bigint not null,
  constraint stock_on_hand_is_not_negative check (on_hand_grams >= 0),
  constraint stock_held_is_not_negative check (held_grams >= 0),
  constraint stock_sold_is_not_negative check (sold_grams >= 0),
  constraint stock_held_is_on_hand check (held_grams <= on_hand_grams),
  constraint stock_lot foreign key (lot_id) references lot (id)
);

-- Receipts and corrections, append only: their sum less what was sold is what is on hand.
create table stock_movement (
  id          bigint       not null primary key,
  lot_id      bigint       not null,
  kind        varchar(16)  not null,
  grams       bigint       not null,
  reason      varchar(500) null,
  actor_id    bigint       null,
  recorded_at datetime(6)  not null,
  constraint stock_movement_stock foreign key (lot_id) references stock (lot_id),
  key stock_movement_by_lot (lot_id, id)
) default character set utf8mb4 collate utf8mb4_unicode_520_ci;
