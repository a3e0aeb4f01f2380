package org.xiangpin.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.ws.rs.core.MultivaluedHashMap;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormTest {

  @Test
  void leavesOutWhatNobodyCanType() {
    assertEquals("黄桃 🍑\n甜", typed(" 黄\0桃\u0001 🍑\n\u202e甜\ud800 ").value("text"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-08-07", "2026/8/7", "2026.8.7", "2026年8月7日", "２０２６－０８－０７"})
  void readsADayAsPeopleTypeIt(String text) {
    assertEquals(LocalDate.of(2026, 8, 7), typed(text).date("text"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2026-02-30",
        "2026-13-01",
        "07.08.2026",
        "昨天",
        "2026-08-07T00:00",
        "1e9",
        "+999999999-12-31",
        "0026-08-07"
      })
  void refusesWhatIsNoDay(String text) {
    assertThrows(InvalidInput.class, () -> typed(text).date("text"));
  }

  private static Form typed(String text) {
    MultivaluedHashMap<String, String> fields = new MultivaluedHashMap<>();
    fields.putSingle("text", text);
    return Form.of(fields);
  }
}
