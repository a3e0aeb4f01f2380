-- Months of the books. Who writes into one reads its row with a shared lock (the trigger below), so
-- who changes it waits for them, and then sees all that they wrote.
create table ledger_period (
  -- year * 100 + month, in China
  period          int         not null primary key,
  state           varchar(8)  character set ascii collate ascii_bin not null,
  -- no entry is written any more whose id is not above; what lies below can be summed up for good
  written_through bigint      not null,
  closed_at       datetime(6) null,
  closed_by       bigint      null,
  -- of a closed month: its entries, and the Merkle root over them
  entries         bigint         null,
  root            varbinary(32)  null,
  constraint ledger_period_is_a_month check (period between 200001 and 999912 and period % 100 between 1 and 12),
  constraint ledger_period_state_is_known check (state in ('OPEN', 'CLOSED')),
  constraint ledger_period_closed_has_a_time check ((state = 'CLOSED') = (closed_at is not null)),
  constraint ledger_period_root_is_of_a_closed_one check (root is null or state = 'CLOSED')
);

create table ledger_account (
  id        bigint      not null primary key,
  kind      varchar(32) character set ascii collate ascii_bin not null,
  -- the producer, station, partner …; 0 is the county
  owner     bigint      not null,
  -- CNY in fen; g.<GTIN-14> in grams; pc.<GTIN-14> in pieces
  unit      varchar(20) character set ascii collate ascii_bin not null,
  opened_at datetime(6) not null,
  unique key ledger_account_name (kind, owner, unit)
);

-- What one event moves of one unit; an event of several units is one part for each.
create table ledger_entry (
  id           bigint        not null primary key,
  -- names the event, so that it is written once: payment/0K4…/received
  business_key varchar(96)   character set ascii collate ascii_bin not null,
  part         int           not null,
  unit         varchar(20)   character set ascii collate ascii_bin not null,
  period       int           not null,
  occurred_at  datetime(6)   not null,
  recorded_at  datetime(6)   not null,
  debits       bigint        not null,
  credits      bigint        not null,
  -- number of its postings
  line_count   int           not null,
  -- SHA-256 of the whole event in its written form
  content      varbinary(32) not null,
  -- the entry that this one takes back
  reverses     bigint        null,
  constraint ledger_entry_balances check (debits = credits),
  constraint ledger_entry_moves_something check (debits > 0),
  constraint ledger_entry_has_two_sides check (line_count >= 2),
  constraint ledger_entry_period foreign key (period) references ledger_period (period),
  constraint ledger_entry_reversed foreign key (reverses) references ledger_entry (id),
  unique key ledger_entry_event (business_key, part),
  unique key ledger_entry_reverses_once (reverses),
  key ledger_entry_by_period (period, id)
);

create table ledger_posting (
  entry   bigint not null,
  line    int    not null,
  account bigint not null,
  -- a debit is above 0, a credit below
  amount  bigint not null,
  primary key (entry, line),
  constraint ledger_posting_moves_something check (amount <> 0),
  constraint ledger_posting_entry foreign key (entry) references ledger_entry (id),
  constraint ledger_posting_account foreign key (account) references ledger_account (id),
  -- holds all that a balance needs
  key ledger_posting_by_account (account, entry, amount)
);

-- What was written up to ledger_rollup.through, summed up; what is younger is added when somebody asks.
create table ledger_balance (
  account bigint not null,
  period  int    not null,
  debits  bigint not null,
  credits bigint not null,
  primary key (account, period),
  constraint ledger_balance_account foreign key (account) references ledger_account (id)
);
create table ledger_rollup (
  id      int    not null primary key,
  through bigint not null,
  constraint ledger_rollup_is_one_row check (id = 1)
);
insert into ledger_rollup (id, through) values (1, 0);

