-- The tree of party organisations. Counts of members only: no member register is kept here.
create table branch (
  id             bigint       not null primary key,
  code           varchar(32)  character set ascii collate ascii_bin not null,
  name           varchar(96)  not null,
  kind           varchar(24)  not null,
  parent_id      bigint       null,
  -- derived from the parents, rebuilt after every move: /1/22/333/
  path           varchar(512) character set ascii collate ascii_bin not null,
  region_code    varchar(12)  character set ascii collate ascii_bin not null,
  secretary_name varchar(64)  null,
  member_count   int          not null,
  constraint branch_member_count_is_not_negative check (member_count >= 0),
  constraint branch_parent foreign key (parent_id) references branch (id),
  constraint branch_region foreign key (region_code) references region (code),
  unique key branch_code (code),
  key branch_by_path (path)
) default character set utf8mb4 collate utf8mb4_unicode_520_ci;

create table branch_liaison_officer (
  branch_id bigint      not null,
  position  int         not null,
  name      varchar(64) not null,
  primary key (branch_id, position),
  constraint branch_liaison_officer_branch foreign key (branch_id) references branch (id)
) default character set utf8mb4 collate utf8mb4_unicode_520_ci;
