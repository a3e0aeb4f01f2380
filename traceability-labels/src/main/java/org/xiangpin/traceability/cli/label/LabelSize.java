package org.xiangpin.traceability.cli.label;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.xiangpin.traceability.LabelSheet.Layout;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads sizes as people write them: {@code 40x30} for a roll, {@code A4-24} for a sheet. */
final class LabelSize implements ITypeConverter<Layout> {
  static final String NAMES =
      Arrays.stream(Layout.values()).map(LabelSize::name).collect(Collectors.joining(", "));

  @Override
  public Layout convert(String value) {
    return Arrays.stream(Layout.values())
        .filter(layout -> name(layout).equalsIgnoreCase(value))
        .findFirst()
        .orElseThrow(() -> new TypeConversionException("there are " + NAMES));
  }

  private static String name(Layout layout) {
    return layout.name().replace("ROLL_", "").replace('_', '-').replace('X', 'x');
  }
}
