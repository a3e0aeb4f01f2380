-- What kind of installation this is: a demo's data is never opened by a production service.
create table installation (
  id         int         not null primary key,
  mode       varchar(16) not null,
  created_at datetime(6) not null,
  constraint installation_is_one_row check (id = 1)
) default character set utf8mb4 collate utf8mb4_unicode_520_ci;

create table account (
  id                bigint       not null primary key,
  phone             varchar(20)  character set ascii collate ascii_bin not null,
  name              varchar(64)  not null,
  branch_id         bigint       null,
  -- null until the invitation is taken up
  password_hash     varchar(255) character set ascii collate ascii_bin null,
  failed_sign_ins   int          not null,
  locked_until      datetime(6)  null,
  disabled_at       datetime(6)  null,
  created_at        datetime(6)  not null,
  constraint account_branch foreign key (branch_id) references branch (id),
  unique key account_phone (phone)
) default character set utf8mb4 collate utf8mb4_unicode_520_ci;

-- A role always has a scope: a region (and all below it), or one's own things (region null).
create table account_role (
  account_id  bigint      not null,
  role        varchar(32) not null,
  region_code varchar(12) character set ascii collate ascii_bin not null,
  primary key (account_id, role, region_code),
  constraint account_role_account foreign key (account_id) references account (id),
  constraint account_role_region foreign key (region_code) references region (code)
) default character set utf8mb4 collate utf8mb4_unicode_520_ci;

-- One-time links by which a person sets a password: at invitation, and after a reset.
create table invitation (
  id          bigint      not null primary key,
  account_id  bigint      not null,
  code_sha256 varchar(64) character set ascii collate ascii_bin not null,
  created_by  bigint      null,
  created_at  datetime(6) not null,
  expires_at  datetime(6) not null,
  used_at     datetime(6) null,
  constraint invitation_account foreign key (account_id) references account (id),
  unique key invitation_code (code_sha256)
) default character set utf8mb4 collate utf8mb4_unicode_520_ci;

create table session (
  token_sha256 varchar(64)  character set ascii collate ascii_bin not null primary key,
  account_id   bigint       not null,
  created_at   datetime(6)  not null,
  seen_at      datetime(6)  not null,
  expires_at   datetime(6)  not null,
  constraint session_account foreign key (account_id) references account (id),
  key session_by_expiry (expires_at)
) default character set utf8mb4 collate utf8mb4_unicode_520_ci;

-- Who signed in, failed to, was locked out, changed what of an account. Append only.
create table access_log (
  id          bigint       not null primary key,
  happened_at datetime(6)  not null,
  account_id  bigint       null,
  actor_id    bigint       null,
  event       varchar(32)  not null,
  address     varchar(64)  null,
  user_agent  varchar(200) null,
  detail      varchar(255) null,
  key access_log_by_time (happened_at),
  key access_log_by_account (account_id)
) default character set utf8mb4 collate utf8mb4_unicode_520_ci;

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
