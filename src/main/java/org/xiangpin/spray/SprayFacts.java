package org.xiangpin.spray;

import java.time.LocalDate;
import org.xiangpin.producer.Plot;
import org.xiangpin.producer.Producer;
import org.xiangpin.shared.InvalidInput;
import org.xiangpin.shared.Lang;
import org.xiangpin.shared.NotFound;

/**
 * What somebody states about a spray.
 *
 * @param plot null for all goods of the crop of this producer
 * @param doseThousandths above 0, at most {@link Spray#MOST_DOSE}
 * @param sprayedOn day in China, not after today
 */
public record SprayFacts(
    Pesticide pesticide, Plot plot, long doseThousandths, DoseUnit doseUnit, LocalDate sprayedOn) {

  /**
   * @throws NotFound for a plot of another producer
   * @throws InvalidInput for what can't be true of a spray of this producer
   */
  void requireOf(Producer producer, LocalDate today) {
    if (plot != null && !plot.producerId().equals(producer.id())) {
      throw new NotFound();
    }
    requireDay(today);
    if (doseUnit == null) {
      throw new InvalidInput("doseUnit", "请选用量的单位。", "Choose the unit of the dose.");
    }
    if (doseThousandths <= 0 || doseThousandths > Spray.MOST_DOSE) {
      throw new InvalidInput(
          "dose", "用量要大于零，不超过一亿。", "The dose must be above 0 and at most 100,000,000.");
    }
  }

  private void requireDay(LocalDate today) {
    if (sprayedOn == null || sprayedOn.isAfter(today)) {
      throw new InvalidInput(
          "sprayedOn", "用药日期不能在今天之后。", "The day of use can't lie in the future.");
    }
    if (sprayedOn.isBefore(today.minusYears(Spray.YEARS_BACK))) {
      throw new InvalidInput(
          "sprayedOn", "用药日期太早，超过两年。", "The day of use lies more than two years back.");
    }
    if (plot != null && plot.isBeforeItsTime(sprayedOn)) {
      throw new InvalidInput(
          "sprayedOn",
          "那时还没种这块地：" + Lang.ZH.date(plot.workedSince()) + "才开始种。",
          "The plot was not worked then: it is since " + Lang.EN.date(plot.workedSince()) + ".");
    }
  }
}
