package org.xiangpin.tally;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The operator's file of addresses. */
class AddressPlacesTest {

  @TempDir Path folder;

  private final AddressPlaces places = new AddressPlaces();

  @Test
  void bothEndsOfARangeAreInItAndWhatLiesOutsideHasNoPlace() throws IOException {
    read(
        "from,to,lat,lon,name",
        "203.0.113.10,203.0.113.20,28.23,112.94,长沙",
        "",
        "2001:db8::,2001:db8::ffff,31.2,121.5,上海, 浦东");
    Place changsha = Place.of(28.23, 112.94);
    assertEquals(changsha, places.find("203.0.113.10"));
    assertEquals(changsha, places.find("203.0.113.20"));
    assertEquals(changsha, places.find("::ffff:203.0.113.15"));
    assertNull(places.find("203.0.113.9"));
    assertNull(places.find("203.0.113.21"));
    assertEquals(Place.of(31.2, 121.5), places.find("2001:db8::1"));
    assertNull(places.find("2001:db9::1"));
    assertEquals(Optional.of("上海, 浦东"), places.name(Place.of(31.2, 121.5)));
    assertEquals(Optional.empty(), places.name(Place.of(0, 0)));
  }

  @Test
  void whatIsNoAddressHasNoPlaceAndNobodyIsAsked() throws IOException {
    assertNull(places.find("203.0.113.15"), "without a file");
    read("0.0.0.0,255.255.255.255,28.2,112.9,x");
    for (String text : new String[] {"localhost", "example.cn", "", "1.2.3", "null", "1.2.3.4.5"}) {
      assertNull(places.find(text), text);
    }
  }

  @Test
  void aLineThatCantBeReadIsNamed() {
    for (String bad :
        new String[] {
          "203.0.113.10,203.0.113.20,28.2,112.9",
          "203.0.113.20,203.0.113.10,28.2,112.9,x",
          "203.0.113.10,203.0.113.20,91,112.9,x",
          "203.0.113.10,203.0.113.20,NaN,112.9,x",
          "localhost,203.0.113.20,28.2,112.9,x",
          "a,b,c,d,e",
        }) {
      IllegalStateException refused =
          assertThrows(
              IllegalStateException.class, () -> read("1.0.0.0,1.0.0.1,28.2,112.9,x", bad), bad);
      assertTrue(refused.getMessage().contains("line 2"), refused.getMessage());
    }
    IllegalStateException missing =
        assertThrows(IllegalStateException.class, () -> places.read(folder.resolve("none")));
    assertTrue(missing.getMessage().contains("XIANGPIN_GEOIP_FILE"));
  }

  private void read(String... lines) throws IOException {
    places.read(Files.writeString(folder.resolve("places.csv"), String.join("\n", lines)));
  }
}
