-- Entries are written once and stay where they were handed in: log_file holds the bytes, log_batch
-- the place. A bundle of C2SP tlog-tiles is put together from them when somebody asks.
create table log_file (
  batch   bigint     not null primary key,
  -- laid down as in a bundle
  entries mediumblob not null,
  constraint log_file_batch foreign key (batch) references log_batch (id)
);

-- What lay in bundles so far becomes a batch for each; the batches of which they were made keep the
-- places of their entries and have no file.
insert into log_batch (id, width, first_index)
  select -1 - b.bundle_index, least(256, h.size - b.bundle_index * 256), b.bundle_index * 256
  from log_bundle b, log_head h;
insert into log_file (batch, entries) select -1 - bundle_index, entries from log_bundle;
insert into log_file (batch, entries) select id, entries from log_batch where entries is not null;

drop table log_bundle;
alter table log_batch drop column entries;
