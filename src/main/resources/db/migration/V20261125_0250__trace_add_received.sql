-- Lots that a collector took in, and where goods came from that grew outside the system; what is
-- made of those tells it, too. The words of a place; null for goods that all grew within.
alter table lot
  add column received       boolean      not null default false,
  add column outside_origin varchar(160) null;

-- How long an issued certificate is kept (Order 2025 No. 4: six months at least); null on what a
-- program before this one wrote, which counts as the six months.
alter table commitment_certificate add column keep_until date null;
update commitment_certificate set keep_until = date_add(issued_on, interval 6 month);
alter table commitment_certificate
  add constraint commitment_certificate_is_kept
    check (keep_until is null or keep_until >= date_add(issued_on, interval 6 month));
