-- Marks (绿色食品, 有机, 地理标志, 县域品牌) with their certificates. A row is never changed, only ended.
create table mark (
  id                 bigint       not null primary key,
  kind               varchar(24)  not null,
  name               varchar(64)  not null,
  certificate_number varchar(40)  not null,
  county_code        varchar(12)  character set ascii collate ascii_bin not null,
  -- null: the county holds it for all its producers
  producer_id        bigint       null,
  valid_from         date         not null,
  -- last day; null for one that has no end
  valid_to           date         null,
  recorded_at        datetime(6)  not null,
  actor_id           bigint       not null,
  actor_name         varchar(64)  not null,
  actor_role         varchar(32)  not null,
  ended_on           date         null,
  end_reason         varchar(500) null,
  constraint mark_is_valid_forward check (valid_to is null or valid_to >= valid_from),
  constraint mark_county foreign key (county_code) references region (code),
  constraint mark_producer foreign key (producer_id) references producer (id),
  unique key mark_certificate (kind, certificate_number),
  key mark_of_county (county_code, valid_to)
) default character set utf8mb4 collate utf8mb4_unicode_520_ci;

create table mark_product (
  mark_id    bigint not null,
  product_id bigint not null,
  primary key (mark_id, product_id),
  constraint mark_product_mark foreign key (mark_id) references mark (id),
  constraint mark_product_product foreign key (product_id) references product (id)
);
