-- Administrative divisions of five levels with 12-digit codes (GB/T 2260, GB/T 10114).
create table region (
  code           varchar(12) character set ascii collate ascii_bin not null primary key,
  level          int         not null,
  name           varchar(64) not null,
  -- the name without its ending: 永固 for 永固村委会; people leave the ending out
  plain_name     varchar(64) not null,
  parent_code    varchar(12) character set ascii collate ascii_bin null,
  valid_from     date        not null,
  valid_to       date        null,
  successor_code varchar(12) character set ascii collate ascii_bin null,
  constraint region_level_is_one_to_five check (level between 1 and 5),
  constraint region_ends_after_it_begins check (valid_to is null or valid_to >= valid_from),
  constraint region_parent foreign key (parent_code) references region (code),
  constraint region_successor foreign key (successor_code) references region (code),
  key region_by_plain_name (plain_name)
) default character set utf8mb4 collate utf8mb4_unicode_520_ci;

-- Names a region was or is known by beside its present one.
create table region_alias (
  id          bigint      not null primary key,
  region_code varchar(12) character set ascii collate ascii_bin not null,
  name        varchar(64) not null,
  plain_name  varchar(64) not null,
  valid_from  date        null,
  valid_to    date        null,
  constraint region_alias_region foreign key (region_code) references region (code),
  unique key region_alias_once (region_code, name),
  key region_alias_by_plain_name (plain_name)
) default character set utf8mb4 collate utf8mb4_unicode_520_ci;
