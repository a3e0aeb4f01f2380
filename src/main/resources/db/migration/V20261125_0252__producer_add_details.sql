-- What a filing asks of legal persons: the unified social credit code (GB 32100-2015), the address.
alter table producer
  add column credit_code varchar(18) character set ascii collate ascii_bin null,
  add column address     varchar(160) null;
