-- The county's key for the MAC in serials, sealed (AES-256-GCM) with the installation's secret.
create table label_key (
  id          bigint       not null primary key,
  county_code varchar(12)  character set ascii collate ascii_bin not null,
  sealed_key  varchar(255) character set ascii collate ascii_bin not null,
  created_at  datetime(6)  not null,
  constraint label_key_issuer foreign key (county_code) references issuer (county_code),
  key label_key_by_county (county_code)
) default character set utf8mb4 collate utf8mb4_unicode_520_ci;

-- A roll of labels: numbers 1 to size of one lot. The labels themselves have no rows.
create table label_roll (
  id         bigint      not null primary key,
  lot_id     bigint      not null,
  number     int         not null,
  size       int         not null,
  key_id     bigint      not null,
  issued_by  bigint      not null,
  issued_at  datetime(6) not null,
  constraint label_roll_size_is_sane check (size between 1 and 1000000),
  constraint label_roll_number_is_sane check (number between 1 and 32767),
  constraint label_roll_lot foreign key (lot_id) references lot (id),
  constraint label_roll_key foreign key (key_id) references label_key (id),
  unique key label_roll_of_lot (lot_id, number)
) default character set utf8mb4 collate utf8mb4_unicode_520_ci;