-- Events that may still come to nothing: posted or voided later, voided by themselves when late.
create table ledger_pending (
  id           bigint        not null primary key,
  business_key varchar(96)   character set ascii collate ascii_bin not null,
  occurred_at  datetime(6)   not null,
  recorded_at  datetime(6)   not null,
  expires_at   datetime(6)   not null,
  unique key ledger_pending_event (business_key),
  key ledger_pending_by_expiry (expires_at)
);
create table ledger_pending_posting (
  pending bigint not null,
  line    int    not null,
  account bigint not null,
  amount  bigint not null,
  primary key (pending, line),
  constraint ledger_pending_posting_pending foreign key (pending) references ledger_pending (id),
  constraint ledger_pending_posting_account foreign key (account) references ledger_account (id),
  key ledger_pending_posting_by_account (account)
);
-- Its end, once.
create table ledger_pending_end (
  pending bigint      not null primary key,
  outcome varchar(8)  character set ascii collate ascii_bin not null,
  at      datetime(6) not null,
  constraint ledger_pending_outcome_is_known check (outcome in ('POSTED', 'VOIDED', 'EXPIRED')),
  constraint ledger_pending_end_pending foreign key (pending) references ledger_pending (id)
);

delimiter $$
create trigger ledger_entry_is_written_into_an_open_period before insert on ledger_entry for each row
begin
  declare written bigint;
  select written_through into written from ledger_period
    where period = new.period and state = 'OPEN' lock in share mode;
  if written is null then
    signal sqlstate '45000' set mysql_errno = 31001, message_text = 'ledger: the period is not open';
  elseif new.id <= written then
    signal sqlstate '45000' set mysql_errno = 31002, message_text = 'ledger: the id is of a time already summed up';
  end if;
end$$
delimiter ;

create trigger ledger_entry_is_never_changed before update on ledger_entry for each row
  signal sqlstate '45000' set mysql_errno = 31000, message_text = 'ledger: entries are never changed';
create trigger ledger_entry_is_never_deleted before delete on ledger_entry for each row
  signal sqlstate '45000' set mysql_errno = 31000, message_text = 'ledger: entries are never deleted';
create trigger ledger_posting_is_never_changed before update on ledger_posting for each row
  signal sqlstate '45000' set mysql_errno = 31000, message_text = 'ledger: postings are never changed';
create trigger ledger_posting_is_never_deleted before delete on ledger_posting for each row
  signal sqlstate '45000' set mysql_errno = 31000, message_text = 'ledger: postings are never deleted';
create trigger ledger_pending_is_never_changed before update on ledger_pending for each row
  signal sqlstate '45000' set mysql_errno = 31000, message_text = 'ledger: pending entries are never changed';
create trigger ledger_pending_is_never_deleted before delete on ledger_pending for each row
  signal sqlstate '45000' set mysql_errno = 31000, message_text = 'ledger: pending entries are never deleted';
create trigger ledger_pending_posting_is_never_changed before update on ledger_pending_posting for each row
  signal sqlstate '45000' set mysql_errno = 31000, message_text = 'ledger: postings are never changed';
create trigger ledger_pending_posting_is_never_deleted before delete on ledger_pending_posting for each row
  signal sqlstate '45000' set mysql_errno = 31000, message_text = 'ledger: postings are never deleted';
create trigger ledger_pending_end_is_never_changed before update on ledger_pending_end for each row
  signal sqlstate '45000' set mysql_errno = 31000, message_text = 'ledger: an end is never changed';
create trigger ledger_pending_end_is_never_deleted before delete on ledger_pending_end for each row
  signal sqlstate '45000' set mysql_errno = 31000, message_text = 'ledger: an end is never deleted';
create trigger ledger_account_is_never_changed before update on ledger_account for each row
  signal sqlstate '45000' set mysql_errno = 31000, message_text = 'ledger: accounts are never changed';
create trigger ledger_account_is_never_deleted before delete on ledger_account for each row
  signal sqlstate '45000' set mysql_errno = 31000, message_text = 'ledger: accounts are never deleted';
