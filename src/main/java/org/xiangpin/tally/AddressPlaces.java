package org.xiangpin.tally;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.xiangpin.shared.XiangpinConfig;

/**
 * Where addresses of the network are, by the operator's own file: CSV of {@code
 * from,to,lat,lon,name} in UTF-8, one range of IPv4 or IPv6 addresses a line, both ends included.
 * An address is only looked up, never kept.
 */
@ApplicationScoped
public class AddressPlaces {

  private static final String OCTET = "(25[0-5]|2[0-4][0-9]|1?[0-9]{1,2})";

  /** Nothing that would be asked of a name server. */
  static final Pattern LITERAL =
      Pattern.compile(OCTET + "(\\." + OCTET + "){3}|(?=[0-9A-Fa-f:])[0-9A-Fa-f.]*:[0-9A-Fa-f:.]*");

  private static final int FIELDS = 5;

  private record Block(BigInteger to, Place place) {}

  @Inject XiangpinConfig config;

  private volatile TreeMap<BigInteger, Block> blocks = new TreeMap<>();
  private volatile Map<Place, String> names = Map.of();

  void load(@Observes StartupEvent event) {
    config.geoipFile().map(Path::of).ifPresent(this::read);
  }

  /**
   * @throws IllegalStateException naming the line that can't be read
   */
  void read(Path file) {
    TreeMap<BigInteger, Block> read = new TreeMap<>();
    Map<Place, String> named = new HashMap<>();
    int line = 0;
    try (var lines = Files.newBufferedReader(file)) {
      for (String text = lines.readLine(); text != null; text = lines.readLine()) {
        line++;
        if (!text.isBlank() && !text.startsWith("from,")) {
          String[] fields = text.split(",", FIELDS);
          Place place = Place.of(degrees(fields[2], 90), degrees(fields[3], 180));
          BigInteger from = number(fields[0].strip()).orElseThrow();
          BigInteger to = number(fields[1].strip()).orElseThrow();
          if (from.compareTo(to) > 0) {
            throw new IllegalArgumentException("from lies behind to");
          }
          read.put(from, new Block(to, place));
          named.putIfAbsent(place, fields[4].strip());
        }
      }
    } catch (IOException e) {
      throw new IllegalStateException("XIANGPIN_GEOIP_FILE can't be read: " + file, e);
    } catch (RuntimeException e) {
      throw new IllegalStateException(
          "XIANGPIN_GEOIP_FILE, line " + line + ": not from,to,lat,lon,name", e);
    }
    blocks = read;
    names = named;
  }

  private static double degrees(String text, double most) {
    double degrees = Double.parseDouble(text.strip());
    if (!(Math.abs(degrees) <= most)) {
      throw new IllegalArgumentException("not on earth");
    }
    return degrees;
  }

  /** Null where the file says nothing; no SQL, and no question to any server. */
  public Place find(String address) {
    TreeMap<BigInteger, Block> known = blocks;
    if (known.isEmpty()) {
      return null;
    }
    return number(address)
        .map(known::floorEntry)
        .filter(block -> number(address).get().compareTo(block.getValue().to()) <= 0)
        .map(block -> block.getValue().place())
        .orElse(null);
  }

  /** What the file calls the place; empty when it does not. */
  public Optional<String> name(Place place) {
    return Optional.ofNullable(names.get(place)).filter(name -> !name.isEmpty());
  }

  /** An IPv4 address lies where IPv6 has it mapped. */
  private static Optional<BigInteger> number(String address) {
    if (!LITERAL.matcher(address).matches()) {
      return Optional.empty();
    }
    try {
      byte[] bytes = InetAddress.getByName(address).getAddress();
      BigInteger number = new BigInteger(1, bytes);
      return Optional.of(
          bytes.length == 4 ? number.add(BigInteger.valueOf(0xFFFFL << 32)) : number);
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }
}
