create table listing (
  id               bigint        not null primary key,
  lot_id           bigint        not null,
  county_code      varchar(12)   character set ascii collate ascii_bin not null,
  title            varchar(96)   not null,
  description      varchar(2000) null,
  price_fen        bigint        not null,
  -- the weight that the price is for: 500 (斤) or 1000 (公斤)
  price_unit_grams bigint        not null,
  -- orders are multiples of this weight
  step_grams       bigint        not null,
  state            varchar(16)   not null,
  published_at     datetime(6)   null,
  created_at       datetime(6)   not null,
  changed_at       datetime(6)   not null,
  -- counts the changes; a hold names the version whose price it was told
  version          int           not null,
  constraint listing_price_is_sane check (price_fen between 1 and 100000000),
  constraint listing_price_unit_is_known check (price_unit_grams in (500, 1000)),
  constraint listing_step_is_sane check (step_grams between 1 and 1000000),
  constraint listing_lot foreign key (lot_id) references lot (id),
  unique key listing_of_lot (lot_id),
  key listing_on_sale (county_code, state, id),
  key listing_by_change (changed_at)
) default character set utf8mb4 collate utf8mb4_unicode_520_ci;
