/**
 * The books (账本): double entry, in yuan and in goods. An event of the business is an entry (凭证) of
 * postings (分录) on accounts (账户), and in each unit its debits (借) equal its credits (贷). Features
 * post in the transaction of the event itself ({@link org.xiangpin.ledger.Ledger}); what may still
 * come to nothing is pending (待定) first ({@link org.xiangpin.ledger.PendingEntries}). Nothing is
 * changed or deleted, triggers see to it; a wrong entry is reversed (冲销). Balances are summed up
 * afterwards ({@link org.xiangpin.ledger.LedgerRollup}), so that nobody waits for the row of an
 * account; months are closed (结账), and the root over a month's entries goes into the public log
 * ({@link org.xiangpin.ledger.LedgerClosing}).
 *
 * <p>An account's owner is an identifier of a feature above: this feature knows no farmer and no
 * shop. Owns the tables {@code ledger_…}. Imports tracelog, shared.
 */
package org.xiangpin.ledger;
