package org.xiangpin.lineage;

import java.time.LocalDate;
import java.util.List;
import org.xiangpin.producer.Producer;
import org.xiangpin.producer.Product;
import org.xiangpin.shared.InvalidInput;
import org.xiangpin.shared.Quantity;

/**
 * Lots to be made of others.
 *
 * @param producer who holds what comes out
 * @param day day in China on which it was done
 */
public record Transformation(
    StepKind kind, Producer producer, List<Portion> portions, List<Output> outputs, LocalDate day) {

  /** Sources, and outputs, of one step. */
  public static final int MOST_LOTS = 20;

  /**
   * What is taken of a lot.
   *
   * @param grams above 0
   * @param field the form's field, to name when there is not so much
   */
  public record Portion(long lotId, long grams, String field) {}

  /**
   * What comes out.
   *
   * @param grams above 0
   */
  public record Output(Product product, long grams) {}

  /**
   * @throws InvalidInput for too few or too many lots, or one that is named twice
   */
  public Transformation {
    portions = List.copyOf(portions);
    outputs = List.copyOf(outputs);
    if (kind == null || !kind.isMaking()) {
      throw new InvalidInput("kind", "请选做了什么。", "Choose what was done.");
    }
    if (day == null) {
      throw new InvalidInput("day", "请填日期。", "Enter a date.");
    }
    if (portions.size() < kind.fewestSources() || portions.size() > kind.mostSources()) {
      throw new InvalidInput(
          "sources",
          kind.mostSources() == 1
              ? "这样做只用一批货。"
              : "请填用了哪些批次，" + kind.fewestSources() + " 到 " + kind.mostSources() + " 批。",
          kind.mostSources() == 1
              ? "This step takes one lot."
              : "Say which lots were used: "
                  + kind.fewestSources()
                  + " to "
                  + kind.mostSources()
                  + ".");
    }
    if (portions.stream().map(Portion::lotId).distinct().count() < portions.size()) {
      throw new InvalidInput("sources", "同一批写了两次。", "A lot is named twice.");
    }
    if (outputs.size() < kind.fewestOutputs() || outputs.size() > kind.mostOutputs()) {
      throw new InvalidInput(
          "outputs",
          "做出来的要有 " + kind.fewestOutputs() + " 到 " + kind.mostOutputs() + " 批。",
          "From " + kind.fewestOutputs() + " to " + kind.mostOutputs() + " lots come out of it.");
    }
    if (portions.stream().anyMatch(p -> p.grams() <= 0 || p.grams() > Quantity.MOST_GRAMS)
        || outputs.stream().anyMatch(o -> o.grams() <= 0 || o.grams() > Quantity.MOST_GRAMS)) {
      throw new InvalidInput("outputs", "重量要大于零。", "The weight must be above zero.");
    }
  }

  /** At most 20 times 10^10. */
  long gramsIn() {
    return portions.stream().mapToLong(Portion::grams).sum();
  }

  long gramsOut() {
    return outputs.stream().mapToLong(Output::grams).sum();
  }
}
