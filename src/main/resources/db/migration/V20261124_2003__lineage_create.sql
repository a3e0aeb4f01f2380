-- A step in which goods became others, or fewer. Append only.
create table lot_step (
  id                       bigint       not null primary key,
  kind                     varchar(16)  not null,
  -- who holds what came out of it, or the goods that became fewer
  producer_id              bigint       not null,
  -- the goods that became fewer; null where links tell which became which
  lot_id                   bigint       null,
  in_grams                 bigint       not null,
  out_grams                bigint       not null,
  loss_grams               bigint       not null,
  reason                   varchar(500) null,
  happened_at              datetime(6)  not null,
  recorded_at              datetime(6)  not null,
  actor_id                 bigint       null,
  actor_name               varchar(64)  not null,
  actor_role               varchar(32)  not null,
  on_behalf_of_producer_id bigint       null,
  constraint lot_step_balances check (in_grams = out_grams + loss_grams),
  constraint lot_step_in_is_positive check (in_grams > 0),
  constraint lot_step_out_is_not_negative check (out_grams >= 0),
  constraint lot_step_loss_is_not_negative check (loss_grams >= 0),
  constraint lot_step_producer foreign key (producer_id) references producer (id),
  constraint lot_step_lot foreign key (lot_id) references lot (id)
) default character set utf8mb4 collate utf8mb4_unicode_520_ci;

-- Which goods went into which: grams of the source that the target was made of, its loss included.
create table lot_link (
  step_id   bigint not null,
  source_id bigint not null,
  target_id bigint not null,
  grams     bigint not null,
  primary key (step_id, source_id, target_id),
  constraint lot_link_grams_are_not_negative check (grams >= 0),
  constraint lot_link_goes_forward check (source_id <> target_id),
  constraint lot_link_step foreign key (step_id) references lot_step (id),
  constraint lot_link_source foreign key (source_id) references lot (id),
  constraint lot_link_target foreign key (target_id) references lot (id),
  key lot_link_by_source (source_id, target_id),
  key lot_link_by_target (target_id, source_id)
);
