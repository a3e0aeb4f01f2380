package org.xiangpin.spray;

import java.time.LocalDate;
import org.xiangpin.producer.Plot;

/**
 * What somebody states about a spray.
 *
 * @param plot null for all goods of the crop of this producer
 * @param doseThousandths above 0, at most {@link Spray#MOST_DOSE}
 * @param sprayedOn day in China, not after today
 */
public record SprayFacts(
    Pesticide pesticide, Plot plot, long doseThousandths, DoseUnit doseUnit, LocalDate sprayedOn) {}
