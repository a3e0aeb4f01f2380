package org.xiangpin.launch;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The program. Without arguments it serves until it is told to end; with arguments it carries out a
 * subcommand ({@code import regions FILE…}) and ends.
 */
@QuarkusMain
public final class Xiangpin {

  private Xiangpin() {}

  /** Exit code 0 when all went well; otherwise one message on standard error says what to do. */
  public static void main(String... args) {
    Terminal.prepare();
    int code;
    try {
      code = args.length == 0 ? serve() : Commands.isHelp(args) ? Commands.help() : command(args);
    } catch (CannotStart e) {
      System.err.println(e.getMessage());
      code = e.exitCode();
    }
    System.exit(code);
  }

  private static int serve() {
    StartChecks.settings();
    PublicUrl.provide();
    StartChecks.portIsFree();
    if (!isProduction()) {
      System.out.println("乡品 Xiangpin 正在启动 is starting …");
    }
    return run(Datastore.own());
  }

  private static int command(String... args) {
    Commands.refuseUnknown(args);
    // a subcommand stands beside the service: it listens on no port and runs no timers
    System.setProperty("xiangpin.serving", "false");
    System.setProperty("quarkus.http.host-enabled", "false");
    System.setProperty("quarkus.scheduler.enabled", "false");
    // what it prints is for people or for a pipe; the framework keeps quiet
    System.setProperty("quarkus.log.level", "WARN");
    System.setProperty("quarkus.log.console.stderr", "true");
    System.setProperty("quarkus.log.console.json.enabled", "false");
    System.setProperty("quarkus.shutdown.timeout", "0");
    if (isProduction()) {
      System.setProperty(
          "xiangpin.secret",
          Settings.find("xiangpin.secret").orElse("not-needed-by-a-subcommand-at-all"));
    }
    if (args[0].equals("people")) {
      // the link that it prints is handed to a person
      PublicUrl.provide();
      StartChecks.publicUrl();
    }
    System.setProperty(
        "xiangpin.public-url", Settings.find("xiangpin.public-url").orElse("http://localhost"));
    return run(Datastore.joinedOrOwn(), args);
  }

  /** Quarkus stops first and the database after it, also when a signal ends the process. */
  private static int run(Datastore datastore, String... args) {
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  datastore.expectEnd();
                  if (stopped.getCount() > 0 && !isProduction()) {
                    System.out.println("正在停止 Stopping …");
                  }
                  await(stopped);
                  datastore.close();
                },
                "database-stop"));
    int[] exit = {0};
    try {
      StartChecks.database(datastore.database());
      datastore.database().publish();
      Quarkus.run(
          XiangpinApplication.class,
          (code, failure) -> {
            exit[0] = code;
            if (failure != null) {
              StartChecks.explain(failure);
            }
          },
          args);
    } finally {
      stopped.countDown();
    }
    return exit[0];
  }

  private static boolean isProduction() {
    return Settings.isProduction();
  }

  private static void await(CountDownLatch latch) {
    try {
      if (!latch.await(30, TimeUnit.SECONDS)) {
        System.err.println("The service did not end within 30 seconds; stopping its database.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
