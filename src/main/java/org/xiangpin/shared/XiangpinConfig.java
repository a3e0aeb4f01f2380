package org.xiangpin.shared;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import jakarta.validation.constraints.Min;
import java.util.Optional;

/** What an operator sets; docs/operations.md lists it with its environment variables. */
@ConfigMapping(prefix = "xiangpin")
public interface XiangpinConfig {

  /** The address in every QR code and in API links, without a trailing slash. */
  String publicUrl();

  /** At least 32 characters; seals keys at rest and signs payment callbacks. */
  String secret();

  /** False in a subcommand: it opens no label keys, watches no lots and fills no demo. */
  @WithDefault("true")
  boolean serving();

  /** Lists the demo's people and their password on the sign-in page; set in the demo only. */
  @WithDefault("false")
  boolean demoHints();

  /** Whether there is a bare route to measure the scan page against; for benchmarks only. */
  @WithName("benchmark.floor")
  @WithDefault("false")
  boolean benchmarkFloor();

  /** The password of the demo's people. */
  Optional<String> demoPassword();

  /** How many days after it happened an event may be captured without saying why. */
  @WithName("epcis.window-days")
  @WithDefault("365")
  int epcisWindowDays();

  /** For how many months issued and collected certificates are kept; the law asks for 6. */
  @WithName("certificates.keep-months")
  @WithDefault("6")
  @Min(6)
  int keepMonths();

  /** Who runs this resolver, as the description file for machines says it. */
  @WithName("resolver.operator")
  Optional<String> resolverOperator();

  /** A CSV file of {@code from,to,lat,lon,name} that tells where addresses are; optional. */
  @WithName("geoip.file")
  Optional<String> geoipFile();

  /** How often unpaid orders that lapse and refunds that are due are looked for; off for never. */
  String ordersLookEvery();

  /** How often the books are summed up and pending entries lapse; off for never. */
  @WithName("ledger.look-every")
  String ledgerLookEvery();

  /** When the books are checked every day, in China, as a Quartz cron expression; off for never. */
  @WithName("ledger.check-at")
  String ledgerCheckAt();
}
