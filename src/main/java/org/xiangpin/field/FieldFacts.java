package org.xiangpin.field;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.xiangpin.mark.Mark;
import org.xiangpin.mark.MarkKind;
import org.xiangpin.residue.LabReport;
import org.xiangpin.residue.RapidMethod;
import org.xiangpin.residue.RapidTest;
import org.xiangpin.shared.Lang;

/**
 * What buyers may know of a lot's field: nobody's name but a mark's holder as it may be shown, and
 * no pesticide's.
 *
 * @param lastTest null when nothing was tested
 * @param marks those that hold today
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FieldFacts(LastTest lastTest, List<MarkShown> marks, SpraysKept sprays) {

  /** Who tested. */
  public enum By {
    RAPID_TEST,
    LABORATORY
  }

  /**
   * The last test, in words that say no more than it can.
   *
   * @param day of the test, or on which the sample was drawn
   * @param good nothing positive was seen, or the report passed
   * @param sees what a rapid test can tell of at all, in Chinese; null for a laboratory
   * @param reportNumber null for a rapid test
   * @param rapidMethod null for a laboratory
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record LastTest(
      By by,
      LocalDate day,
      boolean good,
      String method,
      String sees,
      String reportNumber,
      @JsonIgnore RapidMethod rapidMethod) {

    static LastTest of(RapidTest test) {
      return new LastTest(
          By.RAPID_TEST,
          test.testedOn(),
          !test.isPositive(),
          test.method().label(Lang.ZH),
          test.method().sees(Lang.ZH),
          null,
          test.method());
    }

    static LastTest of(LabReport report) {
      return new LastTest(
          By.LABORATORY,
          report.sampledOn(),
          report.isPassed(),
          report.lab(),
          null,
          report.reportNumber(),
          null);
    }

    /** What a rapid test can tell of at all, in a sentence; null for a laboratory. */
    public String limits(Lang t) {
      return rapidMethod == null
          ? null
          : t.of("这种速测只看得出%s", "It detects only %s").formatted(rapidMethod.sees(t));
    }

    /** 速测未见阳性: never that there is no residue. */
    public String words(Lang t) {
      return by == By.LABORATORY
          ? good
              ? t.of("送检项目合格", "Laboratory: items tested passed")
              : t.of("送检不合格", "Laboratory: failed")
          : good
              ? t.of("速测未见阳性", "Rapid test negative")
              : t.of("速测阳性，正在复查", "Rapid test positive, under review");
    }
  }

  /**
   * A mark that holds today.
   *
   * @param holder as it may be shown
   * @param validTo null for one without an end
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record MarkShown(
      MarkKind kind, String name, String certificateNumber, String holder, LocalDate validTo) {

    static MarkShown of(Mark mark) {
      return new MarkShown(
          mark.kind(), mark.name(), mark.certificateNumber(), mark.publicHolder(), mark.validTo());
    }
  }

  /**
   * The records of sprays before the harvest.
   *
   * @param records how many count for the lot; 0 says that none were written down, no more
   * @param lastSafeFrom the latest day from which all of them allowed the harvest; null without any
   * @param kept whether the harvest came on that day or later, and no banned active was used
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record SpraysKept(int records, LocalDate lastSafeFrom, boolean kept) {

    /** In a sentence that blames nobody. */
    public String words(Lang t) {
      if (records == 0) {
        return t.of("没有登记过用药", "None recorded");
      }
      return kept
          ? t.of("登记了%d次，都过了安全间隔期才采收", "%d recorded; the harvest waited until it was safe")
              .formatted(records)
          : t.of("登记了%d次，有一次离采收太近，正在查", "%d recorded; one too close to the harvest, under review")
              .formatted(records);
    }
  }
}
