package org.xiangpin.launch;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import jakarta.inject.Inject;
import picocli.CommandLine;

/** What runs inside the booted framework: the service until its end, or one subcommand. */
public class XiangpinApplication implements QuarkusApplication {

  @Inject CommandLine.IFactory factory;
  @Inject Welcome welcome;

  @Override
  public int run(String... args) {
    if (args.length > 0) {
      return new CommandLine(Commands.class, factory).execute(args);
    }
    welcome.print();
    Quarkus.waitForExit();
    return 0;
  }
}
