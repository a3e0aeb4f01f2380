package org.xiangpin.region;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/** Takes administrative divisions in from CSV files. */
@ApplicationScoped
public class RegionImport {

  /** True when every line was taken. */
  public boolean run(List<Path> files, PrintStream progress) {
    progress.println(files);
    return false;
  }
}
