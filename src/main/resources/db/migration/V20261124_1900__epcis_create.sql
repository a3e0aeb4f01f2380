-- What happened, in the words of EPCIS 2.0. Append only: a mistake is declared and followed by a correction.
create table epcis_event (
  id                bigint       not null primary key,
  -- a URI; an event that came without one is named by its CBV hash
  event_id          varchar(512) character set ascii collate ascii_bin not null,
  -- an error declaration bears the id of the event that it declares wrong
  declares_error    boolean      not null,
  -- what must be equal for the same id to mean the same event
  content_sha256    char(64)     character set ascii collate ascii_bin not null,
  -- the storefront whose key brought it; null for the service itself
  captured_by       bigint       null,
  type              varchar(128) character set ascii collate ascii_bin not null,
  event_time        datetime(6)  not null,
  record_time       datetime(6)  not null,
  -- the words of the vocabulary bare, identifiers as canonical Digital Links
  action            varchar(8)   character set ascii collate ascii_bin null,
  biz_step          varchar(512) character set ascii collate ascii_bin null,
  disposition       varchar(512) character set ascii collate ascii_bin null,
  read_point        varchar(512) character set ascii collate ascii_bin null,
  biz_location      varchar(512) character set ascii collate ascii_bin null,
  transformation_id varchar(512) character set ascii collate ascii_bin null,
  -- the JSON-LD context that gives its extensions their meaning, where it is more than the standard's
  context           mediumtext   null,
  body              mediumtext   not null,
  constraint epcis_event_storefront foreign key (captured_by) references storefront (id),
  unique key epcis_event_identity (event_id, declares_error),
  key epcis_event_by_record (record_time, id),
  key epcis_event_by_time (event_time, id),
  key epcis_event_by_step (biz_step, event_time),
  key epcis_event_by_location (biz_location, event_time),
  key epcis_event_by_read_point (read_point, event_time),
  key epcis_event_by_transformation (transformation_id)
) default character set utf8mb4 collate utf8mb4_bin;

-- The things an event speaks of, as canonical Digital Links, and in which role each stands.
create table epcis_thing (
  event bigint       not null,
  role  tinyint      not null,
  thing varchar(512) character set ascii collate ascii_bin not null,
  primary key (event, role, thing),
  key epcis_thing_by_thing (thing, role),
  constraint epcis_thing_event foreign key (event) references epcis_event (id)
) default character set utf8mb4 collate utf8mb4_bin;

-- What became of a captured document.
create table epcis_capture_job (
  id              bigint       not null primary key,
  captured_by     bigint       not null,
  created_at      datetime(6)  not null,
  finished_at     datetime(6)  not null,
  error_behaviour varchar(8)   character set ascii collate ascii_bin not null,
  success         boolean      not null,
  -- JSON array; empty when all went well
  errors          mediumtext   not null,
  constraint epcis_capture_job_storefront foreign key (captured_by) references storefront (id),
  key epcis_capture_job_by_storefront (captured_by, id)
) default character set utf8mb4 collate utf8mb4_bin;
