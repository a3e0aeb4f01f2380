package org.xiangpin.traceability.cli.label;

import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.xiangpin.traceability.LabelSheet;
import org.xiangpin.traceability.cli.command.InputFile;
import org.xiangpin.traceability.cli.command.Refused;
import org.xiangpin.traceability.cli.command.Terminal;
import picocli.CommandLine.Option;

/** The lines that all labels of a job share. */
final class LabelLines {
  private static final int MAX_BYTES = 100_000;
  private static final String HOST = "host";
  private static final List<String> KEYS =
      List.of("product", "producer", "place", "lot", "certificate", "harvest", HOST);

  @Option(
      names = "--line",
      paramLabel = "KEY=TEXT",
      description = {
        "A line of the label; KEY is product, producer, place, lot, certificate, harvest or host",
        "(default of host: that of the first link)."
      })
  private Map<String, String> lines = new LinkedHashMap<>();

  @Option(
      names = "--lines",
      paramLabel = "FILE",
      description = "The same from a file in UTF-8, a line KEY=TEXT each.")
  private String file;

  LabelSheet.Text text(Terminal terminal, String firstLink) throws IOException {
    Map<String, String> all = new HashMap<>();
    all.put(HOST, host(firstLink));
    if (file != null) {
      readFile(InputFile.text(terminal, file, MAX_BYTES), all);
    }
    lines.forEach((key, text) -> put(all, key, text, "--line " + key));
    return new LabelSheet.Text(
        all.getOrDefault("product", ""),
        all.getOrDefault("producer", ""),
        all.getOrDefault("place", ""),
        all.getOrDefault("lot", ""),
        all.getOrDefault("certificate", ""),
        all.getOrDefault("harvest", ""),
        all.get(HOST));
  }

  private void readFile(String text, Map<String, String> all) {
    int number = 0;
    for (String line : text.split("\\R")) {
      number++;
      int equals = line.indexOf('=');
      String where = file + ", line " + number;
      if (equals >= 0) {
        put(all, line.substring(0, equals).strip(), line.substring(equals + 1).strip(), where);
      } else if (!line.isBlank()) {
        throw new Refused(where + ": not of the form KEY=TEXT.");
      }
    }
  }

  private static void put(Map<String, String> all, String key, String text, String where) {
    if (!KEYS.contains(key)) {
      throw new Refused(where + ": the lines of a label are " + String.join(", ", KEYS) + ".");
    }
    all.put(key, text);
  }

  private static String host(String link) {
    int start = link.indexOf("://") + 3;
    int end = link.indexOf('/', start);
    return link.substring(start, end < 0 ? link.length() : end);
  }
}
