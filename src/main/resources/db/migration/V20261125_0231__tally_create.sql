-- What is remembered of the scans of a label, to notice copies: no address, no exact place. A place
-- is a cell of 0.2 degrees; the device is a keyed hash that is another one for each label.
create table label_scan (
  id          bigint      not null primary key,
  lot_id      bigint      not null,
  roll        int         not null,
  label_index int         not null,
  scanned_at  datetime(6) not null,
  device      int         not null,
  -- tenths of a degree, of the cell's south-west corner
  lat_tenths  smallint    null,
  lon_tenths  smallint    null,
  -- whether the browser told the place; else it comes from the operator's file of addresses
  told        boolean     not null,
  -- whether the label was in use then: handed out and not void
  in_use      boolean     not null,
  -- false for a place that was told after the scan
  counted     boolean     not null,
  constraint label_scan_place_is_whole check ((lat_tenths is null) = (lon_tenths is null)),
  constraint label_scan_place_is_on_earth check (
    lat_tenths is null or lat_tenths between -900 and 900 and lon_tenths between -1800 and 1800),
  key label_scan_of_label (lot_id, roll, label_index, scanned_at),
  key label_scan_of_lot (lot_id, scanned_at)
);

-- A label that may have been copied. At most one open for a label; cleared ones have no open mark.
create table label_suspicion (
  id          bigint       not null primary key,
  lot_id      bigint       not null,
  roll        int          not null,
  label_index int          not null,
  rule        varchar(16)  character set ascii collate ascii_bin not null,
  -- the rule's numbers: kilometres and minutes, or how many devices
  amount      bigint       not null,
  minutes     bigint       not null,
  noticed_at  datetime(6)  not null,
  is_open     boolean      null,
  cleared_at  datetime(6)  null,
  cleared_by  bigint       null,
  cleared_name varchar(64) null,
  reason      varchar(500) null,
  constraint label_suspicion_is_cleared_with_its_reason check (
    (is_open is null) = (cleared_at is not null) and (is_open is null) = (reason is not null)
    and (is_open is null) = (cleared_by is not null)),
  constraint label_suspicion_lot foreign key (lot_id) references lot (id),
  unique key label_suspicion_open (lot_id, roll, label_index, is_open),
  key label_suspicion_of_lot (lot_id, id)
) default character set utf8mb4 collate utf8mb4_unicode_520_ci;

-- "I bought it here": once for a device.
create table label_purchase (
  lot_id      bigint       not null,
  roll        int          not null,
  label_index int          not null,
  device      int          not null,
  shop        varchar(60)  not null,
  bought_at   datetime(6)  not null,
  primary key (lot_id, roll, label_index, device),
  key label_purchase_of_lot (lot_id, bought_at)
) default character set utf8mb4 collate utf8mb4_unicode_520_ci;

-- One-time codes that were checked and found right.
create table label_code (
  lot_id      bigint      not null,
  roll        int         not null,
  label_index int         not null,
  first_at    datetime(6) not null,
  checks      int         not null,
  primary key (lot_id, roll, label_index)
);

-- How often a code of a label was tried on a day of China, right or wrong.
create table label_code_try (
  lot_id      bigint not null,
  roll        int    not null,
  label_index int    not null,
  tried_on    date   not null,
  tries       int    not null,
  primary key (lot_id, roll, label_index, tried_on)
);
