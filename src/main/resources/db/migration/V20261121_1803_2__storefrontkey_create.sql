-- A shop front outside that sells through the API, and the counties whose goods it sees.
create table storefront (
  id               bigint      not null primary key,
  name             varchar(96) not null,
  -- hands out its keys; other counties may open their goods to it too
  home_county_code varchar(12) character set ascii collate ascii_bin not null,
  created_at       datetime(6) not null,
  disabled_at      datetime(6) null,
  constraint storefront_home foreign key (home_county_code) references region (code)
) default character set utf8mb4 collate utf8mb4_unicode_520_ci;

create table storefront_county (
  storefront_id bigint      not null,
  county_code   varchar(12) character set ascii collate ascii_bin not null,
  primary key (storefront_id, county_code),
  constraint storefront_county_storefront foreign key (storefront_id) references storefront (id),
  constraint storefront_county_region foreign key (county_code) references region (code)
) default character set utf8mb4 collate utf8mb4_unicode_520_ci;

create table storefront_key (
  id            bigint       not null primary key,
  storefront_id bigint       not null,
  -- the first characters, to tell keys apart; the key itself is shown once and never stored
  prefix        varchar(24)  character set ascii collate ascii_bin not null,
  key_sha256    varchar(64)  character set ascii collate ascii_bin not null,
  scopes        varchar(255) character set ascii collate ascii_bin not null,
  created_at    datetime(6)  not null,
  revoked_at    datetime(6)  null,
  constraint storefront_key_storefront foreign key (storefront_id) references storefront (id),
  unique key storefront_key_hash (key_sha256)
) default character set utf8mb4 collate utf8mb4_unicode_520_ci;
