package org.xiangpin.launch;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The tests' database, behind a wire that a test can cut. */
public class DatabaseOnAWire extends DatabaseForTests {

  private static final Pattern ADDRESS = Pattern.compile("//([^:/]+):(\\d+)/");
  private static Wire wire;

  /** The service runs a second time, on the wire. */
  public static class Profile implements QuarkusTestProfile {
    @Override
    public List<TestResourceEntry> testResources() {
      return List.of(new TestResourceEntry(DatabaseOnAWire.class));
    }

    @Override
    public boolean disableGlobalTestResources() {
      return true;
    }
  }

  public static void cut() {
    wire.cut();
  }

  public static void mend() {
    wire.mend();
  }

  @Override
  public Map<String, String> start() {
    Map<String, String> settings = new HashMap<>(super.start());
    settings.computeIfPresent(
        "quarkus.datasource.jdbc.url",
        (name, url) -> {
          Matcher address = ADDRESS.matcher(url);
          if (!address.find()) {
            throw new IllegalStateException("no host and port in " + url);
          }
          wire = new Wire(address.group(1), Integer.parseInt(address.group(2)));
          return address.replaceFirst("//127.0.0.1:" + wire.port() + "/");
        });
    return settings;
  }
}
