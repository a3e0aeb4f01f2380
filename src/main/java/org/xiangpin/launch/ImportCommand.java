package org.xiangpin.launch;

import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.List;
import org.xiangpin.region.RegionImport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code import regions FILE…}: administrative divisions in the form of china-division's CSV. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description = "Imports files into the running service's database.")
public class ImportCommand {

  @Inject RegionImport regions;

  /**
   * Streams the files, of any level and in any order, plain or .gz, into the regions.
   *
   * @return 0 when every line was taken, 1 when some were refused (the report names them)
   */
  @Command(
      name = "regions",
      mixinStandardHelpOptions = true,
      description = "Provinces, cities, counties, towns and villages (CSV or CSV.gz).")
  int regions(@Parameters(arity = "1..*", paramLabel = "FILE") List<Path> files) {
    return regions.run(files, System.out) ? 0 : 1;
  }
}
