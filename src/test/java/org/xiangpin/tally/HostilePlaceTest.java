package org.xiangpin.tally;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever browsers tell of a place, and whatever stands in the operator's file of addresses. */
class HostilePlaceTest {

  private static final String ALPHABET = "0123456789.,-: \nabcdefNx长:\u0000\ud800/";

  @TempDir Path folder;

  @Test
  void aPlaceIsOnEarthAndCoarseOrThereIsNone() {
    Random random = new Random(20261125);
    int taken = 0;
    for (int i = 0; i < 200_000; i++) {
      String text = i % 2 == 0 ? near(random) : garbage(random, 1 + random.nextInt(14));
      Optional<Place> place = Place.told(text);
      if (place.isPresent()) {
        taken++;
        assertTrue(Math.abs(place.get().latTenths()) <= 900, text);
        assertTrue(Math.abs(place.get().lonTenths()) <= 1800, text);
        assertEquals(0, place.get().latTenths() % 2, text);
        assertEquals(0, place.get().lonTenths() % 2, text);
      }
    }
    assertTrue(taken > 1_000, "some are good");
    for (String text : new String[] {"-0.0,-0.0", "90.0,180.0", "-90.0,-180.0"}) {
      assertTrue(Place.told(text).isPresent(), text);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"999.1.1.1", "256.0.0.1", "1.2.3.400", ".:1", ".", "1", "a.b", "cafe", "[::1]"})
  void whatANameServerWouldBeAskedForIsNoAddress(String text) {
    assertFalse(AddressPlaces.LITERAL.matcher(text).matches(), text);
  }

  @Test
  void aFileIsReadOrTheLineThatCantBeIsNamed() throws IOException {
    Random random = new Random(20261126);
    String good = "203.0.113.10,203.0.113.20,28.23,112.94,长沙";
    AddressPlaces places = new AddressPlaces();
    int read = 0;
    for (int i = 0; i < 2_000; i++) {
      char[] line = good.toCharArray();
      for (int times = random.nextInt(4); times > 0; times--) {
        line[random.nextInt(line.length)] = ALPHABET.charAt(random.nextInt(ALPHABET.length() - 2));
      }
      Path file = Files.writeString(folder.resolve("geoip.csv"), new String(line));
      try {
        places.read(file);
        read++;
      } catch (IllegalStateException e) {
        assertTrue(e.getMessage().contains("line "), e.getMessage());
      }
      places.find(garbage(random, 12));
    }
    assertTrue(read > 100, "some hits leave it whole");
  }

  private static String near(Random random) {
    return (random.nextInt(400) - 200) / 2.0 + "," + (random.nextInt(800) - 400) / 2.0;
  }

  private static String garbage(Random random, int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return text.toString();
  }
}
