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
