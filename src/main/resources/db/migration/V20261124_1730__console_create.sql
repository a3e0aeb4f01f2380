-- Forms of the console that were sent lately: a second press of the button does nothing.
create table sent_form (
  form_sha256 varchar(64)  character set ascii collate ascii_bin not null primary key,
  sent_at     datetime(6)  not null,
  -- null while it is under way; empty when its outcome was a page that is shown once
  led_to      varchar(512) null,
  key sent_form_by_time (sent_at)
) default character set utf8mb4 collate utf8mb4_unicode_520_ci;
