-- A photo, cleaned and small. It belongs to a thing of a feature above, which this feature does not
-- know: the owner's kind is that feature's word. A photo that is taken down is gone with its row.
create table photo (
  id         bigint       not null primary key,
  owner_kind varchar(16)  character set ascii collate ascii_bin not null,
  owner_id   bigint       not null,
  -- whether everybody may see it; else only who may see its owner
  shown      boolean      not null,
  alt        varchar(120) not null,
  width      int          not null,
  height     int          not null,
  jpeg       mediumblob   not null,
  account_id bigint       not null,
  added_at   datetime(6)  not null,
  constraint photo_account foreign key (account_id) references account (id),
  constraint photo_is_small check (octet_length(jpeg) <= 61440),
  key photo_by_owner (owner_kind, owner_id, id)
) default character set utf8mb4 collate utf8mb4_unicode_520_ci;

-- How many photos a person handed in on a day of China; those that were refused count as well.
create table photo_quota (
  account_id bigint not null,
  day        date   not null,
  taken      int    not null,
  primary key (account_id, day),
  constraint photo_quota_account foreign key (account_id) references account (id)
);
