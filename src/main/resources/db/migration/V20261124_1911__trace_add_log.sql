-- Where a step stands in the public log, and the salt of what is personal in it. Null for the
-- office's own to and fro, and for steps that are older than the log.
alter table trace_event
  add column log_batch bigint        null,
  add column log_salt  varbinary(16) null;
