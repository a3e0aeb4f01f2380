-- Who has which labels of a roll: steps that follow each other, under the lock of the lot's row.
-- What holds for a label is the last step whose range it is in; labels have no rows.
create table custody_step (
  id          bigint      not null primary key,
  roll_id     bigint      not null,
  number      int         not null,
  -- the step in the lot's life that tells who did it, when, and why
  event_id    bigint      not null,
  kind        varchar(12) character set ascii collate ascii_bin not null,
  first_index int         not null,
  last_index  int         not null,
  holder_id   bigint      null,
  holder_name varchar(64) null,
  region_code varchar(12) character set ascii collate ascii_bin null,
  constraint custody_step_range_is_one check (1 <= first_index and first_index <= last_index),
  constraint custody_step_has_its_holder
    check ((kind in ('ISSUED', 'HANDED_OVER')) = (holder_id is not null)),
  constraint custody_step_roll foreign key (roll_id) references label_roll (id),
  unique key custody_step_of_roll (roll_id, number),
  unique key custody_step_event (event_id),
  key custody_step_by_holder (holder_id, roll_id)
) default character set utf8mb4 collate utf8mb4_unicode_520_ci;

-- Rolls that were issued before are in the hands of who printed them. A lot's rolls and the steps
-- that tell of them are numbered alike: each was issued under the lock of the lot's row.
insert into custody_step
select r.id, r.id, 1, e.id, 'ISSUED', 1, r.size, r.issued_by, coalesce(a.name, ''), l.region_code
from label_roll r
join lot l on l.id = r.lot_id
left join account a on a.id = r.issued_by
join (
  select id, lot_id, row_number() over (partition by lot_id order by recorded_at, id) as place
  from trace_event where type = 'LABELLED'
) e on e.lot_id = r.lot_id and e.place = r.number;

-- Whether each label of the roll has a one-time code under a layer to scratch off; and how many of
-- its labels were spoiled before use, whose grams went back to the lot.
alter table label_roll
  add column codes   boolean not null default false,
  add column spoiled int     not null default 0,
  add constraint label_roll_spoiled_is_sane check (spoiled between 0 and size);
