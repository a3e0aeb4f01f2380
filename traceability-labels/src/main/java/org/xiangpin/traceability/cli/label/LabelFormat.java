package org.xiangpin.traceability.cli.label;

import java.util.Optional;
import org.xiangpin.traceability.RollLabels.Language;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** What labels are written as. */
enum LabelFormat {
  /** One document of all labels. */
  PDF,
  /** A picture for each label. */
  SVG,
  /** A picture for each label, a dot a dot of the printer. */
  PNG,
  /** A job for a printer. */
  TSPL,
  /** A job for a printer. */
  ZPL,
  /** A job for a printer. */
  ESC_POS;

  boolean isPicture() {
    return this == SVG || this == PNG;
  }

  Optional<Language> language() {
    return switch (this) {
      case TSPL -> Optional.of(Language.TSPL);
      case ZPL -> Optional.of(Language.ZPL);
      case ESC_POS -> Optional.of(Language.ESC_POS);
      default -> Optional.empty();
    };
  }

  /** Reads names in any letter case, with any or no stroke in ESC/POS. */
  static final class Converter implements ITypeConverter<LabelFormat> {
    @Override
    public LabelFormat convert(String value) {
      String letters = value.replaceAll("[^A-Za-z]", "");
      for (LabelFormat format : values()) {
        if (format.name().replace("_", "").equalsIgnoreCase(letters)) {
          return format;
        }
      }
      throw new TypeConversionException("there are pdf, svg, png, tspl, zpl and esc-pos");
    }
  }
}
