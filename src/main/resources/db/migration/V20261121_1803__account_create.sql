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
  -- null until the invitation is taken up
  password_hash     varchar(255) character set ascii collate ascii_bin null,
  failed_sign_ins   int          not null,
  locked_until      datetime(6)  null,
  disabled_at       datetime(6)  null,
  created_at        datetime(6)  not null,
  unique key account_phone (phone)
) default character set utf8mb4 collate utf8mb4_unicode_520_ci;

-- A role always has a scope: a region and all below it.
create table account_role (
  account_id  bigint      not null,
  role        varchar(32) not null,
  region_code varchar(12) character set ascii collate ascii_bin not null,
  primary key (account_id, role, region_code),
  constraint account_role_account foreign key (account_id) references account (id),
  constraint account_role_region foreign key (region_code) references region (code)
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
