package org.xiangpin.tracelog;

import java.util.List;

/** The tables of the log as they were at a moment, to be put back as from a backup. */
final class LogDump {

  /** In an order in which rows may be put in; from the end they may be taken out. */
  private static final List<String> TABLES =
      List.of("log_head", "log_tile", "log_batch", "log_file", "log_checkpoint", "log_cosignature");

  private final String prefix;

  private LogDump(String prefix) {
    this.prefix = prefix;
  }

  /**
   * @param name tells dumps of one test apart
   */
  static LogDump take(String name) {
    LogDump dump = new LogDump("kept_" + name + "_");
    for (String table : TABLES) {
      LogFixture.asRoot(
          "drop table if exists " + dump.prefix + table,
          "create table " + dump.prefix + table + " as select * from " + table);
    }
    return dump;
  }

  void putBack() {
    for (int i = TABLES.size() - 1; i >= 0; i--) {
      LogFixture.asRoot("delete from " + TABLES.get(i));
    }
    for (String table : TABLES) {
      LogFixture.asRoot("insert into " + table + " select * from " + prefix + table);
    }
  }

  void drop() {
    for (String table : TABLES) {
      LogFixture.asRoot("drop table " + prefix + table);
    }
  }
}
