/**
 * The lot (批次) and its life: what was harvested, when and by whom; who certified it; what happened
 * since. Two records that are never called by each other's name: the township's {@link
 * org.xiangpin.trace.Certification} (溯源认证) and the producer's own {@link
 * org.xiangpin.trace.CommitmentCertificate} (承诺达标合格证). Every step is an append-only {@link
 * org.xiangpin.trace.TraceEvent} with two clocks; what is public of it is told to the world as an
 * event of EPCIS and an entry of the public log, by {@link org.xiangpin.trace.LotHistory} alone.
 *
 * <p>Owns {@code lot}, {@code trace_event}, {@code certification}, {@code commitment_certificate}.
 * May import {@code mass}, {@code lotevent}, {@code spray}, {@code producer} and below. Tells the
 * features above by {@link org.xiangpin.trace.LotChanged}, and asks them by {@link
 * org.xiangpin.trace.LotBar} what speaks against a lot.
 */
package org.xiangpin.trace;
