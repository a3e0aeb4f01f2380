-- Where the grams of a lot went. One row per lot: the CHECKs are the mass balance.
create table lot_mass (
  lot_id          bigint not null primary key,
  in_grams        bigint not null,
  passed_on_grams bigint not null,
  shrunk_grams    bigint not null,
  destroyed_grams bigint not null,
  offered_grams   bigint not null,
  labelled_grams  bigint not null,
  constraint lot_mass_came_in check (in_grams > 0),
  constraint lot_mass_passed_on_is_not_negative check (passed_on_grams >= 0),
  constraint lot_mass_shrunk_is_not_negative check (shrunk_grams >= 0),
  constraint lot_mass_destroyed_is_not_negative check (destroyed_grams >= 0),
  constraint lot_mass_offered_is_not_negative check (offered_grams >= 0),
  constraint lot_mass_labelled_is_there check (labelled_grams between 0 and in_grams),
  constraint lot_mass_balances
    check (in_grams >= passed_on_grams + shrunk_grams + destroyed_grams + offered_grams),
  constraint lot_mass_lot foreign key (lot_id) references lot (id)
);

-- Lots that were certified before. What stock lacks of the weight was corrected away: it shrank.
insert into lot_mass
select l.id, l.quantity_grams, 0,
  coalesce(l.quantity_grams - s.on_hand_grams - s.sold_grams, 0), 0,
  coalesce(s.on_hand_grams + s.sold_grams, 0), 0
from lot l
join certification c on c.lot_id = l.id
left join stock s on s.lot_id = l.id;

-- Asked for, refused, kept.
create table mass_breach (
  id          bigint      not null primary key,
  lot_id      bigint      not null,
  used_for    varchar(16) not null,
  asked_grams bigint      not null,
  free_grams  bigint      not null,
  actor_id    bigint      null,
  actor_name  varchar(64) not null,
  happened_at datetime(6) not null,
  noted_by    bigint      null,
  noted_at    datetime(6) null,
  constraint mass_breach_lot foreign key (lot_id) references lot (id),
  key mass_breach_by_lot (lot_id, id),
  key mass_breach_open (noted_at, lot_id)
) default character set utf8mb4 collate utf8mb4_unicode_520_ci;

-- What is in a pack that one label goes on; null for rolls that were issued before.
alter table label_roll
  add column pack_grams bigint null,
  add constraint label_roll_pack_is_sane check (pack_grams is null or pack_grams > 0);
