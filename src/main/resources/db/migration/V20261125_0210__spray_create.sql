-- Since when a producer works a plot; null where nobody said.
alter table plot add column worked_since date null;

-- Pesticides on the crops for which they are registered: the county's own table. A row is never changed, only ended.
create table pesticide (
  id                  bigint      not null primary key,
  county_code         varchar(12) character set ascii collate ascii_bin not null,
  category_code       varchar(12) character set ascii collate ascii_bin not null,
  trade_name          varchar(64) not null,
  registration_number varchar(20) character set ascii collate ascii_bin not null,
  active_ingredient   varchar(96) not null,
  interval_days       int         not null,
  created_at          datetime(6) not null,
  ended_at            datetime(6) null,
  constraint pesticide_interval_is_sane check (interval_days between 0 and 365),
  constraint pesticide_county foreign key (county_code) references region (code),
  constraint pesticide_category foreign key (category_code) references product_category (code),
  key pesticide_of_county (county_code, ended_at)
) default character set utf8mb4 collate utf8mb4_unicode_520_ci;

-- What was used in the field. Append only: a wrong record is followed by one that names it.
create table spray (
  id                       bigint       not null primary key,
  producer_id              bigint       not null,
  -- null: all goods of the category of this producer
  plot_id                  bigint       null,
  -- the pesticide as it stood in the county's table on that day
  pesticide_id             bigint       not null,
  category_code            varchar(12)  character set ascii collate ascii_bin not null,
  trade_name               varchar(64)  not null,
  registration_number      varchar(20)  character set ascii collate ascii_bin not null,
  active_ingredient        varchar(96)  not null,
  interval_days            int          not null,
  banned                   boolean      not null,
  dose_thousandths         bigint       not null,
  dose_unit                varchar(16)  not null,
  sprayed_on               date         not null,
  -- the first day on which the crop may be harvested
  safe_from                date         not null,
  recorded_at              datetime(6)  not null,
  actor_id                 bigint       not null,
  actor_name               varchar(64)  not null,
  actor_role               varchar(32)  not null,
  on_behalf_of_producer_id bigint       null,
  corrects_id              bigint       null,
  -- the corrected record was no spray at all
  withdrawn                boolean      not null,
  reason                   varchar(500) null,
  constraint spray_dose_is_positive check (dose_thousandths > 0),
  constraint spray_is_withdrawn_by_a_correction check (withdrawn = false or corrects_id is not null),
  constraint spray_producer foreign key (producer_id) references producer (id),
  constraint spray_plot foreign key (plot_id) references plot (id),
  constraint spray_pesticide foreign key (pesticide_id) references pesticide (id),
  constraint spray_corrects foreign key (corrects_id) references spray (id),
  unique key spray_is_corrected_once (corrects_id),
  key spray_by_producer (producer_id, sprayed_on)
) default character set utf8mb4 collate utf8mb4_unicode_520_ci;
