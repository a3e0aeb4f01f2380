/**
 * Taking goods in (收购入库): a collector asks for a part of a farmer's lot, the farmer's side agrees,
 * and the goods become a lot of the collector, as they were; or goods come from outside the system
 * with the paper certificate that a seller gave. What came along is looked at and kept for six
 * months at least, and an incomplete certificate (不完整的合格证) can be reported to the agriculture
 * office, which answers.
 *
 * <p>Owns {@code intake}, {@code certificate_report}. May import {@code lineage} and below.
 */
package org.xiangpin.intake;
