-- Ed25519 keys that sign labels, a name of one or two characters each; the seed sealed (AES-256-GCM)
-- with the installation's secret.
create table label_signing_key (
  id            bigint       not null primary key,
  county_code   varchar(12)  character set ascii collate ascii_bin not null,
  name          varchar(2)   character set ascii collate ascii_bin not null,
  public_key    varchar(64)  character set ascii collate ascii_bin not null,
  sealed_seed   varchar(255) character set ascii collate ascii_bin not null,
  valid_from    datetime(6)  not null,
  -- first moment after its validity; null for the key in use
  valid_to      datetime(6)  null,
  revoked_at    datetime(6)  null,
  revoke_reason varchar(500) null,
  constraint label_signing_key_issuer foreign key (county_code) references issuer (county_code),
  constraint label_signing_key_revocation_has_its_reason
    check ((revoked_at is null) = (revoke_reason is null)),
  unique key label_signing_key_name (name),
  key label_signing_key_by_county (county_code, id)
) default character set utf8mb4 collate utf8mb4_unicode_520_ci;
