-- The log's one row. Whoever grows or signs the log locks it, so that two nodes never fork it.
create table log_head (
  id   int           not null primary key,
  size bigint        not null,
  root varbinary(32) not null,
  constraint log_head_is_one_row check (id = 1),
  constraint log_head_size_is_not_negative check (size >= 0)
);
insert into log_head (id, size, root) values
  (1, 0, x'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');

-- Entries as they were handed in, in the transaction of what they tell of.
create table log_batch (
  id          bigint     not null primary key,
  width       int        not null,
  -- place of the first entry; null until the tree has taken them
  first_index bigint     null,
  -- laid down as in a bundle; null once a bundle holds them
  entries     mediumblob null,
  constraint log_batch_width_is_sane check (width between 1 and 256),
  key log_batch_by_index (first_index, id)
);

-- C2SP tlog-tiles: up to 256 hashes of 32 bytes. A partial tile is the beginning of the row.
create table log_tile (
  level      int             not null,
  tile_index bigint          not null,
  hashes     varbinary(8192) not null,
  primary key (level, tile_index)
);

-- The data of up to 256 neighbouring leaves.
create table log_bundle (
  bundle_index bigint     not null primary key,
  entries      mediumblob not null
);

-- The key that signs checkpoints, sealed (AES-256-GCM) with the installation's secret.
create table log_key (
  id            bigint       not null primary key,
  public_key    varchar(512) character set ascii collate ascii_bin not null,
  sealed_secret varchar(512) character set ascii collate ascii_bin not null,
  created_at    datetime(6)  not null
);

create table log_checkpoint (
  size      bigint        not null primary key,
  root      varbinary(32) not null,
  note      text          character set utf8mb4 collate utf8mb4_bin not null,
  signed_at datetime(6)   not null
);

-- What witnesses signed, a line of a note each.
create table log_cosignature (
  size      bigint       not null,
  witness   varchar(512) character set ascii collate ascii_bin not null,
  line      varchar(512) character set utf8mb4 collate utf8mb4_bin not null,
  signed_at datetime(6)  not null,
  primary key (size, witness),
  constraint log_cosignature_checkpoint foreign key (size) references log_checkpoint (size)
);
