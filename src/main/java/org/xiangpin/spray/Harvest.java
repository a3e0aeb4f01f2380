package org.xiangpin.spray;

import java.time.LocalDate;

/**
 * What sprays ask about a harvest.
 *
 * @param plotId null when it came from no one plot; then sprays of all the producer's plots count
 * @param categoryCode class of NY/T 3177 of what was harvested
 * @param day in China
 */
public record Harvest(Long producerId, Long plotId, String categoryCode, LocalDate day) {}
