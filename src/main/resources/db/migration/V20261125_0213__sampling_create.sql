-- Which lots of a period are to be tested (抽检计划), drawn once and kept with the seed it was drawn with.
create table sampling_plan (
  id          bigint      not null primary key,
  region_code varchar(12) character set ascii collate ascii_bin not null,
  period_from date        not null,
  period_to   date        not null,
  asked       int         not null,
  seed        bigint      not null,
  drawn_at    datetime(6) not null,
  actor_id    bigint      not null,
  actor_name  varchar(64) not null,
  actor_role  varchar(32) not null,
  constraint sampling_plan_period check (period_to >= period_from),
  constraint sampling_plan_region foreign key (region_code) references region (code),
  key sampling_plan_by_region (region_code, id)
) default character set utf8mb4 collate utf8mb4_unicode_520_ci;

-- Points of a lot, by what gave them; together they are its score.
create table sampling_pick (
  plan_id  bigint not null,
  position int    not null,
  lot_id   bigint not null,
  product  int    not null,
  findings int    not null,
  missing  int    not null,
  late     int    not null,
  waiting  int    not null,
  size     int    not null,
  chance   int    not null,
  primary key (plan_id, position),
  constraint sampling_pick_plan foreign key (plan_id) references sampling_plan (id),
  constraint sampling_pick_lot foreign key (lot_id) references lot (id),
  unique key sampling_pick_once (plan_id, lot_id)
);
