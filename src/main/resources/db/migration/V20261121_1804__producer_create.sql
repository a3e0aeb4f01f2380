create table producer (
  id                 bigint      not null primary key,
  kind               varchar(16) not null,
  name               varchar(96) not null,
  -- how the name stands on public pages: FULL 龙小明, SURNAME 龙先生
  public_name        varchar(96) not null,
  phone              varchar(20) character set ascii collate ascii_bin null,
  region_code        varchar(12) character set ascii collate ascii_bin not null,
  account_id         bigint      null,
  liaison_account_id bigint      null,
  story              varchar(1000) null,
  created_at         datetime(6) not null,
  constraint producer_region foreign key (region_code) references region (code),
  constraint producer_account foreign key (account_id) references account (id),
  constraint producer_liaison foreign key (liaison_account_id) references account (id),
  unique key producer_of_account (account_id),
  key producer_by_region (region_code)
) default character set utf8mb4 collate utf8mb4_unicode_520_ci;

create table plot (
  id          bigint      not null primary key,
  producer_id bigint      not null,
  name        varchar(64) not null,
  region_code varchar(12) character set ascii collate ascii_bin not null,
  area_m2     bigint      not null,
  constraint plot_area_is_positive check (area_m2 > 0),
  constraint plot_producer foreign key (producer_id) references producer (id),
  constraint plot_region foreign key (region_code) references region (code)
) default character set utf8mb4 collate utf8mb4_unicode_520_ci;

-- Who did what to a producer's affairs, and whether for the producer; rows are only ever added.
create table producer_log (
  id          bigint       not null primary key,
  producer_id bigint       not null,
  recorded_at datetime(6)  not null,
  event       varchar(24)  not null,
  actor_id    bigint       not null,
  role        varchar(32)  not null,
  on_behalf   boolean      not null,
  detail      varchar(255) null,
  constraint producer_log_producer foreign key (producer_id) references producer (id),
  constraint producer_log_actor foreign key (actor_id) references account (id),
  key producer_log_by_producer (producer_id, id)
) default character set utf8mb4 collate utf8mb4_unicode_520_ci;

-- Classes of NY/T 3177-2018.
create table product_category (
  code varchar(12) character set ascii collate ascii_bin not null primary key,
  name varchar(64) not null,
  english_name varchar(64) not null
) default character set utf8mb4 collate utf8mb4_unicode_520_ci;

insert into product_category (code, name, english_name) values
  ('0101',   '粮食及其副产品', 'Grain'),
  ('0102',   '油料及其副产品', 'Oil crops'),
  ('010301', '仁果类',         'Pome fruit'),
  ('010302', '核果类',         'Stone fruit'),
  ('010303', '浆果类',         'Berries'),
  ('010304', '柑橘类',         'Citrus fruit'),
  ('010307', '坚果类',         'Nuts'),
  ('010309', '果用瓜类',       'Melons'),
  ('0104',   '蔬菜及其制品',   'Vegetables'),
  ('010405', '茄果类',         'Fruiting vegetables'),
  ('010409', '叶菜类',         'Leafy vegetables'),
  ('0106',   '食用菌及其制品', 'Edible fungi'),
  ('010701', '茶叶',           'Tea'),
  ('02',     '畜牧业产品',     'Livestock products'),
  ('03',     '渔业产品',       'Fishery products');

-- The county as issuer: its GS1 company prefix and its label keys.
create table issuer (
  county_code    varchar(12) character set ascii collate ascii_bin not null primary key,
  company_prefix varchar(12) character set ascii collate ascii_bin not null,
  next_item      bigint      not null,
  constraint issuer_county foreign key (county_code) references region (code),
  unique key issuer_company_prefix (company_prefix)
) default character set utf8mb4 collate utf8mb4_unicode_520_ci;

create table product (
  id            bigint      not null primary key,
  county_code   varchar(12) character set ascii collate ascii_bin not null,
  gtin          varchar(14) character set ascii collate ascii_bin not null,
  category_code varchar(12) character set ascii collate ascii_bin not null,
  name          varchar(64) not null,
  english_name  varchar(64) null,
  variety       varchar(64) null,
  illustration  varchar(32) character set ascii collate ascii_bin not null,
  created_at    datetime(6) not null,
  constraint product_category_code foreign key (category_code) references product_category (code),
  constraint product_issuer foreign key (county_code) references issuer (county_code),
  unique key product_gtin (gtin)
) default character set utf8mb4 collate utf8mb4_unicode_520_ci;
